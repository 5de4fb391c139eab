// A real Slurm, started by the test on this machine, gives the bytes of one run.
#include <gtest/gtest.h>

#include "tests/support/archive.h"
#include "tests/support/places.h"
#include "tests/support/program.h"

namespace nianbao::test {
namespace {

TEST(Slurm, GivesTheBytesOfOneRun) {
  const TemporaryFolder folder;
  make_archive(folder / "in");
  const std::string check = project("deploy/slurm/check").string();
  const int code = run_command("'" + check + "' '" + program_file().string() + "' '" + (folder / "in").string() +
                               "' '" + folder.path().string() + "'");
  if (code == 77) GTEST_SKIP() << "no Slurm here (Debian: slurmctld, slurmd, slurm-client), or not root";
  ASSERT_EQ(code, 0);
  run_program({"extract", (folder / "in").string(), "-o", (folder / "expected").string()});
  std::filesystem::remove_all(folder / "slurm/logs");
  EXPECT_EQ(difference(folder / "expected", folder / "slurm"), "");
}

}  // namespace
}  // namespace nianbao::test

// The memory of a run does not grow with the number of its files. NIANBAO_FILES=1000000 takes
// 20 minutes, optimised.
#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>

#include "app/commands.h"
#include "schema/digest.h"
#include "schema/text.h"
#include "tests/support/model_report.h"
#include "tests/support/places.h"

namespace nianbao::test {
namespace {

namespace fs = std::filesystem;

// The outcome of one report, from which those of many others are made. Of its cells one is kept: they only pass
// through, and a million reports would fill 50 GB with them.
InputOutcome model_outcome() {
  const ReportRows rows(built_in_schema());
  InputOutcome model;
  const std::string text = ModelReport(built_in_schema(), "2019", 2020).text();
  process_source({text, "report.txt"}, built_in_schema(), {}, rows,
                 [&](InputOutcome outcome) { model = std::move(outcome); });
  std::string& cells = model.reports.at(0).lines.at("cells");
  cells.resize(cells.find('\n') + 1);
  return model;
}

// As if the file named so were a report of its own body.
InputOutcome outcome_of(const InputOutcome& model, const std::string& name) {
  InputOutcome outcome = model;
  outcome.sha256 = sha256_hex(name);
  ReportLines& report = outcome.reports.at(0);
  const std::string id = outcome.sha256.substr(0, 16);
  for (auto& [table, lines] : report.lines) lines = replace_all(std::move(lines), report.facts.id, id);
  report.facts.id = id;
  report.facts.org_name = "清河" + id + "县水务局";
  // Reports that show the same numbers are held against each other.
  report.facts.numbers.at(0).second = std::stoll(id.substr(0, 12), nullptr, 16);
  return outcome;
}

// The links to one file are inputs of their own; ext4 has at most 65,000 for a file.
void make_files(const fs::path& folder, std::size_t count) {
  constexpr std::size_t kInAFolder = 1000;
  for (std::size_t i = 0; i < count; ++i) {
    const fs::path below = folder / "in" / std::to_string(i / kInAFolder);
    if (i % kInAFolder == 0) {
      fs::create_directories(below);
      write_file(folder / "file", "one for a thousand");
    }
    fs::create_hard_link(folder / "file", below / (std::to_string(i) + ".txt"));
    if (i % kInAFolder == kInAFolder - 1) fs::remove(folder / "file");
  }
}

// The most memory, in MiB, that the parent of a run over so many files takes more than it has at its start.
std::size_t growth(std::size_t count, const InputOutcome& model) {
  const TemporaryFolder folder;
  make_files(folder.path(), count);
  Options options;
  options.inputs = {(folder / "in").string()};
  options.out = (folder / "out").string();
  options.jobs = 2;
  const auto process = [&](const Source& source, const Schema&, const ReadOptions&, const ReportRows&,
                           const TakeOutcome& take) { take(outcome_of(model, source.name)); };
  const pid_t child = fork();
  if (child == 0) {
    std::freopen("/dev/null", "w", stderr);
    rusage before{};
    rusage after{};
    getrusage(RUSAGE_SELF, &before);
    const int code = extract(options, built_in_schema(), process);
    getrusage(RUSAGE_SELF, &after);
    _exit(code == 0 ? static_cast<int>(std::min(after.ru_maxrss - before.ru_maxrss, 250L * 1024) / 1024) : 255);
  }
  int status = 0;
  waitpid(child, &status, 0);
  EXPECT_TRUE(WIFEXITED(status) && WEXITSTATUS(status) != 255) << "the run failed";
  return static_cast<std::size_t>(WEXITSTATUS(status));
}

TEST(FlatMemory, OfTheParent) {
  const char* const files = std::getenv("NIANBAO_FILES");
  const std::size_t many = files == nullptr ? 6'000 : std::stoul(files);
  const InputOutcome model = model_outcome();
  const std::size_t few = growth(3'000, model);
  const std::size_t more = growth(many, model);
  std::cout << few << " MiB for 3000 files, " << more << " MiB for " << many << "\n";
  EXPECT_LE(more, few + 8) << "beyond the caches, which are full by then, nothing may grow";
}

}  // namespace
}  // namespace nianbao::test

// The README names what there is.
#include <gtest/gtest.h>

#include "extract/limits.h"
#include "schema/text.h"
#include "tests/support/places.h"
#include "tests/support/program.h"

namespace nianbao::test {
namespace {

// From a marker to the next heading.
std::string part_of_readme(const std::string& marker) {
  const std::string text = file_content(project("README.md"));
  const std::size_t begin = text.find("<!-- " + marker + " -->");
  if (begin == std::string::npos) return "";
  return text.substr(begin, text.find("\n## ", begin) - begin);
}

TEST(Readme, NamesEveryLimitWithItsDefault) {
  const std::string limits = part_of_readme("limits");
  for (const LimitKind& kind : limit_kinds()) {
    EXPECT_NE(limits.find("`" + std::string(kind.name) + "`"), std::string::npos) << kind.name;
    const std::size_t value = Limits{}.*kind.value;
    std::string shown = value % (1UL << 30U) == 0  ? std::to_string(value >> 30U) + " GiB"
                        : value % (1U << 20U) == 0 ? std::to_string(value >> 20U) + " MiB"
                        : value % 1024 == 0        ? std::to_string(value >> 10U) + " KiB"
                                                   : std::to_string(value);
    if (value % 1024 != 0 && shown.size() > 3) shown.insert(shown.size() - 3, ",");
    EXPECT_NE(limits.find(shown), std::string::npos) << kind.name << " " << shown;
  }
}

TEST(Readme, NamesEveryOption) {
  const std::string options = part_of_readme("options");
  for (const std::string command : {"extract", "audit", "show", "explain", "rules", "forms"}) {
    const std::string help = run_program({command, "--help", "--lang", "en"}).out;
    std::size_t seen = 0;
    for (std::size_t at = help.find("--"); at != std::string::npos; at = help.find("--", at + 2)) {
      const std::string option = help.substr(at, help.find_first_not_of("abcdefghijklmnopqrstuvwxyz-", at) - at);
      if (option.size() < 4) continue;
      EXPECT_NE(options.find(option), std::string::npos) << command << " " << option;
      ++seen;
    }
    EXPECT_GT(seen, 1U) << help;
  }
}

}  // namespace
}  // namespace nianbao::test

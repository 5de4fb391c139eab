// Limits by name, and what a file beyond one is told.
#include "extract/limits.h"

#include <gtest/gtest.h>

#include <set>

#include "schema/text.h"

namespace nianbao::test {
namespace {

TEST(Limits, EveryKindHasANameAValueAndAProblem) {
  std::set<std::string> names;
  for (const LimitKind& kind : limit_kinds()) {
    EXPECT_TRUE(names.insert(kind.name).second) << kind.name;
    EXPECT_GT(Limits{}.*kind.value, 0U) << kind.name;
    EXPECT_EQ(problem_kind(kind.code).code, std::string(kind.code));
    Limits limits;
    EXPECT_EQ(set_limit(limits, std::string(kind.name) + "=12345"), "");
    EXPECT_EQ(limits.*kind.value, 12345U) << kind.name;
    const Problem problem = beyond(limits, kind.value, "word/document.xml");
    EXPECT_EQ(problem.code, kind.code);
    EXPECT_EQ(problem.detail, "word/document.xml: " + std::string(kind.name) + " > 12345, --limit " + kind.name + "=N");
  }
  EXPECT_GT(names.size(), 10U);
}

TEST(Limits, WrongAssignmentsChangeNothingAndAreExplained) {
  for (const char* wrong : {"cells", "cells=", "cells=0", "cells=x", "cells=5x", "cells= 5", "cells=-5", "cells=1e3",
                            "cells=99999999999999999999999", "Cells=5", "=", ""}) {
    Limits limits;
    EXPECT_NE(set_limit(limits, wrong), "") << wrong;
    EXPECT_EQ(limits.cells, Limits{}.cells) << wrong;
  }
  Limits limits;
  const std::string list = set_limit(limits, "cels=5");
  for (const LimitKind& kind : limit_kinds())
    EXPECT_NE(list.find("\n  " + std::string(kind.name) + " "), std::string::npos) << "one a line";
  for (const std::string_view line : split_lines(list)) EXPECT_LE(line.size(), 100U) << line;
}

TEST(Limits, KindByCode) {
  ASSERT_NE(limit_kind("limit_cells"), nullptr);
  EXPECT_EQ(limit_kind("limit_cells")->name, std::string("cells"));
  EXPECT_EQ(limit_kind("zip_damaged"), nullptr);
}

}  // namespace
}  // namespace nianbao::test

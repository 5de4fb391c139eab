// Complex fields: codes are not shown, results are, and what shows something without a result is told.
#include "extract/docx_fields.h"

#include <gtest/gtest.h>

namespace nianbao::test {
namespace {

// Takes marks (b begin, s separate, e end, p end of the paragraph) and codes in brackets; gives for every step whether
// code is being read (c) or not (.), and ! for the end of a field that shows what stands nowhere.
std::string steps(const std::string& marks) {
  FieldStack fields;
  std::string out;
  for (std::size_t i = 0; i < marks.size(); ++i) {
    bool shows = false;
    if (marks[i] == 'b') shows = fields.mark("begin");
    if (marks[i] == 's') shows = fields.mark("separate");
    if (marks[i] == 'e') shows = fields.mark("end");
    if (marks[i] == 'p') fields.end_paragraph();
    if (marks[i] == '[') {
      const std::size_t end = marks.find(']', i);
      fields.add_code(marks.substr(i + 1, end - i - 1));
      i = end;
      continue;
    }
    out += shows ? "!" : fields.is_in_code() ? "c" : ".";
  }
  return out;
}

struct FieldCase {
  const char* what;
  const char* marks;
  const char* expected;
};

TEST(DocxFields, Steps) {
  const std::vector<FieldCase> cases = {
      {"code and result", "b[ PAGE ]se", "c.."},
      {"one field in the code of another", "b[ IF ]b[ PAGE ]sese", "cccc.."},
      {"one field in the result of another", "b[ HYPERLINK ]sb[ PAGE ]see", "c.c..."},
      {"no result", "b[ EQ \\o(1) ]e", "c!"},
      {"no result, but nothing to show", "b[XE \"5\"]e", "c."},
      {"a name that only begins alike", "b[ XEROX ]e", "c!"},
      {"no code at all", "be", "c!"},
      {"an end too many", "bsee", "c..."},
      {"a separator without field", "s", "."},
      {"a code that its paragraph leaves open hides nothing after it", "b[ PAGE ]ps", "c.."},
      {"two of them", "bbpp", "cc.."},
  };
  for (const FieldCase& made : cases) EXPECT_EQ(steps(made.marks), made.expected) << made.what;
}

TEST(DocxFields, ALongCodeIsNotKept) {
  FieldStack fields;
  fields.mark("begin");
  fields.add_code("XE ");
  for (int i = 0; i < 1000; ++i) fields.add_code(std::string(1000, 'x'));
  EXPECT_FALSE(fields.mark("end"));
}

}  // namespace
}  // namespace nianbao::test

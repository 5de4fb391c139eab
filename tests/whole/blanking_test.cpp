// Property: what is taken out of k random cells of a complete report changes exactly those cells, to exactly the status
// that belongs to it; every other cell stays as it was, to the byte.
#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "output/report_rows.h"
#include "tests/support/model_report.h"
#include "tests/support/places.h"
#include "tests/support/process_report.h"
#include "tests/support/program.h"

namespace nianbao::test {
namespace {

struct Emptying {
  const char* name;
  std::string text;
  Status status;
};

const std::vector<Emptying> kEmptyings = {
    {"no text", "", Status::kBlank},      {"U+3000", "\xE3\x80\x80\xE3\x80\x80", Status::kBlank},
    {"NBSP", "\xC2\xA0", Status::kBlank}, {"zero width", "\xE2\x80\x8B\xEF\xBB\xBF", Status::kBlank},
    {"spaces", "   ", Status::kBlank},    {"slash", "/", Status::kMark},
    {"dash", "—", Status::kMark},         {"none", "无", Status::kMark},
};

using Cells = std::map<std::string, CsvRecord>;

// cells.csv of the report, by field, without the id that changes with the bytes.
Cells cells_of(const std::string& bytes, const std::string& name) {
  const Schema& schema = built_in_schema();
  const Result<Report> report = process_report({bytes, name}, schema, {});
  if (!report) {
    ADD_FAILURE() << report.problem().code << " " << report.problem().detail;
    return {};
  }
  Cells cells;
  for (CsvRecord& record :
       parse_csv(csv_header(cells_table().columns) + ReportRows(schema).lines_of(*report).at("cells"))) {
    record.erase("report_id");
    cells[record["field_id"]] = record;
  }
  return cells;
}

struct Case {
  std::string form;
  int year;
  bool as_text;
};

class Blanking : public testing::TestWithParam<Case> {
 protected:
  static std::string bytes_of(const ModelReport& report) { return GetParam().as_text ? report.text() : report.docx(); }
  static std::string file_name() { return GetParam().as_text ? "report.txt" : "report.docx"; }
};

TEST_P(Blanking, CompleteReportReadsBackEveryCell) {
  const ModelReport report(built_in_schema(), GetParam().form, GetParam().year);
  const Cells cells = cells_of(bytes_of(report), file_name());
  ASSERT_EQ(cells.size(), report.cells().size());
  for (const auto& [field, text] : report.cells()) {
    EXPECT_EQ(cells.at(field).at("value"), text) << field;
    EXPECT_EQ(cells.at(field).at("status"), "value") << field;
  }
}

TEST_P(Blanking, ChangesExactlyTheEmptiedCells) {
  std::mt19937 random(20191103);
  const ModelReport complete(built_in_schema(), GetParam().form, GetParam().year);
  const Cells before = cells_of(bytes_of(complete), file_name());
  for (const Emptying& emptying : kEmptyings)
    for (const std::size_t count : {1U, 5U, 40U, 198U}) {
      SCOPED_TRACE(std::string(emptying.name) + " in " + std::to_string(count));
      std::vector<std::string> fields = complete.field_ids();
      std::shuffle(fields.begin(), fields.end(), random);
      fields.resize(std::min<std::size_t>(count, fields.size()));
      ModelReport emptied = complete;
      for (const std::string& field : fields) emptied.set(field, emptying.text);
      Cells expected = before;
      for (const std::string& field : fields) {
        expected[field]["raw"] = emptying.text;
        expected[field]["value"] = "";
        expected[field]["unit"] = "";
        expected[field]["status"] = name_of(emptying.status);
      }
      EXPECT_EQ(cells_of(bytes_of(emptied), file_name()), expected);
    }
}

INSTANTIATE_TEST_SUITE_P(BothFormsBothFormats, Blanking,
                         testing::Values(Case{"2019", 2020, false}, Case{"2019", 2020, true}, Case{"2021", 2023, false},
                                         Case{"2021", 2023, true}),
                         [](const testing::TestParamInfo<Case>& made) {
                           return "Form" + made.param.form + (made.param.as_text ? "Text" : "Docx");
                         });

}  // namespace
}  // namespace nianbao::test

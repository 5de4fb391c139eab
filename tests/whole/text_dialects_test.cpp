// Property: whatever program wrote a report as text, a value that is given is the one that the report shows; where the
// text keeps the borders of cells, all are given. NIANBAO_ROUNDS=1000 tries more reports than a test run does.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <functional>
#include <random>

#include "schema/text.h"
#include "tests/support/places.h"
#include "tests/support/process_report.h"
#include "tests/support/random_report.h"
#include "tests/support/rounds.h"
#include "tests/support/text_writer.h"

namespace nianbao::test {
namespace {

using Tables = std::map<int, std::vector<RowSpec>>;

struct Defect {
  const char* name;
  std::function<void(RandomReport&)> change;                  // of what the report shows
  std::function<void(Tables&, std::mt19937&)> change_tables;  // of the printed tables
};

void insert_row(Tables& tables, std::mt19937& random, const RowSpec& row) {
  auto table = tables.begin();
  std::advance(table, random() % tables.size());
  std::vector<RowSpec>& rows = table->second;
  const auto at = static_cast<std::ptrdiff_t>(3 + random() % (rows.size() - 2));
  rows.insert(rows.begin() + std::min(at, static_cast<std::ptrdiff_t>(rows.size())), row);
}

std::vector<Defect> defects() {
  const auto nothing = [](RandomReport&) {};
  const auto no_table = [](Tables&, std::mt19937&) {};
  return {
      {"none", nothing, no_table},
      {"a blank cell", [](RandomReport& made) { made.report().set(made.any_field(), ""); }, no_table},
      {"many blank cells",
       [](RandomReport& made) {
         for (int i = 0; i < 30; ++i) made.report().set(made.any_field(), "");
       },
       no_table},
      {"a mark", [](RandomReport& made) { made.report().set(made.any_field(), "/"); }, no_table},
      {"a note", [](RandomReport& made) { made.report().set(made.any_field(), "22（其中修订16件）"); }, no_table},
      {"a broken sum",
       [](RandomReport& made) { made.report().set(made.any_field(), std::to_string(made.number() + 3)); }, no_table},
      {"a broken sum and a blank cell",
       [](RandomReport& made) {
         made.report().set(made.any_field(), std::to_string(made.number() + 3));
         made.report().set(made.any_field(), "");
       },
       no_table},
      {"a row that is missing", nothing,
       [](Tables& tables, std::mt19937& random) {
         std::vector<RowSpec>& rows = tables.at(3);
         rows.erase(rows.begin() + static_cast<std::ptrdiff_t>(6 + random() % (rows.size() - 7)));
       }},
      {"a row that the form does not have", nothing,
       [](Tables& tables, std::mt19937& random) {
         insert_row(tables, random, {{"其他主动公开文件", 1, ""}, {"7", 1, ""}, {"8", 1, ""}, {"9", 1, ""}});
       }},
      {"a note between rows", nothing,
       [](Tables& tables, std::mt19937& random) {
         insert_row(tables, random, {{"注：以上数据截至2022年12月31日。", 1, ""}});
       }},
  };
}

struct Tally {
  std::size_t fields = 0;
  std::size_t given = 0;  // as the report shows them: values, marks and blanks
  std::size_t section_three = 0;
  std::size_t given_in_three = 0;
  std::string wrong;
};

void count(const RecordField& field, const std::string& shown, Tally& tally) {
  const Value& value = field.value;
  const std::string raw = replace_all(std::string(trim(value.raw)), "\n", "");
  const bool is_right = value.status == Status::kValue   ? value.number == shown || raw == shown
                        : value.status == Status::kBlank ? shown.empty()
                        : value.status == Status::kMark  ? shown == "/"
                                                         : false;
  const bool is_doubtful = value.status != Status::kValue && value.status != Status::kBlank;
  if (!is_right && !is_doubtful) tally.wrong += field.field->id + ": " + value.number + ", shown is " + shown + "\n";
  ++tally.fields;
  tally.given += is_right ? 1 : 0;
  if (field.field->section != 3) return;
  ++tally.section_three;
  tally.given_in_three += is_right ? 1 : 0;
}

class TextDialects : public testing::TestWithParam<std::string> {};

Tally tried(const std::string& form, const TextWriter& writer, const Defect& defect, std::mt19937& random) {
  Tally tally;
  for (int round = 0; round < rounds(2); ++round) {
    RandomReport made(form, random);
    defect.change(made);
    Tables tables = made.tables();
    defect.change_tables(tables, random);
    const std::string text = report_text(tables, writer);
    const Result<Report> report = process_report({text, "a.txt"}, built_in_schema(), {});
    if (!report) {
      tally.fields += made.report().cells().size();
      continue;
    }
    const std::string wrong_before = tally.wrong;
    for (const RecordField& field : report->record.fields)
      if (made.report().cells().contains(field.field->id)) count(field, made.report().shown(field.field->id), tally);
    if (tally.wrong != wrong_before && tally.wrong.size() < 2000) tally.wrong += text;
  }
  return tally;
}

TEST_P(TextDialects, NothingThatIsGivenIsWrong) {
  std::mt19937 random(20261124U + static_cast<unsigned>(rounds(2)));
  for (const TextWriter& writer : text_writers())
    for (const Defect& defect : defects()) {
      const Tally tally = tried(GetParam(), writer, defect, random);
      const std::string what = std::string(writer.name) + " with defect: " + defect.name;
      EXPECT_EQ(tally.wrong.substr(0, 4000), "") << what;
      const auto percent = [](std::size_t part, std::size_t all) {
        return all == 0 ? 0.0 : 100.0 * static_cast<double>(part) / static_cast<double>(all);
      };
      if (writer.keeps_borders && std::string(defect.name) == "none") {
        EXPECT_GE(percent(tally.given, tally.fields), 99) << what;
      }
      if (std::getenv("NIANBAO_ROUNDS") != nullptr)
        printf("%-14s %-36s %6.2f%% given, section 3 %6.2f%%\n", writer.name, defect.name,
               percent(tally.given, tally.fields), percent(tally.given_in_three, tally.section_three));
    }
}

INSTANTIATE_TEST_SUITE_P(Forms, TextDialects, testing::Values("2019", "2021"),
                         [](const testing::TestParamInfo<std::string>& made) { return "Form" + made.param; });

std::size_t values_in(const std::string& text, const std::string& field = "") {
  const Result<Report> report = process_report({text, "a.txt"}, built_in_schema(), {});
  if (!report) return 0;
  return static_cast<std::size_t>(
      std::count_if(report->record.fields.begin(), report->record.fields.end(), [&](const RecordField& found) {
        return found.value.status == Status::kValue && (field.empty() || found.field->id == field);
      }));
}

TEST(TextDirection, ReversedDigitsOfDocumentsAreNoNumber) {
  ModelReport report(built_in_schema(), "2021", 2022);
  for (const auto& [shown, is_value] : {std::pair("\u202E12\u202C", 0U), std::pair("\u200F12\uFEFF", 1U)}) {
    report.set("rules_issued", shown);
    EXPECT_EQ(values_in(report.docx(), "rules_issued"), is_value) << testing::PrintToString(shown);
    const std::string page =
        "<html><body><p>二、主动公开政府信息情况</p><table><tr><td>信息内容<td>本年制发件数<td>"
        "本年废止件数<td>现行有效件数</tr><tr><td>规章<td>" +
        std::string(shown) + "<td>2<td>3</tr></table>";
    EXPECT_EQ(values_in(page, "rules_issued"), is_value) << testing::PrintToString(shown);
  }
}

std::string with_line_starts(const std::string& text, const std::string& start) {
  return start + replace_all(text, "\n", "\n" + start);
}

// Such digits are shown in another order, wherever on their line the direction was changed. Marks without extent do
// no harm.
TEST(TextDirection, ReversedDigitsAreNoNumber) {
  for (const TextWriter& writer : text_writers()) {
    ModelReport report(built_in_schema(), "2021", 2022);
    const auto text = [&] { return report_text({{2, report.table(2)}, {3, report.table(3)}}, writer); };
    EXPECT_EQ(values_in(with_line_starts(text(), "\u202E")), 0U) << writer.name;
    EXPECT_EQ(values_in(with_line_starts(text(), "\u2067")), 0U) << writer.name;
    report.set("rules_issued", "\u202E12\u202C");
    EXPECT_EQ(values_in(text(), "rules_issued"), 0U) << writer.name;
    report.set("rules_issued", "\u200E12");
    if (!writer.keeps_borders) continue;
    EXPECT_EQ(values_in(text(), "rules_issued"), 1U) << writer.name;
  }
}

}  // namespace
}  // namespace nianbao::test

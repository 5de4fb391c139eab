// What a matched field becomes: status, number, unit and the text it came from.
#include "normalize/record.h"

#include <gtest/gtest.h>

#include "tests/support/places.h"

namespace nianbao::test {
namespace {

const Field& field_named(const std::string& form, const std::string& id) {
  for (const FormTable& table : built_in_schema().find_form(form)->tables)
    for (const Field& field : table.fields)
      if (field.id == id) return field;
  throw std::logic_error("no field " + id);
}

const Field& count_field() { return field_named("2021", "rules_issued"); }
const Field& change_field() { return field_named("2019", "licensing_items_change"); }
const Field& fee_field() { return field_named("2021", "fee_amount_wan"); }
const Field& procurement_field() { return field_named("2019", "procurement_amount"); }

Value read(const Field& field, const std::string& text, const std::string& header, bool holds_object = false) {
  Cell cell{.text = text, .row = 1, .column = 1};
  cell.holds_object = holds_object;
  FieldMatch match;
  match.field = &field;
  match.cells = {&cell};
  match.header = header;
  return read_value(match, built_in_schema().lexicon);
}

void expect_value(const Value& value, Status status, const std::string& number, const std::string& unit,
                  const std::string& raw) {
  EXPECT_STREQ(name_of(value.status), name_of(status));
  EXPECT_EQ(value.number, number);
  EXPECT_EQ(value.unit, unit);
  EXPECT_EQ(value.raw, raw);
}

struct UnitCase {
  const char* special;
  const Field& field;
  std::string header;
  std::string text;
  const char* number;
  const char* unit;
};

TEST(ReadValueTest, UnitIsThatOfTheCellElseOfItsColumnElseOfTheForm) {
  const UnitCase cases[] = {
      {"cell over column and form", fee_field(), "本年收费金额（单位：万元）", "251000元", "251000", "元"},
      {"cell over column", procurement_field(), "采购总金额（万元）", "251000元", "251000", "元"},
      {"cell agrees with column", procurement_field(), "采购总金额（万元）", "5.2万元", "5.2", "万元"},
      {"cell in brackets", procurement_field(), "采购总金额", "5.2（万元）", "5.2", "万元"},
      {"column over form", fee_field(), "本年收费金额（单位：元）", "920", "920", "元"},
      {"column, half width", fee_field(), "本年收费金额(元)", "920", "920", "元"},
      {"column where the form has none", procurement_field(), "采购总金额（万元）", "477.35", "477.35", "万元"},
      {"column of a count", count_field(), "本年制发件数（个）", "3", "3", "个"},
      {"form", fee_field(), "本年收费金额", "0.092", "0.092", "万元"},
      {"form, column found by its place", fee_field(), "", "0.092", "0.092", "万元"},
      {"form of a count", count_field(), "本年制发件数", "3", "3", "件"},
      {"cell over the form of a count", count_field(), "本年制发件数", "3项", "3", "项"},
      {"none anywhere", procurement_field(), "采购总金额", "117058", "117058", ""},
      {"explanation that is no unit", change_field(), "本年增/减 (指2019年增加或减少的事项数,减用负值表示,如-8)", "-11",
       "-11", "项"},
      {"zero has a unit too", fee_field(), "本年收费金额（单位：万元）", "0", "0", "万元"},
  };
  for (const UnitCase& c : cases) {
    SCOPED_TRACE(c.special);
    expect_value(read(c.field, c.text, c.header), Status::kValue, c.number, c.unit, c.text);
  }
}

TEST(ReadValueTest, ColumnUnitThatTheFieldCannotHaveMakesText) {
  expect_value(read(count_field(), "3", "本年制发件数（单位：万件）"), Status::kText, "", "", "3");
  expect_value(read(count_field(), "3", "本年制发件数（万元）"), Status::kText, "", "", "3");
  expect_value(read(fee_field(), "3", "本年收费金额（单位：美元）"), Status::kText, "", "", "3");
  expect_value(read(fee_field(), "3", "本年收费金额（单位：件）"), Status::kText, "", "", "3");
}

TEST(ReadValueTest, ColumnUnitThatIsNotUnderstoodIsNeverTakenForTheUnitOfTheForm) {
  for (const char* header :
       {"本年收费金额（人民币元）", "本年收费金额（人民币：元）", "本年收费金额（元，保留两位小数）",
        "本年收费金额（以元计）", "本年收费金额 单位：元", "本年收费金额/元"}) {
    const Value value = read(fee_field(), "920", header);
    EXPECT_FALSE(value.status == Status::kValue && value.unit == "万元")
        << header << " gives " << value.number << " " << value.unit;
  }
}

TEST(ReadValueTest, ColumnUnitBesideOtherWordsIsNotLost) {
  for (const char* header : {"采购总金额（万元，含税）", "采购总金额（以万元计）", "采购总金额（人民币：万元）",
                             "采购总金额（人民币万元）", "采购总金额 单位：万元", "采购总金额/万元"}) {
    const Value value = read(procurement_field(), "477.35", header);
    EXPECT_FALSE(value.status == Status::kValue && value.unit.empty()) << header;
  }
}

TEST(ReadValueTest, NoteAfterAColumnUnitDoesNotHideIt) {
  const Value value = read(fee_field(), "920", "本年收费金额（单位：元）（含税）");
  EXPECT_FALSE(value.status == Status::kValue && value.unit == "万元") << value.number << " " << value.unit;
}

struct StatusCase {
  const char* special;
  std::string text;
  Status status;
};

TEST(ReadValueTest, WithoutANumberThereIsNoUnitAndTheTextIsKept) {
  const StatusCase cases[] = {
      {"nothing", "", Status::kBlank},
      {"space", " ", Status::kBlank},
      {"NBSP", "\u00A0", Status::kBlank},
      {"U+3000", "\u3000\u3000", Status::kBlank},
      {"zero width", "\u200B", Status::kBlank},
      {"slash", "/", Status::kMark},
      {"none", " 无 ", Status::kMark},
      {"not applicable", "不适用", Status::kMark},
      {"see annex", "详见附表", Status::kText},
      {"money unit in a count", "251000元", Status::kText},
      {"circled digit", "5①", Status::kText},
      {"two figures", "1\n2", Status::kAmbiguous},
      {"leading zeros", "000", Status::kAmbiguous},
      {"damaged", "1\uFFFD", Status::kUnreadable},
  };
  for (const StatusCase& c : cases) {
    SCOPED_TRACE(c.special);
    expect_value(read(count_field(), c.text, "本年制发件数"), c.status, "", "", c.text);
  }
}

TEST(ReadValueTest, RawTextIsUntouched) {
  expect_value(read(count_field(), " \u3000１２\n", "本年制发件数"), Status::kValue, "12", "件", " \u3000１２\n");
  expect_value(read(count_field(), "22（其中修订 16 件）", "本年制发件数"), Status::kValue, "22", "件",
               "22（其中修订 16 件）");
}

TEST(ReadValueTest, PictureInTheCellIsUnreadable) {
  for (const char* text : {"", " ", "\u3000", "\n"})
    expect_value(read(count_field(), text, "本年制发件数", true), Status::kUnreadable, "", "", text);
}

TEST(ReadValueTest, PictureBesideAFigureLeavesTheFigureInDoubt) {
  expect_value(read(count_field(), "5", "本年制发件数", true), Status::kUnreadable, "", "", "5");
}

TEST(ReadValueTest, PictureBesideAMarkIsNoMark) {
  expect_value(read(count_field(), "-", "本年制发件数", true), Status::kUnreadable, "", "", "-");
}

TEST(ReadValueTest, AbsenceTellsWhatIsMissing) {
  const std::pair<Absence, Status> cases[] = {
      {Absence::kCell, Status::kNoCell},
      {Absence::kRow, Status::kNoRow},
      {Absence::kTable, Status::kNoTable},
  };
  for (const auto& [absence, status] : cases) {
    FieldMatch match;
    match.field = &count_field();
    match.absence = absence;
    expect_value(read_value(match, built_in_schema().lexicon), status, "", "", "");
  }
}

TEST(ReadValueTest, CellsThatCannotBeToldApartAreAmbiguousAndAllKept) {
  const Cell first{.text = "1"};
  const Cell second{.text = ""};
  const Cell third{.text = "3"};
  FieldMatch match;
  match.field = &count_field();
  match.cells = {&first, &second, &third};
  match.ambiguous = true;
  expect_value(read_value(match, built_in_schema().lexicon), Status::kAmbiguous, "", "", "1 |  | 3");
}

TEST(ReadValueTest, AmbiguousCellIsNotReadEvenIfItShowsOneNumber) {
  const Cell cell{.text = "5"};
  FieldMatch match;
  match.field = &count_field();
  match.cells = {&cell};
  match.ambiguous = true;
  expect_value(read_value(match, built_in_schema().lexicon), Status::kAmbiguous, "", "", "5");
}

TEST(ReadValueTest, SeveralCellsAreNeverTheFirstOne) {
  const Cell first{.text = "1"};
  const Cell second{.text = "2"};
  FieldMatch match;
  match.field = &count_field();
  match.cells = {&first, &second};
  const Value value = read_value(match, built_in_schema().lexicon);
  EXPECT_STREQ(name_of(value.status), "ambiguous");
  EXPECT_EQ(value.number, "");
}

TEST(StatusTest, NamesAreThoseOfTheDesign) {
  const std::vector<std::string> expected = {"value",      "blank",   "mark",   "text",    "ambiguous",
                                             "unreadable", "no_cell", "no_row", "no_table"};
  std::vector<std::string> names;
  for (const Status status : kStatuses) names.emplace_back(name_of(status));
  EXPECT_EQ(names, expected);
}

struct ExtraCase {
  std::string raw;
  std::string label;
  const char* expected_label;
  const char* number;
};

Record record_of_extra(const std::string& raw, const std::string& label) {
  Document document;
  document.kind = "text";
  Table table;
  table.cells = {{.text = raw, .row = 1, .column = 1, .line = 220}};
  ReportMatch match;
  match.extras = {{.section = 2, .table = &table, .cell = table.cells.data(), .label = label}};
  return make_record(match, document, built_in_schema().lexicon);
}

TEST(ExtrasTest, NumberAfterALabelIsShown) {
  const ExtraCase cases[] = {
      {"发布总数量：61", "", "发布总数量", "61"},
      {"发布总数量:61", "", "发布总数量", "61"},
      {"发布总数量： 61 ", "", "发布总数量", "61"},
      {"发布总数量：61件", "", "发布总数量", "61"},
      {"2020年本行政区域（或本部门）政府信息公开发布总数量（非新闻类、消息类）：61", "",
       "2020年本行政区域（或本部门）政府信息公开发布总数量（非新闻类、消息类）", "61"},
      {"61", "其他主动公开文件 > 本年新制作数量", "其他主动公开文件 > 本年新制作数量", "61"},
      {"61", "", "", "61"},
  };
  for (const ExtraCase& c : cases) {
    SCOPED_TRACE(c.raw);
    const Record record = record_of_extra(c.raw, c.label);
    ASSERT_EQ(record.extras.size(), 1U);
    EXPECT_EQ(record.extras[0].section, 2);
    EXPECT_EQ(record.extras[0].where, "L220");
    EXPECT_EQ(record.extras[0].raw, c.raw);
    EXPECT_EQ(record.extras[0].label, c.expected_label);
    EXPECT_EQ(record.extras[0].number, c.number);
  }
}

TEST(ExtrasTest, WhatIsNoNumberGivesNone) {
  for (const char* raw : {"发布总数量：", "发布总数量：/", "发布总数量：详见附表", "发布总数量：6 1", "发布总数量：061",
                          "发布总数量61", "注：行政复议、行政诉讼数量含上年度结转数量。", "其他主动公开文件"}) {
    const Record record = record_of_extra(raw, "");
    ASSERT_EQ(record.extras.size(), 1U);
    EXPECT_EQ(record.extras[0].number, "") << raw;
    EXPECT_EQ(record.extras[0].raw, raw);
  }
}

TEST(ExtrasTest, ColonBetweenFiguresIsNoLabel) {
  for (const char* raw : {"1:2", "8:30", "公开比例 1:2", "发布时间：8:30"})
    EXPECT_EQ(record_of_extra(raw, "").extras.at(0).number, "") << raw;
}

TEST(MakeRecordTest, HasOneFieldForEveryMatchWithItsAddress) {
  Document document;
  document.kind = "docx";
  document.part = "word/document.xml";
  Table table;
  table.ordinal = 2;
  table.cells = {{.text = "3", .row = 12, .column = 10}, {.text = "4", .row = 12, .column = 11}};
  const Form& form = *built_in_schema().find_form("2021");
  ReportMatch match;
  match.forms = {&form};
  FieldMatch found;
  found.form = &form;
  found.field = &count_field();
  found.tables = {&table};
  found.cells = {table.cells.data()};
  found.how = How::kAlias;
  FieldMatch missing;
  missing.form = &form;
  missing.field = &fee_field();
  missing.tables = {&table};
  missing.absence = Absence::kRow;
  match.fields = {found, missing};
  const Record record = make_record(match, document, built_in_schema().lexicon);

  ASSERT_EQ(record.fields.size(), 2U);
  EXPECT_EQ(record.forms, match.forms);
  ASSERT_NE(record.find("rules_issued"), nullptr);
  const RecordField& first = *record.find("rules_issued");
  EXPECT_EQ(first.where, "word/document.xml#t2/r12/c10");
  EXPECT_EQ(first.how, How::kAlias);
  EXPECT_EQ(first.form, &form);
  expect_value(first.value, Status::kValue, "3", "件", "3");
  ASSERT_NE(record.find("fee_amount_wan"), nullptr);
  EXPECT_EQ(record.find("fee_amount_wan")->where, "");
  expect_value(record.find("fee_amount_wan")->value, Status::kNoRow, "", "", "");
  EXPECT_EQ(record.find("rules_repealed"), nullptr);
  EXPECT_EQ(record.find(""), nullptr);
}

struct StatementCase {
  const char* special;
  const Field& field;
  std::vector<std::string> statements;
  Status status;
  const char* unit;
};

TEST(ReadValueTest, TextsBesideTheTableStateUnits) {
  const StatementCase cases[] = {
      {"unit of the counts", count_field(), {"单位：件"}, Status::kValue, "件"},
      {"unit of the money, not of the counts", count_field(), {"单位：元"}, Status::kValue, "件"},
      {"unit of the money", fee_field(), {"单位：元"}, Status::kValue, "元"},
      {"one for each", fee_field(), {"单位：件、元"}, Status::kValue, "元"},
      {"units of one size", count_field(), {"单位：件、项"}, Status::kValue, "件"},
      {"counts of two sizes", count_field(), {"单位：件、万件"}, Status::kText, ""},
      {"counts of another size are not money", fee_field(), {"单位：千件、元"}, Status::kValue, "元"},
      {"two units of money", fee_field(), {"单位：元", "单位：万元"}, Status::kText, ""},
      {"unknown unit", count_field(), {"单位：打"}, Status::kText, ""},
      {"body", count_field(), {"填报单位：水务局", "各单位配合。", "被评为先进单位"}, Status::kValue, "件"},
  };
  for (const StatementCase& c : cases) {
    SCOPED_TRACE(c.special);
    Cell cell{.text = "3", .row = 1, .column = 1};
    FieldMatch match;
    match.field = &c.field;
    match.cells = {&cell};
    match.statements = c.statements;
    expect_value(read_value(match, built_in_schema().lexicon), c.status, c.status == Status::kValue ? "3" : "", c.unit,
                 "3");
  }
}

}  // namespace
}  // namespace nianbao::test

// One table of a document against one of a form. Whatever is changed: a field shows its own number or none, never
// another field's. Numbers of the model are all different, so a shift cannot hide.
#include "extract/table_match.h"

#include <gtest/gtest.h>

#include <functional>
#include <set>

#include "extract/docx_body.h"
#include "extract/text_reader.h"
#include "schema/text.h"
#include "tests/support/model_report.h"
#include "tests/support/places.h"

namespace nianbao::test {
namespace {

using Rows = std::vector<RowSpec>;
using Fields = std::map<std::string, std::string>;

constexpr const char* kTables[] = {"", "", "disclosure", "applications", "disputes"};

const FormTable& form_table(const std::string& form, int section) {
  for (const FormTable& table : built_in_schema().find_form(form)->tables)
    if (table.id == kTables[section]) return table;
  throw std::runtime_error("no such table");
}

Table grid(const Rows& rows) {
  return std::get<Table>(read_docx_body(document_xml(table_xml(rows)), "x", {})->document.blocks.at(0));
}

Table ragged(const Rows& rows) {
  std::string text;
  for (const RowSpec& row : rows) {
    for (const CellSpec& cell : row) text += "\t" + cell.text + "\n";
    text += "\n";
  }
  return std::get<Table>(read_text({text, "a.txt"}, {})->blocks.at(0));
}

struct Outcome {
  Fields fields;                      // the text of the cell, or ? ambiguous, -cell, -row
  std::multiset<std::string> extras;  // text of the cells
  std::set<How> how;
};

Outcome match(const Table& table, const FormTable& form) {
  const LabelledTable labelled(table);
  const TableMatch match = match_table(labelled, form);
  Outcome outcome;
  for (std::size_t i = 0; i < form.fields.size(); ++i) {
    const FieldCells& field = match.fields.at(i);
    outcome.fields[form.fields[i].id] = field.ambiguous          ? "?"
                                        : field.cells.empty()    ? (field.row_found ? "-cell" : "-row")
                                        : field.cells.size() > 1 ? "several"
                                                                 : field.cells.front()->text;
    if (!field.cells.empty()) outcome.how.insert(field.how);
  }
  for (const ExtraCell& extra : match.extras) outcome.extras.insert(extra.cell->text);
  return outcome;
}

struct Change {
  const char* what;
  std::string form;
  int section;
  std::function<void(Rows&)> apply;
  std::vector<std::pair<std::string, std::string>> changed = {};  // field and what it shows now; `row*` for a whole row
  std::multiset<std::string> extras = {};
};

Fields model_fields(const ModelReport& model, const FormTable& form) {
  Fields fields;
  for (const Field& field : form.fields) fields[field.id] = model.shown(field.id);
  return fields;
}

Fields with_changes(Fields fields, const Change& change) {
  for (const auto& [id, text] : change.changed) {
    if (id.back() != '*') {
      EXPECT_EQ(fields.count(id), 1U) << id;
      fields[id] = text;
      continue;
    }
    for (auto& [field, shown] : fields)
      if (field.rfind(id.substr(0, id.size() - 1), 0) == 0) shown = text;
  }
  return fields;
}

// Differences only, one a line.
std::string difference(const Fields& actual, const Fields& expected) {
  std::string out;
  for (const auto& [id, text] : expected)
    if (actual.at(id) != text) out += id + ": " + actual.at(id) + ", expected " + text + "\n";
  return out;
}

// Fields that show a number of another field.
std::string strangers(const Fields& actual, const Fields& own) {
  std::string out;
  for (const auto& [id, text] : actual)
    if (!text.empty() && text.find_first_not_of("0123456789") == std::string::npos && text != own.at(id))
      out += id + " shows " + text + ", its own is " + own.at(id) + "\n";
  return out;
}

void check(const std::vector<Change>& changes, bool as_text) {
  for (const Change& change : changes) {
    SCOPED_TRACE(std::string(change.what) + ", section " + std::to_string(change.section) + " of " + change.form +
                 (as_text ? ", ragged" : ", grid"));
    const ModelReport model(built_in_schema(), change.form, 2020);
    Rows rows = model.table(change.section);
    change.apply(rows);
    const FormTable& form = form_table(change.form, change.section);
    const Outcome outcome = match(as_text ? ragged(rows) : grid(rows), form);
    EXPECT_EQ(difference(outcome.fields, with_changes(model_fields(model, form), change)), "");
    EXPECT_EQ(outcome.extras, change.extras);
  }
}

// Rows of the model's tables (see model_report.cpp): section 二 of 2019 has banner, header, rows for each block.
constexpr std::size_t kRules = 2, kNormdocs = 3, kLicensing = 6, kFee = 14, kProcurement = 17;
// Section 三: three header rows, then the rows of the form.
constexpr std::size_t kNew = 3, kCarriedIn = 4, kGranted = 5, kSecret = 7, kThirdParty = 10, kOther = 23, kTotal = 24,
                      kOut = 25;

void relabel(Rows& rows, const std::function<std::string(const std::string&)>& spell) {
  for (RowSpec& row : rows)
    for (CellSpec& cell : row)
      if (!cell.text.empty() && cell.text.find_first_not_of("0123456789") != std::string::npos)
        cell.text = spell(cell.text);
}

std::string without_start(const std::string& text) {
  for (const char* start : {"一、", "二、", "三、", "四、", "（一）", "（二）", "（三）", "（四）", "（五）", "（六）",
                            "（七）", "1.", "2.", "3.", "4.", "5.", "6.", "7.", "8."})
    if (text.rfind(start, 0) == 0) return text.substr(std::string(start).size());
  return text;
}

std::string with_sign(const std::string& text, const std::string& sign) {
  const bool numbered = text.size() > 2 && text[0] >= '1' && text[0] <= '9' && text[1] == '.';
  return numbered ? text.substr(0, 1) + sign + text.substr(2) : text;
}

std::string one_a_line(const std::string& text) {
  std::string out;
  for (const char c : text) {
    if (!out.empty() && (static_cast<unsigned char>(c) & 0xC0U) != 0x80U) out += '\n';
    out += c;
  }
  return out;
}

TEST(TableMatch, SpellingsOfLabelsChangeNothing) {
  const std::vector<std::pair<const char*, std::function<std::string(const std::string&)>>> spellings = {
      {"as printed", [](const std::string& text) { return text; }},
      {"1、", [](const std::string& text) { return with_sign(text, "、"); }},
      {"1．", [](const std::string& text) { return with_sign(text, "．"); }},
      {"1. and a space", [](const std::string& text) { return with_sign(text, ". "); }},
      {"without enumerators", without_start},
      {"one character a line", one_a_line},
      {"spaces before and behind", [](const std::string& text) { return " 　" + text + "\xC2\xA0 "; }},
      {"half-width brackets",
       [](const std::string& text) { return replace_all(replace_all(text, "（", "("), "）", ")"); }},
      {"straight quotes", [](const std::string& text) { return replace_all(replace_all(text, "“", "\""), "”", "\""); }},
      {"no quotes", [](const std::string& text) { return replace_all(replace_all(text, "“", ""), "”", ""); }},
      {"其它", [](const std::string& text) { return replace_all(text, "其他", "其它"); }},
      {"colon behind", [](const std::string& text) { return text + "："; }},
      {"Traditional characters",
       [](const std::string& text) {
         return replace_all(replace_all(replace_all(text, "总计", "總計"), "公开", "公開"), "数量", "數量");
       }},
  };
  for (const auto& [what, spell] : spellings) {
    std::vector<Change> changes;
    for (const char* form : {"2019", "2021"})
      for (const int section : {2, 3, 4})
        changes.push_back({what, form, section, [&spell = spell](Rows& rows) { relabel(rows, spell); }});
    check(changes, false);
    check(changes, true);
  }
}

TEST(TableMatch, BlankCellsAreFoundAtTheirPlace) {
  std::vector<Change> changes;
  for (const char* form : {"2019", "2021"})
    for (const int section : {2, 3, 4})
      for (const char* mark : {"", "/", "-", "无"}) {
        Change change{"nothing but marks", form, section, [mark](Rows& rows) {
                        for (RowSpec& row : rows)
                          for (CellSpec& cell : row)
                            if (!cell.text.empty() && cell.text.find_first_not_of("0123456789") == std::string::npos)
                              cell.text = mark;
                      }};
        for (const Field& field : form_table(form, section).fields) change.changed.emplace_back(field.id, mark);
        changes.push_back(change);
      }
  check(changes, false);
  check(changes, true);
}

TEST(TableMatch, KnownVariantsOfLayout) {
  const std::vector<Change> changes = {
      {"second lines of both headers lost", "2019", 2,
       [](Rows& rows) { rows[1][1].text = rows[1][2].text = "本年新"; }},
      {"second header line of one lost", "2019", 2, [](Rows& rows) { rows[1][1].text = "本年新"; }},
      {"space in the banner", "2019", 2, [](Rows& rows) { rows[0][0].text = "第二十条 第（一）项"; }},
      {"explanations of Hubei", "2019", 2,
       [](Rows& rows) {
         rows[kRules][0].text = "规章(设区的市、自治州人民政府应提供相关数据)";
         rows[kNormdocs][0].text = "规范性文件(指各行政机关印发的有正式文号的文件)";
         rows[5][1].text = "上一年项目数量 (指2019年事项数)";
         rows[5][2].text = "本年增/减 (指2020年增加或减少的事项数,减用负值表示,如-8)";
         rows[5][3].text = "处理决定数量 (指2020年办件量)";
       }},
      {"unit in the header", "2019", 2, [](Rows& rows) { rows[16][2].text = "采购总金额（万元）"; }},
      {"no unit in the header", "2021", 2, [](Rows& rows) { rows[12][1].text = "本年收费金额"; }},
      {"规范性文件 in the form of 2021", "2021", 2, [](Rows& rows) { rows[3][0].text = "规范性文件"; }},
      {"no corner label", "2019", 2, [](Rows& rows) { rows[1][0].text = rows[5][0].text = ""; }},
      {"garbled corner", "2019", 3,
       [](Rows& rows) { rows[0][0].text = "（本列数据的勾稽关系为：第一项加第二项法人或其他组织"; }},
      {"empty corner", "2019", 3, [](Rows& rows) { rows[0][0].text = ""; }},
      {"合计 for 总计", "2019", 3, [](Rows& rows) { rows[1][3].text = "合计", rows[kTotal][1].text = "（七）合计"; }},
      {"a label that lost characters", "2019", 3,
       [](Rows& rows) { rows[kSecret + 1][2].text = "2.其他法律行政止公开"; }},
      {"a label with a doubled numeral", "2019", 3,
       [](Rows& rows) { rows[kGranted][0].text = "三三、本年度办理结果"; }},
      {"other words for the last row", "2019", 3, [](Rows& rows) { rows[kOut][0].text = "四、结转下一年度继续办理"; }},
      {"enumerators inside （六） of 2021", "2021", 3,
       [](Rows& rows) {
         rows[23][2].text = "1、申请人无正当理由逾期不补正，行政机关不再处理其政府信息公开申请",
         rows[25][2].text = "其他";
       }},
  };
  check(changes, false);
  check(changes, true);
}

TEST(TableMatch, GridVariants) {
  check(
      {
          // Shanghai 2019: the cell over two columns stands now here, now there.
          {"colspans that move from row to row", "2019", 2,
           [](Rows& rows) {
             for (const std::size_t banner : {0U, 4U, 8U, 12U, 15U}) rows[banner][0].span = 5;
             for (const std::size_t row : {1U, 2U, 3U, 5U, 9U}) rows[row][2].span = 2;
             for (const std::size_t row : {6U, 7U, 10U, 11U}) rows[row][1].span = 2;
             for (const std::size_t row : {13U, 14U, 16U, 17U}) rows[row][1].span = rows[row][2].span = 2;
           }},
          {"group label printed twice, as after a page break", "2019", 3,
           [](Rows& rows) {
             rows[15][0] = {"三、本年度办理结果", 1, "restart"}, rows[15][1] = {"（四）无法提供", 1, "restart"};
           }},
          {"group labels in every row", "2019", 3,
           [](Rows& rows) {
             for (std::size_t i = kGranted; i <= kTotal; ++i) rows[i][0] = {"三、本年度办理结果", 1, ""};
           }},
          {"header repeated in the middle", "2019", 3,
           [](Rows& rows) {
             const Rows header(rows.begin(), rows.begin() + 3);
             rows.insert(rows.begin() + 15, header.begin(), header.end());
           }},
          {"no banners", "2019", 2,
           [](Rows& rows) { std::erase_if(rows, [](const RowSpec& row) { return row.size() == 1; }); }},
          {"empty cell behind the last column", "2019", 3,
           [](Rows& rows) {
             for (std::size_t i = kNew; i < rows.size(); ++i) rows[i].push_back({""});
           }},
          {"empty row between", "2019", 3,
           [](Rows& rows) {
             rows.insert(rows.begin() + kOther, RowSpec{{"", 10}});
           }},
          {"title row on top",
           "2019",
           3,
           [](Rows& rows) {
             rows.insert(rows.begin(), RowSpec{{"附件", 10}});
           },
           {},
           {"附件"}},
          {"columns in another order", "2019", 3,
           [](Rows& rows) {
             std::swap(rows[2][2].text, rows[2][4].text);
             for (std::size_t i = kNew; i < rows.size(); ++i)
               std::swap(rows[i][rows[i].size() - 6].text, rows[i][rows[i].size() - 4].text);
           }},
          {"cells in place of merged header cells", "2021", 4,
           [](Rows& rows) {
             RowSpec top(15), middle(15), low(15);
             const char* results[] = {"结果维持", "结果纠正", "其他结果", "尚未审结", "总计"};
             for (std::size_t i = 0; i < 15; ++i) low[i].text = results[i % 5];
             top[0].text = "行政复议", top[5].text = "行政诉讼", middle[5].text = "未经复议直接起诉",
             middle[10].text = "复议后起诉";
             rows[0] = top, rows[1] = middle, rows[2] = low;
           }},
          {"note below",
           "2021",
           4,
           [](Rows& rows) {
             rows.push_back({{"注：行政复议、行政诉讼数量含上年度结转数量。", 15}});
           },
           {},
           {"注：行政复议、行政诉讼数量含上年度结转数量。"}},
          {"empty row above the counts",
           "2021",
           4,
           [](Rows& rows) { rows.insert(rows.begin() + 3, RowSpec(15)); },
           {{"recon_*", "?"}, {"suit_*", "?"}}},
          {"label before the counts",
           "2021",
           4,
           [](Rows& rows) {
             for (RowSpec& row : rows) row.insert(row.begin(), CellSpec{""});
             rows[3][0].text = "件数";
           },
           {},
           {"件数"}},
      },
      false);
}

TEST(TableMatch, WhatIsMissingIsMissingAndWhatIsStrangeIsKept) {
  const std::vector<Change> both = {
      {"a missing row",
       "2019",
       3,
       [](Rows& rows) { rows.erase(rows.begin() + kThirdParty); },
       {{"res_denied_third_party*", "-row"}}},
      {"a missing block",
       "2019",
       2,
       [](Rows& rows) { rows.erase(rows.begin() + 15, rows.end()); },
       {{"procurement*", "-row"}}},
      {"an unknown row label",
       "2019",
       3,
       [](Rows& rows) {
         rows[kThirdParty][2].text = "4.某某情形", rows[kThirdParty].resize(4), rows[kThirdParty][3].text = "77";
       },
       {{"res_denied_third_party*", "-row"}},
       {"77"}},
      {"an extra row",
       "2019",
       2,
       [](Rows& rows) {
         rows.insert(rows.begin() + 4, RowSpec{{"其他主动公开文件"}, {"901"}, {"902"}, {"903"}});
       },
       {},
       {"901", "902", "903"}},
      {"an extra row of one cell",
       "2019",
       2,
       [](Rows& rows) {
         rows.push_back({{"2020年本行政区域（或本部门）政府信息公开发布总数量（非新闻类、消息类）：61", 3}});
       },
       {},
       {"2020年本行政区域（或本部门）政府信息公开发布总数量（非新闻类、消息类）：61"}},
      {"an extra column",
       "2019",
       2,
       [](Rows& rows) {
         rows[1].push_back({"备注"}), rows[kRules].push_back({"注意"}), rows[kNormdocs].push_back({""});
       },
       {},
       {"注意"}},
      {"an extra column between",
       "2019",
       2,
       [](Rows& rows) {
         rows[1].insert(rows[1].begin() + 2, CellSpec{"本年新修订数量"});
         rows[kRules].insert(rows[kRules].begin() + 2, CellSpec{"901"});
         rows[kNormdocs].insert(rows[kNormdocs].begin() + 2, CellSpec{"902"});
       },
       {},
       {"901", "902"}},
      {"a row with a strange sub-label",
       "2019",
       3,
       [](Rows& rows) {
         rows[kOther][1].span = 1, rows[kOther].insert(rows[kOther].begin() + 2, CellSpec{"1.某某情形"});
       },
       {{"res_other__*", "-row"}},
       {"1.某某情形", "163", "164", "165", "166", "167", "168", "993"}},
      {"a block without its header",
       "2019",
       2,
       [](Rows& rows) { rows.erase(rows.begin() + 5); },
       {{"licensing*", "?"}, {"other_services*", "?"}}},
      {"one 本年新 of two",
       "2019",
       2,
       [](Rows& rows) {
         rows[1].erase(rows[1].begin() + 2), rows[1][1].text = "本年新", rows[kRules].erase(rows[kRules].begin() + 2),
                                             rows[kNormdocs].erase(rows[kNormdocs].begin() + 2);
       },
       {{"rules*", "?"}, {"normdocs*", "?"}}},
      {"the same row again, equal", "2019", 3, [](Rows& rows) { rows.insert(rows.begin() + kNew, rows[kNew]); }},
      {"the same row again, one number another",
       "2019",
       3,
       [](Rows& rows) { rows.insert(rows.begin() + kNew, rows[kNew]), rows[kNew][1].text = "999"; },
       {{"req_new__natural", "?"}}},
      {"the same row again, blank",
       "2019",
       3,
       [](Rows& rows) {
         rows.insert(rows.begin() + kNew, rows[kNew]);
         for (std::size_t i = 1; i < 8; ++i) rows[kNew][i].text = "";
       },
       {{"req_new__*", "?"}}},
  };
  check(both, false);
}

TEST(TableMatch, CellsOfAGridThatAreMissingOrMerged) {
  check(
      {
          {"last cell missing", "2019", 3, [](Rows& rows) { rows[kNew].pop_back(); }, {{"req_new__*", "?"}}},
          {"last two cells missing",
           "2019",
           3,
           [](Rows& rows) { rows[kSecret].resize(8); },
           {{"res_denied_state_secret__*", "?"}}},
          {"only the label", "2019", 3, [](Rows& rows) { rows[kNew].resize(1); }, {{"req_new__*", "-cell"}}},
          {"one of two cells", "2019", 2, [](Rows& rows) { rows[kProcurement].pop_back(); }, {{"procurement*", "?"}}},
          {"value over two columns",
           "2019",
           3,
           [](Rows& rows) { rows[kNew].erase(rows[kNew].begin() + 2), rows[kNew][1].span = 2; },
           {{"req_new__natural", "?"}, {"req_new__commercial", "?"}}},
          {"value over all columns",
           "2019",
           3,
           [](Rows& rows) { rows[kNew].resize(2), rows[kNew][1].span = 7; },
           {{"req_new__*", "?"}}},
          {"blank over two columns",
           "2019",
           3,
           [](Rows& rows) {
             rows[kNew].erase(rows[kNew].begin() + 2), rows[kNew][1] = {"", 2, ""};
           },
           {{"req_new__natural", ""}, {"req_new__commercial", ""}}},
          {"value over two rows",
           "2019",
           3,
           [](Rows& rows) {
             rows[kNew][1].merge = "restart", rows[kCarriedIn][1] = {"", 1, "continue"};
           },
           {{"req_new__natural", "?"}, {"req_carried_in__natural", "?"}}},
          {"blank over two rows",
           "2019",
           3,
           [](Rows& rows) {
             rows[kNew][1] = {"", 1, "restart"}, rows[kCarriedIn][1] = {"", 1, "continue"};
           },
           {{"req_new__natural", ""}, {"req_carried_in__natural", ""}}},
          {"value over two columns in section 四",
           "2021",
           4,
           [](Rows& rows) { rows[3].erase(rows[3].begin() + 1), rows[3][0].span = 2; },
           {{"recon_upheld", "?"}, {"recon_corrected", "?"}}},
          {"last cell of section 四 missing",
           "2021",
           4,
           [](Rows& rows) { rows[3].pop_back(); },
           {{"recon_*", "?"}, {"suit_*", "?"}}},
          {"one value over two columns of section 二",
           "2019",
           2,
           [](Rows& rows) { rows[kFee].resize(2), rows[kFee][1].span = 2; },
           {{"fee*", "?"}}},
          {"a number beyond the last column",
           "2019",
           3,
           [](Rows& rows) { rows[kNew].push_back({"901"}); },
           {{"req_new__*", "?"}}},
      },
      false);
}

TEST(TableMatch, ARaggedRowOfAnotherLengthIsAmbiguousAndNothingShifts) {
  const std::vector<Change> changes = {
      {"one too few", "2019", 3, [](Rows& rows) { rows[kNew].erase(rows[kNew].begin() + 3); }, {{"req_new__*", "?"}}},
      {"one too many",
       "2019",
       3,
       [](Rows& rows) { rows[kNew].insert(rows[kNew].begin() + 3, CellSpec{"901"}); },
       {{"req_new__*", "?"}}},
      {"one empty cell too many",
       "2019",
       3,
       [](Rows& rows) { rows[kNew].insert(rows[kNew].begin() + 3, CellSpec{""}); },
       {{"req_new__*", "?"}}},
      {"one empty cell too many behind the label",
       "2019",
       3,
       [](Rows& rows) { rows[kNew].insert(rows[kNew].begin() + 1, CellSpec{""}); },
       {{"req_new__*", "?"}}},
      {"one empty cell too many at the end",
       "2019",
       3,
       [](Rows& rows) { rows[kNew].push_back({""}); },
       {{"req_new__*", "?"}}},
      {"deep row, one too few",
       "2021",
       3,
       [](Rows& rows) { rows[kSecret].pop_back(); },
       {{"res_denied_state_secret__*", "?"}}},
      {"one too few in section 二", "2019", 2, [](Rows& rows) { rows[kLicensing].pop_back(); }, {{"licensing*", "?"}}},
      {"one of two cells", "2019", 2, [](Rows& rows) { rows[kProcurement].pop_back(); }, {{"procurement*", "?"}}},
      {"one too few in section 四",
       "2021",
       4,
       [](Rows& rows) { rows[3].erase(rows[3].begin()); },
       {{"recon*", "?"}, {"suit*", "?"}}},
      {"one too many in section 四",
       "2021",
       4,
       [](Rows& rows) { rows[3].push_back({"901"}); },
       {{"recon*", "?"}, {"suit*", "?"}}},
      {"a header cell lost in section 二",
       "2019",
       2,
       [](Rows& rows) { rows[5].erase(rows[5].begin() + 1); },
       {{"licensing*", "?"}, {"other_services*", "?"}}},
  };
  for (const Change& change : changes) {
    SCOPED_TRACE(change.what);
    const ModelReport model(built_in_schema(), change.form, 2020);
    Rows rows = model.table(change.section);
    change.apply(rows);
    const FormTable& form = form_table(change.form, change.section);
    EXPECT_EQ(difference(match(ragged(rows), form).fields, with_changes(model_fields(model, form), change)), "");
  }
}

using Harm = std::pair<const char*, std::function<void(RowSpec&, std::size_t)>>;

// Does this to every cell of every table in turn; fields that then show a number of another are errors.
void harm_every_cell(const Harm& harm, bool as_text) {
  for (const char* form_id : {"2019", "2021"})
    for (const int section : {2, 3, 4}) {
      const ModelReport model(built_in_schema(), form_id, 2020);
      const FormTable& form = form_table(form_id, section);
      const Rows whole = model.table(section);
      const Fields own = model_fields(model, form);
      std::size_t silent = 0;
      std::string first;
      for (std::size_t r = 0; r < whole.size(); ++r)
        for (std::size_t i = 0; i < whole[r].size(); ++i) {
          Rows rows = whole;
          harm.second(rows[r], i);
          const std::string found = strangers(match(as_text ? ragged(rows) : grid(rows), form).fields, own);
          if (!found.empty() && silent++ == 0)
            first = "row " + std::to_string(r + 1) + ", cell " + std::to_string(i + 1) + " '" + whole[r][i].text +
                    "': " + found.substr(0, found.find('\n'));
        }
      EXPECT_EQ(silent, 0U) << "section " << section << " of " << form_id << ", a cell " << harm.first
                            << "; the first: " << first;
    }
}

// A row with as many values as columns that do not stand below them contradicts itself: which number is whose is not
// known.
TEST(TableMatch, NoFieldOfAGridShowsTheNumberOfAnotherWhereSpansAreWrong) {
  harm_every_cell({"whose span is lost", [](RowSpec& row, std::size_t i) { row[i].span = 1; }}, false);
  harm_every_cell({"wider by one", [](RowSpec& row, std::size_t i) { ++row[i].span; }}, false);
}

TEST(TableMatch, NoFieldOfARaggedTableEverShowsTheNumberOfAnother) {
  harm_every_cell(
      {"lost", [](RowSpec& row, std::size_t i) { row.erase(row.begin() + static_cast<std::ptrdiff_t>(i)); }}, true);
  harm_every_cell({"doubled",
                   [](RowSpec& row, std::size_t i) {
                     const CellSpec cell = row[i];
                     row.insert(row.begin() + static_cast<std::ptrdiff_t>(i), cell);
                   }},
                  true);
  harm_every_cell(
      {"after an empty one",
       [](RowSpec& row, std::size_t i) { row.insert(row.begin() + static_cast<std::ptrdiff_t>(i), CellSpec{""}); }},
      true);
}

TEST(TableMatch, SaysHowAFieldWasFound) {
  const ModelReport model(built_in_schema(), "2019", 2020);
  const FormTable& form = form_table("2019", 2);
  EXPECT_EQ(match(grid(model.table(2)), form).how, std::set<How>{How::kLabel});
  Rows lost = model.table(2);
  lost[1][1].text = lost[1][2].text = "本年新";
  EXPECT_EQ(match(grid(lost), form).how, (std::set<How>{How::kLabel, How::kPosition}));
  Rows alias = model.table(2);
  alias[kNormdocs][0].text = "行政规范性文件";
  EXPECT_EQ(match(grid(alias), form).how, (std::set<How>{How::kLabel, How::kAlias}));
}

TEST(TableMatch, TellsItsOwnTableFromOthers) {
  for (const char* form_id : {"2019", "2021"}) {
    const ModelReport model(built_in_schema(), form_id, 2020);
    for (const int section : {2, 3, 4})
      for (const int other : {2, 3, 4}) {
        const Table table = grid(model.table(section));
        const TableMatch match = match_table(LabelledTable(table), form_table(form_id, other));
        EXPECT_EQ(match.is_plausible(), section == other)
            << form_id << ": table of section " << section << " as that of " << other;
        EXPECT_TRUE(section != other || match.score() == static_cast<long>(match.fields.size())) << match.score();
      }
  }
  const Table foreign = grid({{{"名称"}, {"2020年政府信息公开工作年度报告"}, {"索引号"}, {"0001"}},
                              {{"分类"}, {"其他"}, {"公开日期"}, {"2021-01-28"}}});
  for (const int section : {2, 3, 4})
    EXPECT_FALSE(match_table(LabelledTable(foreign), form_table("2019", section)).is_plausible()) << section;
}

TEST(TableMatch, RemembersTheHeaderForItsUnit) {
  Rows rows = ModelReport(built_in_schema(), "2019", 2020).table(2);
  rows[16][2].text = "采购总金额（万元）";
  const Table table = grid(rows);
  const FormTable& form = form_table("2019", 2);
  const TableMatch match = match_table(LabelledTable(table), form);
  for (std::size_t i = 0; i < form.fields.size(); ++i)
    if (form.fields[i].id == "procurement_amount") {
      ASSERT_NE(match.fields[i].header, nullptr);
      EXPECT_EQ(match.fields[i].header->text, "采购总金额（万元）");
    }
}

}  // namespace
}  // namespace nianbao::test

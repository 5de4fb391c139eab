// Which column of the form stands over which column of the document.
#include "extract/header.h"

#include <gtest/gtest.h>

#include "extract/docx_body.h"
#include "extract/text_reader.h"
#include "tests/support/docx_builder.h"
#include "tests/support/places.h"

namespace nianbao::test {
namespace {

Table grid(const std::vector<RowSpec>& rows) {
  return std::get<Table>(read_docx_body(document_xml(table_xml(rows)), "x", {})->document.blocks.at(0));
}

Table ragged(const std::vector<RowSpec>& rows) {
  std::string text;
  for (const RowSpec& row : rows) {
    for (const CellSpec& cell : row) text += "\t" + cell.text + "\n";
    text += "\n";
  }
  return std::get<Table>(read_text({text, "a.txt"}, {})->blocks.at(0));
}

const FormBlock& block_of(const std::string& form, const std::string& table, std::size_t index = 0) {
  for (const FormTable& found : built_in_schema().find_form(form)->tables)
    if (found.id == table) return found.blocks.at(index);
  throw std::runtime_error("no table " + table);
}

// The ids of the columns from left to right: `*` behind one found by its place, ? for one the form does not have.
std::string columns(const Table& table, const FormBlock& block) {
  const LabelledTable labelled(table);
  std::vector<std::size_t> rows;
  for (std::size_t i = 0; i < table.row_count; ++i) rows.push_back(i);
  std::string out;
  for (const HeaderColumn& column : columns_under(labelled, leaves_of(labelled, rows), block)) {
    out += out.empty() ? "" : " ";
    out += column.column ? block.columns.at(*column.column).id + (column.how == How::kPosition ? "*" : "") : "?";
  }
  return out;
}

const std::string kSeven = "natural commercial research welfare legal other total";
const std::string kCorner = "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）";

std::vector<RowSpec> applicants(const std::vector<std::string>& organisations, const std::string& total = "总计") {
  std::vector<RowSpec> rows = {
      {{kCorner, 3, "restart"}, {"申请人情况", 7}},
      {{"", 3, "continue"}, {"自然人", 1, "restart"}, {"法人或其他组织", 5}, {total, 1, "restart"}},
      {{"", 3, "continue"}, {"", 1, "continue"}}};
  for (const std::string& label : organisations) rows[2].push_back({label});
  rows[2].push_back({"", 1, "continue"});
  return rows;
}

const std::vector<std::string> kOrganisations = {"商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他"};

struct ColumnsCase {
  const char* what;
  std::vector<RowSpec> rows;
  std::string expected;
};

TEST(Header, ColumnsOfSectionTwo) {
  const FormBlock& block = block_of("2019", "disclosure");
  const std::vector<ColumnsCase> cases = {
      {"as the form prints it",
       {{{"信息内容"}, {"本年新制作数量"}, {"本年新公开数量"}, {"对外公开总数量"}}},
       "issued newly_disclosed disclosed_total"},
      {"split over lines",
       {{{"信息内容"}, {"本年新\n制作数量"}, {"本年新\n公开数量"}, {"对外公开\n总数量"}}},
       "issued newly_disclosed disclosed_total"},
      {"spaces inside",
       {{{"信息 内容"}, {"本年新 制作数量"}, {"本 年 新 公 开 数 量"}, {"对外公开总数量　"}}},
       "issued newly_disclosed disclosed_total"},
      {"second lines lost",
       {{{"信息内容"}, {"本年新"}, {"本年新"}, {"对外公开总数量"}}},
       "issued* newly_disclosed* disclosed_total"},
      {"second lines lost, no corner",
       {{{""}, {"本年新"}, {"本年新"}, {"对外公开总数量"}}},
       "issued* newly_disclosed* disclosed_total"},
      {"one second line lost",
       {{{"信息内容"}, {"本年新"}, {"本年新公开数量"}, {"对外公开总数量"}}},
       "issued* newly_disclosed disclosed_total"},
      {"only one 本年新: which of two is not said",
       {{{"信息内容"}, {"本年新"}, {"对外公开总数量"}}},
       "disclosed_total"},
      {"three times 本年新: not said",
       {{{"信息内容"}, {"本年新"}, {"本年新"}, {"本年新"}, {"对外公开总数量"}}},
       "disclosed_total"},
      {"another order",
       {{{"信息内容"}, {"对外公开总数量"}, {"本年新制作数量"}, {"本年新公开数量"}}},
       "disclosed_total issued newly_disclosed"},
      {"a column twice",
       {{{"信息内容"}, {"本年新制作数量"}, {"本年新制作数量"}, {"对外公开总数量"}}},
       "disclosed_total"},
      {"a column more",
       {{{"信息内容"}, {"本年新制作数量"}, {"备注"}, {"本年新公开数量"}, {"对外公开总数量"}}},
       "issued ? newly_disclosed disclosed_total"},
      {"a column more at the end",
       {{{"信息内容"}, {"本年新制作数量"}, {"本年新公开数量"}, {"对外公开总数量"}, {"备注"}}},
       "issued newly_disclosed disclosed_total ?"},
      {"with spans",
       {{{"信息内容"}, {"本年新制作数量"}, {"本年新公开数量", 2}, {"对外公开总数量"}}},
       "issued newly_disclosed disclosed_total"},
      {"no label of the block", {{{"信息内容"}, {"上一年项目数量"}, {"本年增/减"}}}, ""},
      {"nothing", {{{""}, {""}}}, ""},
  };
  for (const ColumnsCase& made : cases) {
    // Where a column is not said, it may be left out before the first found one or be given as unknown: never as a
    // column.
    std::string grid_columns = columns(grid(made.rows), block);
    while (made.expected.rfind('?', 0) != 0 && grid_columns.rfind("? ", 0) == 0) grid_columns.erase(0, 2);
    EXPECT_EQ(grid_columns, made.expected) << made.what;
    EXPECT_EQ(columns(ragged(made.rows), block), made.expected) << made.what << ", ragged";
  }
}

TEST(Header, LongExplanationsAndAliases) {
  const FormBlock& block = block_of("2019", "disclosure", 1);
  const std::vector<std::vector<RowSpec>> cases = {
      {{{"信息内容"},
        {"上一年项目数量 (指2019年事项数)"},
        {"本年增/减 (指2020年增加或减少的事项数,减用负值表示,如-8)"},
        {"处理决定数量 (指2020年办件量)"}}},
      {{{"信息内容"}, {"上一年项目数量"}, {"本年增/"}, {"处理决定数量"}}},
      {{{"信息内容"}, {"上一年\n项目数量"}, {"本年增／减"}, {"处理\n决定数量"}}},
  };
  for (const std::vector<RowSpec>& rows : cases)
    EXPECT_EQ(columns(grid(rows), block), "items_prev items_change decisions") << rows[0][2].text;
}

TEST(Header, ColumnsOfSectionThree) {
  const FormBlock& block = block_of("2021", "applications");
  const std::vector<ColumnsCase> cases = {
      {"as the form prints it", applicants(kOrganisations), kSeven},
      {"split over lines",
       applicants({"商业\n企业", "科研\n机构", "社会公益\n组织", "法律服务\n机构", "其\n他"}, "总\n计"), kSeven},
      {"one character a line",
       applicants({"商\n业\n企\n业", "科\n研\n机\n构", "社 会 公 益 组 织", "法 律 服 务\n机构", "其 他"}, "总 计"),
       kSeven},
      {"合计 for 总计", applicants(kOrganisations, "合计"), kSeven},
      {"其它 for 其他", applicants({"商业企业", "科研机构", "社会公益组织", "法律服务机构", "其它"}), kSeven},
      {"Traditional characters", applicants({"商業企業", "科研機構", "社會公益組織", "法律服務機構", "其他"}, "總計"),
       kSeven},
      {"organisations in another order", applicants({"科研机构", "商业企业", "社会公益组织", "法律服务机构", "其他"}),
       "natural research commercial welfare legal other total"},
      {"one unknown label", applicants({"商业企业", "科研机构", "某某组织", "法律服务机构", "其他"}),
       "natural commercial research ? legal other total"},
      {"one label twice", applicants({"商业企业", "商业企业", "社会公益组织", "法律服务机构", "其他"}),
       "natural ? ? welfare legal other total"},
  };
  for (const ColumnsCase& made : cases) {
    EXPECT_EQ(columns(grid(made.rows), block), made.expected) << made.what;
    EXPECT_EQ(columns(ragged(made.rows), block), made.expected) << made.what << ", ragged";
  }
}

RowSpec five() { return {{"结果维持"}, {"结果纠正"}, {"其他结果"}, {"尚未审结"}, {"总计"}}; }
RowSpec joined(RowSpec a, const RowSpec& b) {
  a.insert(a.end(), b.begin(), b.end());
  return a;
}

const std::string kFifteen = [] {
  std::string out;
  for (const char* group : {"recon", "suit_direct", "suit_after"})
    for (const char* result : {"upheld", "corrected", "other", "pending", "total"})
      out += (out.empty() ? "" : " ") + std::string(group) + "_" + result;
  return out;
}();

std::string without_marks(std::string text) {
  std::erase(text, '*');
  return text;
}

TEST(Header, ColumnsOfSectionFour) {
  const FormBlock& block = block_of("2021", "disputes");
  RowSpec deep;
  for (const CellSpec& cell : five()) deep.push_back({cell.text, 1, "restart"});
  const RowSpec below(5, CellSpec{"", 1, "continue"});
  const std::vector<RowSpec> form = {{{"行政复议", 5}, {"行政诉讼", 10}},
                                     joined(deep, {{"未经复议直接起诉", 5}, {"复议后起诉", 5}}),
                                     joined(below, joined(five(), five()))};
  EXPECT_EQ(columns(grid(form), block), kFifteen) << "groups decide, nothing is counted";
  EXPECT_EQ(without_marks(columns(ragged(form), block)), kFifteen);
  const RowSpec empty4(4, CellSpec{""});
  const std::vector<RowSpec> unmerged = {
      joined(joined({{"行政复议"}}, empty4), joined(joined({{"行政诉讼"}}, empty4), RowSpec(5, CellSpec{""}))),
      joined(RowSpec(5, CellSpec{""}),
             joined(joined({{"未经复议直接起诉"}}, empty4), joined({{"复议后起诉"}}, empty4))),
      joined(five(), joined(five(), five()))};
  EXPECT_EQ(without_marks(columns(grid(unmerged), block)), kFifteen) << "empty cells in place of merged ones";
  const std::vector<RowSpec> only_suits = {
      {{"行政诉讼", 10}}, {{"未经复议直接起诉", 5}, {"复议后起诉", 5}}, joined(five(), five())};
  EXPECT_EQ(columns(grid(only_suits), block), kFifteen.substr(kFifteen.find("suit_direct_upheld")))
      << "a group is missing";
  const std::vector<RowSpec> one_missing = {
      {{"行政复议", 4}, {"行政诉讼", 10}},
      joined(
          {{"结果维持", 1, "restart"}, {"结果纠正", 1, "restart"}, {"尚未审结", 1, "restart"}, {"总计", 1, "restart"}},
          {{"未经复议直接起诉", 5}, {"复议后起诉", 5}}),
      joined(RowSpec(4, CellSpec{"", 1, "continue"}), joined(five(), five()))};
  EXPECT_EQ(columns(grid(one_missing), block)
                .rfind("recon_upheld recon_corrected recon_pending recon_total suit_direct_upheld", 0),
            0U)
      << columns(grid(one_missing), block);
}

// LibreOffice rounds widths, so that a cell may reach below the group beside its own.
TEST(Header, AColumnThatReachesBelowTwoGroups) {
  const FormBlock& block = block_of("2021", "disputes");
  RowSpec wide = five();
  wide.back().span = 2;
  RowSpec deep = wide;
  for (CellSpec& cell : deep) cell.merge = "restart";
  RowSpec below(5, CellSpec{"", 1, "continue"});
  below.back().span = 2;
  const std::vector<RowSpec> first = {{{"行政复议", 5}, {"行政诉讼", 11}},
                                      joined(deep, {{"未经复议直接起诉", 5}, {"复议后起诉", 5}}),
                                      joined(below, joined(five(), five()))};
  EXPECT_EQ(without_marks(columns(grid(first), block)), kFifteen);
  RowSpec plain = five();
  for (CellSpec& cell : plain) cell.merge = "restart";
  const std::vector<RowSpec> second = {{{"行政复议", 5}, {"行政诉讼", 11}},
                                       joined(plain, {{"未经复议直接起诉", 5}, {"复议后起诉", 6}}),
                                       joined(RowSpec(5, CellSpec{"", 1, "continue"}), joined(wide, five()))};
  EXPECT_EQ(without_marks(columns(grid(second), block)), kFifteen);
  const std::vector<RowSpec> lost = {{{"未经复议直接起诉", 4}, {"复议后起诉", 2}},
                                     {{"结果维持"}, {"结果纠正"}, {"其他结果"}, {"总计", 2}, {""}}};
  EXPECT_EQ(columns(grid(lost), block).find("total"), std::string::npos) << "it may be a total of either group";
}

TEST(Header, BareLabelsOfSectionFourAreNotTold) {
  // Ten columns without their groups could be any two of three.
  const std::string found = columns(grid({joined(five(), five())}), block_of("2021", "disputes"));
  EXPECT_EQ(found.find("recon_upheld"), std::string::npos) << found;
  EXPECT_EQ(found.find("suit_direct_upheld"), std::string::npos) << found;
}

TEST(Header, NoColumnIsGivenTwice) {
  const FormBlock& block = block_of("2021", "disputes");
  const std::string found = columns(grid({joined(five(), joined(five(), joined(five(), five())))}), block);
  for (const FormLine& column : block.columns) {
    const std::size_t at = without_marks(" " + found + " ").find(" " + column.id + " ");
    EXPECT_TRUE(at == std::string::npos ||
                without_marks(" " + found + " ").find(" " + column.id + " ", at + 1) == std::string::npos)
        << column.id << " in " << found;
  }
}

}  // namespace
}  // namespace nianbao::test

// Which label of the form a spelling of a real report is, and which spelling is none of them.
#include "schema/label_index.h"

#include <gtest/gtest.h>

#include "tests/support/places.h"

namespace nianbao::test {
namespace {

using Hits = std::vector<LabelHit>;
using Ids = std::vector<std::string>;

constexpr Spelling kLabel = Spelling::kLabel;
constexpr Spelling kAlias = Spelling::kAlias;

Hits find(const LabelIndex& index, const std::string& text) { return index.find(label_keys(text)); }

TEST(LabelKeysTest, BestFirstAndEachOnce) {
  EXPECT_EQ(label_keys("1.其他（注）"), (std::vector<std::string>{"1.其他(注)", "1.其他", "其他(注)", "其他"}));
  EXPECT_EQ(label_keys("1.其他"), (std::vector<std::string>{"1.其他", "其他"}));
  EXPECT_EQ(label_keys("其他（注）"), (std::vector<std::string>{"其他(注)", "其他"}));
  EXPECT_EQ(label_keys("总 计"), (std::vector<std::string>{"总计"}));
  EXPECT_TRUE(label_keys("").empty());
  EXPECT_TRUE(label_keys(" \u3000").empty());
}

TEST(LabelIndexTest, EmptyUntilALabelIsAdded) {
  LabelIndex index;
  EXPECT_TRUE(index.empty());
  EXPECT_TRUE(find(index, "总计").empty());
  index.add("总计", 0, kLabel);
  EXPECT_FALSE(index.empty());
  EXPECT_TRUE(find(index, "").empty());
}

TEST(LabelIndexTest, TheFormsOwnSpellingIsALabelAndAnotherOneAnAlias) {
  LabelIndex index;
  index.add("总计", 4, kLabel);
  index.add("合计", 4, kAlias);
  index.add("规章", 5, kLabel);
  EXPECT_EQ(find(index, "总 计"), (Hits{{4, kLabel}}));
  EXPECT_EQ(find(index, "合计"), (Hits{{4, kAlias}}));
  EXPECT_EQ(find(index, "规章(设区的市)"), (Hits{{5, kAlias}}));
  EXPECT_EQ(find(index, "1.规章"), (Hits{{5, kAlias}}));
  EXPECT_TRUE(find(index, "小计").empty());
  EXPECT_TRUE(find(index, "规").empty());
  EXPECT_TRUE(find(index, "规章制度").empty());
}

TEST(LabelIndexTest, ExactSpellingWinsOverShortenedOnes) {
  LabelIndex index;
  index.add("其他", 0, kLabel);
  index.add("3.其他", 1, kLabel);
  EXPECT_EQ(find(index, "其他"), (Hits{{0, kLabel}}));
  EXPECT_EQ(find(index, "3、其它"), (Hits{{1, kLabel}}));
}

TEST(LabelIndexTest, ShortenedSpellingOfSeveralLabelsIsAllOfThem) {
  LabelIndex index;
  index.add("1.其他", 0, kLabel);
  index.add("2.其他", 1, kLabel);
  EXPECT_EQ(find(index, "其他"), (Hits{{0, kAlias}, {1, kAlias}}));
  EXPECT_EQ(find(index, "2.其他"), (Hits{{1, kLabel}}));
}

TEST(LabelIndexTest, EachLabelIsAHitOnce) {
  LabelIndex index;
  index.add("总计", 3, kLabel);
  index.add("总 计", 3, kAlias);
  EXPECT_EQ(find(index, "总计"), (Hits{{3, kLabel}}));
}

enum class Lines { kRows, kColumns };

struct WildCase {
  const char* form;
  std::size_t table;
  std::size_t block;
  Lines lines;
  const char* spelling;
  Ids ids;
};

Ids ids_of(const WildCase& c) {
  const FormBlock& block = built_in_schema().find_form(c.form)->tables.at(c.table).blocks.at(c.block);
  const bool rows = c.lines == Lines::kRows;
  Ids ids;
  for (const LabelHit& hit : find(rows ? block.row_labels : block.column_labels, c.spelling))
    ids.push_back((rows ? block.rows : block.columns).at(hit.id).id);
  return ids;
}

void expect_ids(const std::vector<WildCase>& cases) {
  for (const WildCase& c : cases) EXPECT_EQ(ids_of(c), c.ids) << c.form << " " << c.spelling;
}

TEST(LabelIndexTest, SpellingsSeenInSectionTwo) {
  constexpr Lines kRows = Lines::kRows;
  constexpr Lines kColumns = Lines::kColumns;
  expect_ids({
      {"2019", 0, 0, kColumns, "本年新\n制作数量", {"issued"}},
      {"2019", 0, 0, kColumns, "本年新 制作数量", {"issued"}},
      {"2019", 0, 0, kColumns, "本年公开数量", {"newly_disclosed"}},
      {"2019", 0, 0, kColumns, "本年新", {"issued", "newly_disclosed"}},
      {"2019", 0, 0, kColumns, "對外公開總數量", {"disclosed_total"}},
      {"2019", 0, 0, kColumns, "现行有效件数", {}},
      {"2019", 0, 0, kColumns, "本年制发件数", {}},
      {"2019", 0, 0, kRows, "规章(设区的市、自治州人民政府应提供相关数据)", {"rules"}},
      {"2019", 0, 0, kRows, "规范性文件(指各行政机关印发的有正式文号的文件)", {"normdocs"}},
      {"2019", 0, 0, kRows, "规范性文件(行政机关制定发布的决定、公告…)", {"normdocs"}},
      {"2019", 0, 0, kRows, "其他主动公开文件", {}},
      {"2019", 0, 1, kColumns, "上一年项目数量 (指2019年事项数)", {"items_prev"}},
      {"2019", 0, 1, kColumns, "本年增/减 (指2019年增加或减少的事项数,减用负值表示,如-8)", {"items_change"}},
      {"2019", 0, 1, kColumns, "本年增/", {"items_change"}},
      {"2019", 0, 1, kColumns, "本年增／减", {"items_change"}},
      {"2019", 0, 1, kColumns, "处理决定数量 (指2020年办件量)", {"decisions"}},
      {"2019", 0, 1, kColumns, "本年处理决定数量", {"decisions"}},
      {"2019", 0, 4, kColumns, "采购总金额（万元）", {"amount"}},
      {"2019", 0, 4, kColumns, "采购总金额(万元)", {"amount"}},
      {"2019", 0, 4, kColumns, "本年收费金额（单位：万元）", {}},
      {"2021", 0, 0, kColumns, "本年制發件數", {"issued"}},
      {"2021", 0, 0, kColumns, "对外公开总数量", {}},
      {"2021", 0, 0, kColumns, "本年新公开数量", {}},
      {"2021", 0, 0, kRows, "规范性文件", {"normdocs"}},
      {"2021", 0, 0, kRows, "行政规范\n性文件", {"normdocs"}},
      {"2021", 0, 3, kColumns, "本年收费金额(单位:万元)", {"amount_wan"}},
      {"2021", 0, 3, kColumns, "本年收费金额（万元）", {"amount_wan"}},
      {"2021", 0, 3, kColumns, "本年收费金额（单位：元）", {"amount_wan"}},
  });
}

TEST(LabelIndexTest, SpellingsSeenInSectionThree) {
  constexpr Lines kRows = Lines::kRows;
  constexpr Lines kColumns = Lines::kColumns;
  expect_ids({
      {"2021", 1, 0, kColumns, "自 然 人", {"natural"}},
      {"2021", 1, 0, kColumns, "商 业 企\n业", {"commercial"}},
      {"2021", 1, 0, kColumns, "科研机\n构", {"research"}},
      {"2021", 1, 0, kColumns, "社会公益 组织", {"welfare"}},
      {"2021", 1, 0, kColumns, "法 律 服 务\n机构", {"legal"}},
      {"2021", 1, 0, kColumns, "其它", {"other"}},
      {"2021", 1, 0, kColumns, "总 计", {"total"}},
      {"2021", 1, 0, kColumns, "合计", {"total"}},
      {"2021", 1, 0, kColumns, "小计", {}},
      {"2021", 1, 0, kRows, "1. 属于国家秘密", {"res_denied_state_secret"}},
      {"2021", 1, 0, kRows, "1．属于国家秘密", {"res_denied_state_secret"}},
      {"2021", 1, 0, kRows, "属于国家秘密", {"res_denied_state_secret"}},
      {"2021", 1, 0, kRows, "2.其他法律行政止公开", {"res_denied_law_prohibited"}},
      {"2021", 1, 0, kRows, "3.危及\"三安全一稳定\"", {"res_denied_security_stability"}},
      {"2021", 1, 0, kRows, "3、危及三安全一稳定", {"res_denied_security_stability"}},
      {"2021", 1, 0, kRows, "重复申请", {"res_refused_repeat"}},
      {"2021", 1, 0, kRows, "无正当理由大量反复申请", {"res_refused_mass"}},
      {"2021", 1, 0, kRows, "（二）部分公开", {"res_partial"}},
      {"2021", 1, 0, kRows, "（二）部分公开(区分处理的，只计这一情形，不计其他情形)", {"res_partial"}},
      {"2021",
       1,
       0,
       kRows,
       "1、申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请",
       {"res_other_no_correction"}},
      {"2021",
       1,
       0,
       kRows,
       "1.申请人无正当理由逾期不补正，行政机关不再处理其政府信息公开申请",
       {"res_other_no_correction"}},
      {"2021", 1, 0, kRows, "1.逾期不补正", {"res_other_no_correction"}},
      {"2021", 1, 0, kRows, "2.逾期不缴费", {"res_other_fee_unpaid"}},
      {"2021", 1, 0, kRows, "3、其他", {"res_other_misc"}},
      {"2021", 1, 0, kRows, "（七）合计", {"res_total"}},
      {"2021", 1, 0, kRows, "四、结转下一年度继续办理", {"req_carried_out"}},
      {"2021", 1, 0, kRows, "（六）其他处理", {}},
      {"2019", 1, 0, kRows, "（六）其他处理", {"res_other"}},
      {"2019", 1, 0, kRows, "（六）其它处理", {"res_other"}},
      {"2019", 1, 0, kRows, "3.其他", {}},
      {"2019", 1, 0, kRows, "一、本年新收政府信息公开申请数量", {"req_new"}},
      {"2019", 1, 0, kRows, "二、上年结转政府信息\n公开申请数量", {"req_carried_in"}},
      {"2019", 1, 0, kRows, "三、本年度办理结果", {}},
  });
}

TEST(LabelIndexTest, HeadsOfSectionFourNameThreeColumnsEach) {
  for (const char* form : {"2019", "2021"}) {
    expect_ids({
        {form, 2, 0, Lines::kColumns, "结果\n维持", {"recon_upheld", "suit_direct_upheld", "suit_after_upheld"}},
        {form, 2, 0, Lines::kColumns, "尚未审\n结", {"recon_pending", "suit_direct_pending", "suit_after_pending"}},
        {form, 2, 0, Lines::kColumns, "其它结果", {"recon_other", "suit_direct_other", "suit_after_other"}},
        {form, 2, 0, Lines::kColumns, "总计", {"recon_total", "suit_direct_total", "suit_after_total"}},
    });
  }
}

TEST(LabelIndexTest, GroupsAndBannersSeen) {
  const FormTable& disclosure = built_in_schema().find_form("2021")->tables.at(0);
  const FormBlock& applications = built_in_schema().find_form("2021")->tables.at(1).blocks.at(0);
  const FormBlock& disputes = built_in_schema().find_form("2021")->tables.at(2).blocks.at(0);
  const auto group = [](const FormBlock& block, const LabelIndex& index, const char* text) {
    const Hits hits = find(index, text);
    return hits.size() == 1 ? block.groups.at(hits.front().id) : std::to_string(hits.size()) + " hits";
  };
  for (const char* text :
       {"三、本年度办理结果", "三 、本 年 度办 理 结果", "三三、本年度办理结果", "三、\n本\n年\n度\n办\n理\n结\n果"})
    EXPECT_EQ(group(applications, applications.row_groups, text), "三、本年度办理结果") << text;
  EXPECT_EQ(group(applications, applications.row_groups, "（三） 不予\n公开"), "（三）不予公开");
  EXPECT_EQ(group(applications, applications.row_groups, "（六）其它处理"), "（六）其他处理");
  EXPECT_EQ(group(applications, applications.column_groups, "申請人情況"), "申请人情况");
  EXPECT_EQ(group(applications, applications.column_groups, "法人或其它组织"), "法人或其他组织");
  EXPECT_EQ(group(disputes, disputes.column_groups, "未经复议\n直接起诉"), "未经复议直接起诉");
  EXPECT_EQ(find(disclosure.banners, "第二十条 第（五）项"), (Hits{{1, kLabel}}));
  EXPECT_EQ(find(disclosure.banners, "第二十条第(八)项"), (Hits{{3, kLabel}}));
  EXPECT_TRUE(find(disclosure.banners, "第二十条第（九）项").empty());
}

}  // namespace
}  // namespace nianbao::test

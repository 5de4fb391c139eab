#include "output/show.h"

#include <gtest/gtest.h>

#include <utility>

#include "schema/text.h"
#include "tests/support/model_report.h"
#include "tests/support/places.h"
#include "tests/support/process_report.h"

namespace nianbao::test {
namespace {

Report report_from(const std::string& bytes) {
  Result<Report> report = process_report({bytes, "report.docx"}, built_in_schema(), {});
  if (!report) throw std::runtime_error(report.problem().code);
  report->path = "2020/清河县.docx";
  return *report;
}

std::string shown(const ModelReport& model, Language language = Language::kChinese) {
  return show_report(report_from(model.docx()), language);
}

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

// The words of the first line that holds `label`, without those before it.
std::vector<std::string> words_after(const std::string& text, const std::string& label) {
  std::vector<std::string> words;
  for (const std::string_view line : split_lines(text)) {
    const std::size_t at = line.find(label);
    if (at == std::string_view::npos) continue;
    std::string word;
    for (const char c : std::string(line.substr(at + label.size())) + " ") {
      if (c != ' ')
        word += c;
      else if (!word.empty())
        words.push_back(std::exchange(word, ""));
    }
    return words;
  }
  return words;
}

using Words = std::vector<std::string>;

TEST(ShowReport, SaysWhoseReportItIs) {
  for (const Language language : {Language::kChinese, Language::kEnglish}) {
    const std::string text = shown(ModelReport(built_in_schema(), "2019", 2020), language);
    for (const char* part : {"2020/清河县.docx", "清河县水务局2020年政府信息公开工作年度报告", "清河县水务局",
                             "department", "2020", "2019"})
      EXPECT_TRUE(has(text, part)) << part;
    for (const char* heading : {"一、总体情况", "二、主动公开政府信息情况", "六、其他需要报告的事项"})
      EXPECT_TRUE(has(text, heading)) << heading;
  }
}

TEST(ShowReport, TablesHaveEveryValueUnderItsColumn) {
  const ModelReport model(built_in_schema(), "2019", 2020);
  const std::string text = shown(model);
  EXPECT_EQ(words_after(text, "规章 "), (Words{"1", "2", "3"}));
  EXPECT_EQ(words_after(text, "其他对外管理服务事项"), (Words{"10", "11", "12"}));
  EXPECT_EQ(words_after(text, "结转下年度继续办理"), (Words{"177", "178", "179", "180", "181", "182", "1077"}));
  EXPECT_EQ(words_after(text, "7.属于行政执法案卷"), (Words{"93", "94", "95", "96", "97", "98", "573"}));
  for (const char* number : {"184", "187", "742", "189", "192", "762", "194", "197", "782"})  // section 四
    EXPECT_TRUE(has(text, std::string(" ") + number + "\n")) << number;
  for (const char* label : {"本年新制作数量", "对外公开总数量", "本年增/减", "采购总金额", "自然人", "商业企业",
                            "法律服务机构", "未经复议直接起诉", "尚未审结"})
    EXPECT_TRUE(has(text, label)) << label;
}

TEST(ShowReport, FieldWithoutNumberShowsItsStatus) {
  const struct {
    const char* text;
    const char* shown;
  } cases[] = {{"", "<blank>"}, {"/", "<mark>"}, {"无", "<mark>"}, {"详见附表", "<text>"}, {"0", "0"}};
  for (const auto& c : cases) {
    ModelReport model(built_in_schema(), "2019", 2020);
    model.set("rules_newly_disclosed", c.text);
    model.set("recon_total", c.text);
    const std::string text = shown(model);
    EXPECT_EQ(words_after(text, "规章 "), (Words{"1", c.shown, "3"})) << c.text;
    EXPECT_EQ(words_after(text, "行政复议 > 总计"), Words{c.shown}) << c.text;
  }
}

TEST(ShowReport, MissingRowIsShownAsMissing) {
  const ModelReport model(built_in_schema(), "2019", 2020);
  std::vector<RowSpec> table = model.table(3);
  table.pop_back();
  const std::string text =
      show_report(report_from(DocxBuilder(model.body_with({{3, table}})).bytes()), Language::kEnglish);
  EXPECT_EQ(words_after(text, "结转下年度继续办理"), Words(7, "<no_row>"));
}

TEST(ShowReport, UnitStandsBehindMoney) {
  ModelReport model(built_in_schema(), "2019", 2020);
  model.set("procurement_amount", "477.35万元");
  EXPECT_EQ(words_after(shown(model), "政府集中采购").back(), "477.35万元");
  model.set("procurement_amount", "117058");
  EXPECT_EQ(words_after(shown(model), "政府集中采购").back(), "117058");
}

TEST(ShowReport, FindingsInTheLanguageAskedFor) {
  ModelReport model(built_in_schema(), "2019", 2020);
  model.make_plausible();
  EXPECT_TRUE(has(shown(model, Language::kEnglish), "No findings"));
  model.set("normdocs_issued", "-5");
  const Report report = report_from(model.docx());
  ASSERT_EQ(report.findings.size(), 1U);
  const std::string zh = show_report(report, Language::kChinese);
  const std::string en = show_report(report, Language::kEnglish);
  EXPECT_TRUE(has(zh, report.findings[0].message_zh));
  EXPECT_TRUE(has(en, report.findings[0].message_en));
  EXPECT_FALSE(has(en, report.findings[0].message_zh));
  for (const std::string& text : {zh, en}) {
    EXPECT_TRUE(has(text, "R-2-09"));
    EXPECT_TRUE(has(text, "error"));
    EXPECT_TRUE(has(text, report.findings[0].where));
  }
}

TEST(ShowReport, ExtrasAreShown) {
  const ModelReport model(built_in_schema(), "2019", 2020);
  std::vector<RowSpec> table = model.table(2);
  table.push_back({{"本年发布总数量：61", 4, ""}});
  EXPECT_TRUE(has(show_report(report_from(DocxBuilder(model.body_with({{2, table}})).bytes()), Language::kEnglish),
                  "本年发布总数量：61"));
}

TEST(ShowReport, NoLineEndsWithASpace) {
  ModelReport model(built_in_schema(), "2021", 2023);
  model.set("rules_issued", "");
  const std::string text = shown(model);
  EXPECT_FALSE(has(text, " \n"));
  EXPECT_EQ(text.back(), '\n');
}

}  // namespace
}  // namespace nianbao::test

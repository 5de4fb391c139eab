// Whose report it is and for which year (forms.md 6.4, QUIRKS section 1). A wrong year is worse than none.
#include "extract/title.h"

#include <gtest/gtest.h>

#include "tests/support/places.h"

namespace nianbao::test {
namespace {

const Lexicon& lexicon() { return built_in_schema().lexicon; }

struct TitleCase {
  const char* line;
  const char* org;
  int year;  // 0: none
  const char* type;
};

const std::vector<TitleCase> kTitles = {
    {"平潭综合实验区2019年政府信息公开工作年度报告", "平潭综合实验区", 2019, "unknown"},
    {"平潭综合实验区2019年度政府信息公开工作年度报告", "平潭综合实验区", 2019, "unknown"},
    {"绿园区同心街道2020年政府信息公开工作年度报告", "绿园区同心街道", 2020, "street"},
    {"洪泽区人民政府2023 年政府信息公开工作年度报告", "洪泽区人民政府", 2023, "county"},
    {"淮安市洪泽区人民政府2024年政府信息公开工作年度报告", "淮安市洪泽区人民政府", 2024, "county"},
    {"淮安市人民政府2024年政府信息公开工作年度报告", "淮安市人民政府", 2024, "city"},
    {"清河镇人民政府2022年度政府信息公开工作年度报告", "清河镇人民政府", 2022, "township"},
    {"吉林省人民政府2021年政府信息公开工作年度报告", "吉林省人民政府", 2021, "province"},
    {"上海市人民政府2021年政府信息公开工作年度报告", "上海市人民政府", 2021, "province"},
    {"国家税务总局2021年政府信息公开工作年度报告", "国家税务总局", 2021, "state_dept"},
    // the year first
    {"2019年上海市人民政府办公厅政府信息公开工作年度报告", "上海市人民政府办公厅", 2019, "department"},
    {"2024 年上海市科委政府信息公开工作年度报告", "上海市科委", 2024, "department"},
    {"2021年绿园区同心街道政府信息公开工作年度报告", "绿园区同心街道", 2021, "street"},
    // other words
    {"沭阳县发展和改革局2023年政府信息公开年度报告", "沭阳县发展和改革局", 2023, "department"},
    {"清河县水务局2021年度政府信息公开工作报告", "清河县水务局", 2021, "department"},
    {"清河县水务局2021年政府信息公开年度工作报告", "清河县水务局", 2021, "department"},
    {"清河县水务局2018年政务公开工作年度报告", "清河县水务局", 2018, "department"},
    {"清河县水务局2019年信息公开年度报告", "清河县水务局", 2019, "department"},
    {"清河县水务局2020年政府信息公开年报", "清河县水务局", 2020, "department"},
    {"清河镇政府政务公开年报", "清河镇", 0, "township"},
    {"清河县水务局政府信息公开工作2022年度报告", "清河县水务局", 2022, "department"},
    {"财金局2016年政府信息公开年度报告", "财金局", 2016, "department"},
    {"清河县水务局2019年政府信息公开工作报告", "清河县水务局", 2019, "department"},
    // 关于 and 《》
    {"关于2019年政府信息公开工作年度报告", "", 2019, "unknown"},
    // The head that a crawler writes above a page
    {"标题: 平潭综合实验区2023年度政府信息公开工作年度报告", "平潭综合实验区", 2023, "unknown"},
    {"标题：关于2019年政府信息公开工作年度报告", "", 2019, "unknown"},
    {"关于报送《平潭综合实验区公安局 2015年政府信息公开年度报告》的函", "平潭综合实验区公安局", 2015, "department"},
    {"平潭综合实验区财政金融局关于2014年度政府信息公开工作年度报告", "平潭综合实验区财政金融局", 2014, "department"},
    // the body's own 政府 runs into the subject
    {"洪泽区人民政府信息公开工作年度报告", "洪泽区人民政府", 0, "county"},
    // no body, no year
    {"政府信息公开工作年度报告", "", 0, "unknown"},
    {"2009年度政府信息公开年度报告", "", 2009, "unknown"},
    {"沭阳县水务局政府信息公开工作年度报告", "沭阳县水务局", 0, "department"},
    // spaces, breaks, brackets
    {"绿园区同心街道2020年政府信息公开\n工作年度报告", "绿园区同心街道", 2020, "street"},
    {"清河县水务局 2022年度 政府信息公开工作 年度报告", "清河县水务局", 2022, "department"},
    {"清河县水务局２０２２年政府信息公开工作年度报告", "清河县水务局", 2022, "department"},
    {"清河县水务局政府信息公开工作年度报告（2020年度）", "清河县水务局", 2020, "department"},
    {"清河县水务局政府信息公开工作年度报告（2020年）", "清河县水务局", 2020, "department"},
    // Chinese numerals
    {"清河县水务局二〇二〇年政府信息公开工作年度报告", "清河县水务局", 2020, "department"},
    {"清河县水务局二○一九年度政府信息公开工作年度报告", "清河县水务局", 2019, "department"},
    {"清河县水务局二零二零年政府信息公开工作年度报告", "清河县水务局", 2020, "department"},
    // two years: it is not said which
    {"清河县水务局2019年至2020年政府信息公开工作年度报告", "", 0, ""},
    // digits that are no year
    {"清河县水务局20202年政府信息公开工作年度报告", "", 0, ""},
    {"清河县水务局1020年政府信息公开工作年度报告", "", 0, ""},
    // Traditional characters
    {"平潭綜合實驗區2022年政府信息公開工作年度報告", "平潭綜合實驗區", 2022, "unknown"},
};

TEST(Title, NamesBodyAndYear) {
  for (const TitleCase& made : kTitles) {
    SCOPED_TRACE(made.line);
    const Title title = parse_title(made.line, lexicon());
    EXPECT_NE(title.text, "") << "it is a title";
    EXPECT_EQ(title.report_year.value_or(0), made.year);
    if (*made.type == '\0') continue;  // the year is the point, the name may have rests of it
    EXPECT_EQ(title.org_name, made.org);
    EXPECT_EQ(title.org_type, made.type);
  }
}

TEST(Title, OtherLinesAreNone) {
  const std::vector<const char*> lines = {
      "",
      " ",
      "一、总体情况",
      "2020年",
      "清河县水务局",
      "年度报告",
      "政府信息公开指南",
      "政府信息公开目录",
      "2020年政府工作报告",
      "2020年法治政府建设工作报告",
      "清河县2020年财政预算执行情况报告",
      "清河县人民政府办公室关于做好2020年政府信息公开工作年度报告编制发布工作的通知",
      "现公布2020年政府信息公开工作年度报告。",
      "根据《条例》规定，现公布清河县水务局2020年政府信息公开工作年度报告",
      "中华人民共和国政府信息公开工作年度报告格式",
      "政府信息公开工作年度报告由六部分组成",
      "政府信息公开申请情况",
      "三、收到和处理政府信息公开申请情况",
      "岚经发〔2021〕17号",
  };
  for (const char* line : lines) EXPECT_EQ(parse_title(line, lexicon()).text, "") << line;
}

struct PreambleCase {
  const char* what;
  std::string preamble;
  std::string first;  // text of section 一
  const char* org;
  int year;
};

std::vector<Section> sections_with(const std::string& preamble, const std::string& first) {
  return {Section{.text = preamble}, Section{.number = 1, .heading = "一、总体情况", .text = first},
          Section{.number = 5, .heading = "五、存在的主要问题及改进情况", .text = "统计期限自2017年1月1日起。"}};
}

TEST(Title, IsFoundInThePreamble) {
  const std::string title = "平潭综合实验区经济发展局2020年政府信息公开年度报告";
  const std::vector<PreambleCase> cases = {
      {"nothing", "", "", "", 0},
      {"one line", title, "", "平潭综合实验区经济发展局", 2020},
      {"two lines", "绿园区同心街道2020年政府信息公开\n工作年度报告", "", "绿园区同心街道", 2020},
      {"name above", "洪泽区人民政府\n2023 年政府信息公开工作年度报告", "", "洪泽区人民政府", 2023},
      {"a heading of Markdown", "# " + title, "", "平潭综合实验区经济发展局", 2020},
      {"a bold heading of two lines", "# **洪泽区人民政府**\n## 2023年政府信息公开工作年度报告 ##", "",
       "洪泽区人民政府", 2023},
      {"a number sign of the name itself", "#洪泽区人民政府2023年政府信息公开工作年度报告", "", "#洪泽区人民政府",
       2023},
      {"three lines", "2024 年\n上海市科委政府信息公开工作\n年度报告", "", "上海市科委", 2024},
      {"page header first, the same again",
       "平潭综合实验区2019年政府信息公开工作年度报告\n平潭综合实验区2019年度政府信息公开工作年度报告", "",
       "平潭综合实验区", 2019},
      {"document number above", "岚经发〔2021〕17号\n" + title, "", "平潭综合实验区经济发展局", 2020},
      {"annex above", "附件1\n" + title, "", "平潭综合实验区经济发展局", 2020},
      {"date above", "2021-01-28\n" + title, "", "平潭综合实验区经济发展局", 2020},
      {"path of the site above", "首页 > 政府信息公开 > 政府信息公开年报\n" + title, "", "平潭综合实验区经济发展局",
       2020},
      {"blank lines between", "洪泽区人民政府\n\n 　\n2023年政府信息公开工作年度报告", "", "洪泽区人民政府", 2023},
      {"prose after it", title + "\n根据《条例》，现公布2020年政府信息公开工作年度报告。", "",
       "平潭综合实验区经济发展局", 2020},
      {"year in brackets below", "清河县水务局\n政府信息公开工作年度报告\n（2020年度）", "", "清河县水务局", 2020},
      {"prose only", "现公布2020年政府信息公开工作年度报告。", "", "", 0},
      // the year of the period, where the title has none
      {"period", "清河县水务局政府信息公开工作年度报告\n统计期限自2022年1月1日起至2022年12月31日止。", "",
       "清河县水务局", 2022},
      {"period in section 一", "清河县水务局政府信息公开工作年度报告", "本报告统计期限从2019年1月1日到12月31日止。",
       "清河县水务局", 2019},
      {"period, other word", "政府信息公开工作年度报告", "统计时限为2021年1月1日至2021年12月31日。", "", 2021},
      {"period with spaces", "政府信息公开工作年度报告", "统计期限自 2021 年 1 月 1 日起。", "", 2021},
      {"period without any title", "前言。", "统计期限自2021年1月1日起至2021年12月31日止。", "", 2021},
      {"period over two years says nothing", "政府信息公开工作年度报告", "统计期限自2020年7月1日起至2021年6月30日止。",
       "", 0},
      {"period whose digits were lost", "政府信息公开工作年度报告", "统计期限自至。2021年，本机关加强领导。", "", 0},
      {"period whose digits ran together", "政府信息公开工作年度报告", "统计期限自20191月1日起。", "", 0},
      {"the title wins over the period", "清河县水务局2020年政府信息公开工作年度报告",
       "统计期限自2019年1月1日起至2019年12月31日止。", "清河县水务局", 2020},
      {"a title of two years is not settled by the period", "清河县水务局2019年至2020年政府信息公开工作年度报告",
       "统计期限自2020年1月1日起。", nullptr, 0},
      // never another year of the text
      {"year of the prose", "清河县水务局政府信息公开工作年度报告\n2021年1月28日", "2019年，我局的政府信息公开工作",
       "清河县水务局", 0},
      {"period in a later section", "清河县水务局政府信息公开工作年度报告", "", "清河县水务局", 0},
  };
  for (const PreambleCase& made : cases) {
    SCOPED_TRACE(made.what);
    const Title found = read_title(sections_with(made.preamble, made.first), lexicon());
    EXPECT_EQ(found.report_year.value_or(0), made.year);
    EXPECT_EQ(found.org_name, made.org == nullptr ? found.org_name : made.org);
  }
}

struct KindOfBody {
  const char* name;
  const char* type;
};

TEST(Title, KindsOfBodies) {
  const std::vector<KindOfBody> cases = {
      {"", "unknown"},
      {"国务院办公厅", "state_dept"},
      {"国家发展和改革委员会", "state_dept"},
      {"海关总署", "state_dept"},
      {"中国证券监督管理委员会", "state_dept"},
      {"审计署", "state_dept"},
      {"吉林省", "province"},
      {"内蒙古自治区人民政府", "province"},
      {"北京市人民政府", "province"},
      {"长春市人民政府", "city"},
      {"延边朝鲜族自治州人民政府", "city"},
      {"海门市", "city"},
      {"绿园区人民政府", "county"},
      {"沭阳县", "county"},
      {"长阳土家族自治县人民政府", "county"},
      {"科尔沁左翼中旗人民政府", "county"},
      {"同心街道办事处", "street"},
      {"绿园区同心街道", "street"},
      {"张义镇", "township"},
      {"武安镇人民政府", "township"},
      {"某某乡", "township"},
      {"沭阳县发展和改革局", "department"},
      {"上海市黄浦区卫生健康委员会", "department"},
      {"长春市人民政府办公厅", "department"},
      {"吉林省教育厅", "department"},
      {"平潭综合实验区管理委员会", "unknown"},
      {"平潭综合实验区", "unknown"},
      {"清河县第一中学", "public_body"},
      {"清河县人民医院", "public_body"},
      {"清河县自来水公司", "public_body"},
      {"365bet", "unknown"},
      {"张三", "unknown"},
  };
  for (const KindOfBody& made : cases) EXPECT_EQ(org_type_of(made.name, lexicon()), made.type) << made.name;
}

TEST(Title, Scope) {
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"本报告综合全市各级行政机关的政府信息公开年度报告编制而成。", "consolidated"},
      {"本报告由各乡镇报告汇总而成。", "consolidated"},
      {"本报告为本机关的年度报告。", "organ"},
      {"", "unknown"},
      {"根据《条例》编制。", "unknown"},
      {"本机关汇总各单位的报告。", "unknown"},
  };
  for (const auto& [preamble, scope] : cases)
    EXPECT_EQ(read_title(sections_with(preamble, ""), lexicon()).scope, scope) << preamble;
}

}  // namespace
}  // namespace nianbao::test

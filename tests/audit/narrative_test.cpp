// The rules of the narrative: sentences that suit a report's tables, and sentences that do not.
#include "audit/narrative.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>

#include "audit/claim_readings.h"
#include "audit/prose_shares.h"
#include "audit/rules.h"
#include "schema/plain_text.h"
#include "schema/text.h"
#include "tests/support/model_report.h"
#include "tests/support/places.h"
#include "tests/support/process_report.h"

namespace nianbao::test {
namespace {

constexpr const char* kOrganisation = "清河县水务局";

// Tables that hang together: 100 applications new, 4 carried in, 97 answered, 7 carried out; 12 reconsiderations, 2 of
// them pending; 9 suits, one of them pending.
const std::map<std::string, std::string>& figures() {
  static const std::map<std::string, std::string> known = {{"req_new__total", "100"},
                                                           {"req_carried_in__total", "4"},
                                                           {"res_total__total", "97"},
                                                           {"req_carried_out__total", "7"},
                                                           {"res_granted__total", "50"},
                                                           {"res_partial__total", "10"},
                                                           {"res_denied_state_secret__total", "1"},
                                                           {"res_denied_process__total", "6"},
                                                           {"res_unable_not_held__total", "18"},
                                                           {"res_unable_unclear__total", "2"},
                                                           {"res_refused_repeat__total", "5"},
                                                           {"res_other_misc__total", "5"},
                                                           {"recon_total", "12"},
                                                           {"recon_upheld", "7"},
                                                           {"recon_corrected", "2"},
                                                           {"recon_other", "1"},
                                                           {"recon_pending", "2"},
                                                           {"suit_direct_total", "6"},
                                                           {"suit_direct_upheld", "5"},
                                                           {"suit_direct_pending", "1"},
                                                           {"suit_after_total", "3"},
                                                           {"suit_after_upheld", "3"},
                                                           {"rules_issued", "2"},
                                                           {"normdocs_issued", "8"},
                                                           {"normdocs_repealed", "3"},
                                                           {"normdocs_in_force", "66"}};
  return known;
}

bool is_total(const std::string& id) { return id.ends_with("__total") || id.find("__") == std::string::npos; }

// The report for 2023 with these tables and this text in one section.
Report report_with(const std::string& text, int section = 1) {
  static const Report base = [] {
    ModelReport model(built_in_schema(), "2021", 2023);
    for (const std::string& id : model.field_ids()) {
      const auto figure = figures().find(id);
      model.set(id, figure != figures().end() ? figure->second : is_total(id) ? "0" : "");
    }
    Result<Report> report = process_report({model.text(), "report.txt"}, built_in_schema(), {});
    if (!report) throw std::runtime_error(report.problem().code);
    return std::move(*report);
  }();
  Report report = base;
  // The columns besides the total are taken away: they are blank, and nothing is read from them.
  for (Section& s : report.sections)
    if (s.number == section) s.text = text;
  report.title.org_name = kOrganisation;
  return report;
}

RecordField& field_of(Report& report, const std::string& id) {
  return *std::find_if(report.record.fields.begin(), report.record.fields.end(),
                       [&](const RecordField& f) { return f.field->id == id; });
}

// `RULE actual` of every finding, joined with "; ".
std::string found_in(const Report& report) {
  std::string all;
  for (const Finding& finding : check_narrative(report, built_in_schema()))
    all += (all.empty() ? "" : "; ") + finding.rule + " " + finding.actual;
  return all;
}

struct Case {
  std::string text;
  std::string found;
  int section = 1;
};

void expect_found(const std::vector<Case>& cases) {
  for (const Case& c : cases) EXPECT_EQ(found_in(report_with(c.text, c.section)), c.found) << c.text;
}

TEST(Narrative, NumbersThatSomeReadingGivesAreRight) {
  expect_found({
      {"全年收到政府信息公开申请100件。", ""},
      {"全年收到政府信息公开申请104件，办结97件。", ""},
      {"上年结转4件，结转下年度继续办理7件。", ""},
      {"当年答复申请93件。", ""},
      {"受理申请约100件。", ""},
      {"受理申请100余件。", ""},
      {"予以公开50件，部分公开10件，不予公开7件，无法提供20件，不予处理5件，其他处理5件。", ""},
      {"予以公开和部分公开60件。", ""},
      {"信息公开类行政复议12件，行政诉讼9件。", ""},
      {"信息公开类行政复议10件，行政诉讼8件。", ""},
      {"信息公开行政复议12件，其中维持7件、纠正2件、其他结果1件、尚未审结2件。", ""},
      {"制定规章2件，制发规范性文件8件，废止3件，现行有效66件。", ""},
      {"收到申请100件，收到申请20件。", ""},
      {"甲科收到申请60件，乙科收到申请40件。", ""},
      {"收到并答复申请97件。", ""},
      {"不予公开、无法提供的申请共27件。", ""},
      {"制作规章制度5件。", ""},
  });
}

TEST(Narrative, NumbersThatNoReadingGivesAreNamed) {
  expect_found({
      {"全年收到政府信息公开申请99件。", "R-T-01 99"},
      {"全年收到政府信息公开申请一百零一件。", "R-T-01 一百零一"},
      {"受理申请约200件。", "R-T-01 200"},
      {"收到申请100件，办结96件。", "R-T-02 96"},
      {"上年结转5件，结转下年度6件。", "R-T-03 5; R-T-03 6"},
      {"没有结转下年度的申请。", "R-T-03 没有"},
      {"申请办理结果：予以公开51件，不予公开1件。", "R-T-04 51; R-T-04 1"},
      {"信息公开行政复议13件，行政诉讼10件。", "R-T-06 13; R-T-06 10"},
      {"信息公开行政复议12件，结果维持8件。", "R-T-06 8"},
      {"信息公开行政复议12件，行政诉讼9件，均获维持。", "R-T-06 12; R-T-06 9"},
      {"年内未发生信息公开行政诉讼。", "R-T-06 未发生"},
      {"年内未收到政府信息公开申请。", "R-T-07 未收到"},
      {"全年收到政府信息公开申请0件。", "R-T-07 0"},
      {"制发规范性文件9件，废止4件。", "R-T-09 9; R-T-09 4"},
  });
}

// Numbers that look like those of the tables and speak of something else.
TEST(Narrative, PartsOtherWorksAndOtherTimesAreNoClaims) {
  expect_found({
      {"收到的申请中有3件不属于我局职责。", ""},
      {"办结的申请中有2件为上年结转。", ""},
      {"受理的申请有2件延期答复。", ""},
      {"105件申请中已答复97件。", ""},
      {"12件自然人申请中予以公开12件。", "R-T-04 12"},
      {"收到取水许可申请35件。受理审批申请20件，办结19件。", ""},
      {"提前答复申请9件，电话沟通后答复申请3件。", ""},
      {"近5年来，共收到政府信息公开申请320件。", ""},
      {"2022年9月，收到申请5件，答复5件。", ""},
      {"截至2023年12月底，收到政府信息公开申请101件。", "R-T-01 101"},
      {"2023年12月31日前收到的1件申请，将于2024年1月答复。", ""},
      {"申请量由90件增加到100件。", ""},
      {"双公示信息予以公开1239条。涉密文件不予公开12件。", ""},
      {"行政许可上年结转12件，结转下年27件。", ""},
      {"全年行政复议案件21件，其中涉及政府信息公开12件。", ""},
      {"工作中办理行政复议案件21件，信息公开类12件。", ""},
      {"行政许可工作未发生行政复议和行政诉讼。", ""},
      {"无行政复议决定不履行情况。", ""},
      {"未收到其他申请。局属事业单位未收到申请。", ""},
      {"未发生因答复超期引发的行政复议。", ""},
      {"公开部门规章12部。转载上级规范性文件18件。", ""},
      {"配合县政府办理依申请公开申请3件。", ""},
      {"平均每月收到申请5.5件。", ""},
      {"通过县政府平台收到申请80件，通过邮政EMS收到申请30件。", ""},
      {"信息公开行政诉讼9件，已审结2件，均维持。", ""},
      {"收到申请101件，其中2件与信息公开无关。", "R-T-01 101"},
      {"申请行政复议13件，均与信息公开无关。", ""},
  });
}

// Wordings in which a number or its absence contradicts the tables.
TEST(Narrative, WordingsThatContradictTheTables) {
  expect_found({
      {"全年新收政府信息公开申请104件。", "R-T-01 104"},
      {"依申请公开为零。", "R-T-07 零"},
      {"通过网上、信函等渠道共收到申请101件。", "R-T-01 101"},
      {"依申请公开17件，均按时答复。", "R-T-01 17"},
      {"共作出政府信息公开答复96件。", "R-T-02 96"},
      {"收到申请100件，均按时办结，无结转。", "R-T-03 无"},
      {"没有不予公开的情形。", "R-T-04 没有"},
      {"没有因信息公开引发的行政复议、行政诉讼、举报。", "R-T-06 没有"},
      {"全年未发生一起因信息公开引发的行政诉讼案件。", "R-T-06 未发生一起"},
      {"行政复议情况：无。", "R-T-06 无"},
      {"未引起行政复议。", "R-T-06 未引起"},
      {"信息公开行政诉讼9件，法院均予以维持。", "R-T-06 9"},
      {"2023年新增规范性文件9件，废止3件。", "R-T-09 9"},
      {"我局未制发规范性文件。", "R-T-09 未制发"},
  });
}

TEST(Narrative, FindingLeadsToItsPlaceAndShowsTheReadings) {
  const Report report = report_with("（一）主动公开。\n　　全年“收到”申请９９件，均已登记。");
  const std::vector<Finding> findings = check_narrative(report, built_in_schema());
  ASSERT_EQ(findings.size(), 1U);
  const Finding& finding = findings[0];
  EXPECT_EQ(finding.rule, "R-T-01");
  EXPECT_EQ(finding.severity, Severity::kWarning);
  EXPECT_EQ(finding.outcome, Outcome::kPossible);
  EXPECT_EQ(finding.actual, "９９");
  EXPECT_EQ(finding.evidence, "全年“收到”申请９９件，均已登记。");
  const Section& section =
      *std::find_if(report.sections.begin(), report.sections.end(), [](const Section& s) { return s.number == 1; });
  EXPECT_EQ(finding.where, section.where + "@19-21");
  const std::u32string text = code_points(section.text);
  EXPECT_EQ(utf8_of(text.substr(19, 2)), finding.actual);
  EXPECT_EQ(finding.fields, (std::vector<std::string>{"req_new__total"}));
  for (const char* part : {"req_new__total = 100", "req_new__total req_carried_in__total = 104"})
    EXPECT_NE(finding.expected.find(part), std::string::npos) << finding.expected;
}

TEST(Narrative, FieldWithoutANumberCannotBeChecked) {
  Report report = report_with("全年收到政府信息公开申请99件，上年结转4件。");
  field_of(report, "req_carried_in__total").value = {.status = Status::kText, .raw = "见附表"};
  const std::vector<Finding> findings = check_narrative(report, built_in_schema());
  ASSERT_EQ(findings.size(), 2U);
  for (const Finding& finding : findings) {
    EXPECT_EQ(finding.outcome, Outcome::kCannotCheck) << finding.rule;
    EXPECT_EQ(finding.severity, Severity::kNote);
    EXPECT_NE(finding.expected.find("req_carried_in__total: text"), std::string::npos);
  }
}

TEST(Narrative, AnotherReadingThatFitsIsEnoughWhereOneCannotBeRead) {
  Report report = report_with("全年收到政府信息公开申请100件。");
  field_of(report, "req_carried_in__total").value = {.status = Status::kText, .raw = "见附表"};
  EXPECT_EQ(found_in(report), "");
}

TEST(Narrative, MissingTableIsSaidOnceARule) {
  Report report = report_with("收到申请99件。收到申请98件。予以公开1件，不予公开2件，无法提供3件。");
  for (RecordField& field : report.record.fields)
    if (field.field->section == 3) field.value = {.status = Status::kNoTable};
  std::map<std::string, int> count;
  for (const Finding& finding : check_narrative(report, built_in_schema())) {
    ++count[finding.rule];
    EXPECT_EQ(finding.outcome, Outcome::kCannotCheck);
  }
  EXPECT_EQ(count, (std::map<std::string, int>{{"R-T-01", 1}, {"R-T-04", 1}}));
}

TEST(Narrative, BlankTotalIsTheSumOfItsRowAndIsSaid) {
  Report report = report_with("予以公开50件，部分公开11件。");
  for (const std::string id : {"res_granted", "res_partial"}) {
    field_of(report, id + "__total").value = {.status = Status::kBlank};
    field_of(report, id + "__natural").value = {.status = Status::kValue, .number = id == "res_granted" ? "50" : "10"};
  }
  const std::vector<Finding> findings = check_narrative(report, built_in_schema());
  ASSERT_EQ(findings.size(), 1U);
  EXPECT_EQ(findings[0].actual, "11");
  EXPECT_NE(findings[0].message_en.find("Blank"), std::string::npos);
}

TEST(Narrative, TableThatContradictsItselfIsNoMatterOfTheText) {
  Report report = report_with("予以公开52件。");
  field_of(report, "res_granted__natural").value = {.status = Status::kValue, .number = "52"};
  EXPECT_EQ(found_in(report), "");
}

TEST(Narrative, Shares) {
  expect_found({
      {"收到申请104件，予以公开50件，占51.5%；不予公开7件，占7.2%。", ""},
      {"予以公开50件，占比52%；无法提供20件，占20.62%。", ""},
      {"收到申请100件，予以公开50件，占50%。", ""},
      {"予以公开50件，占55.1%。", "R-T-05 55.1%"},
      {"信息公开申请满意率为33.3%。", ""},
      {"予以公开50件，占主动公开总数的3.3%。", ""},
      {"收到申请100件，去年收到80件，同比增长25%。", ""},
      {"收到申请100件，较上年增加20件，增长25%。", ""},
      {"收到申请100件，去年收到80件，同比增长35%。", "R-T-05 35%"},
      {"收到申请100件，同比增长35%。", ""},
  });
}

TEST(IsShare, WithinTheTolerance) {
  struct Share {
    const char* percent;
    std::int64_t part;
    std::int64_t whole;
    bool right;
  };
  const Share cases[] = {
      {"32.05", 258, 805, true}, {"33.9", 258, 805, false}, {"4.34", 35, 805, true},     {"32.9", 265, 805, true},
      {"33", 1, 3, true},        {"34", 1, 3, false},       {"33.33", 1, 3, true},       {"33.38", 1, 3, true},
      {"33.39", 1, 3, false},    {"66", 2, 3, true},        {"67", 2, 3, true},          {"100", 3, 3, true},
      {"0", 0, 3, true},         {"50", 1, 0, false},       {"9.4545", 104, 1100, true}, {"9.51", 104, 1100, false},
  };
  for (const Share& c : cases) EXPECT_EQ(is_share(c.percent, c.part, c.whole), c.right) << c.percent << " " << c.part;
}

TEST(Narrative, PartsThatAreMoreThanTheirWhole) {
  expect_found({
      {"接待查阅30人次，其中现场20人次、电话10人次。", ""},
      {"接待查阅30人次，其中现场20人次、电话11人次。", "R-T-08 30"},
      {"接待查阅30人次，其中现场20人次、电话5人次。", ""},
      {"发布信息30条（其中网络20条，信函11条）。", "R-T-08 30"},
      {"发布信息30条，其中政策类20条，解读类11条。", ""},
      {"发布信息30条，其中网络20条、自然人11条。", ""},
      {"发布信息30余条，其中政策20条、解读11条。", ""},
      {"发布信息30条，其中政策20条、解读11篇。", ""},
      {"发布信息30条，其中政策20条、解读11条等。", ""},
      {"发布信息30条，其中含视频的20条、图片11条。", ""},
      {"收到申请100件，较上年增加4件，其中网络60件，信函40件。", ""},
      {"办理建议6件、提案9件，其中网络10件、信函5件。", ""},
  });
}

TEST(Narrative, YearsOfAnotherReport) {
  expect_found({
      {"2023年，我局公开信息。", ""},
      {"2021年，我局公开信息。", "R-T-10 2021年"},
      {"（一）2021年度，本局公开信息。", "R-T-10 2021年"},
      {"一是2022年我局公开信息。", "R-T-10 2022年"},
      {"2022年，我局公开信息30条，今年40条。", ""},
      {"2022年，我局公开信息30条；2023年公开40条。", ""},
      {"2024年，我局将公开信息。", ""},
      {"2024年，我局公开信息。", "R-T-10 2024年"},
      {"2024年，我局公开信息。", "", 5},
      {"2025年，我局将公开信息。", "R-T-10 2025年", 5},
      {"自2008年以来公开信息。根据2021年的文件公开。", ""},
      {"2019年10月，我局搬迁。2015年成立的科室负责。", ""},
      {"《2021年，我局》和〔2021〕3号。", ""},
      {"2021—2025年，我局公开信息。", ""},
      {"截至202323年12月31日。", "R-T-10 202323年12月31日"},
      {"2021年，我局公开信息。", "", 3},
      {"2021年，我局没有收费。", "R-T-10 2021年", 6},
      {"本年度（2022年），我局公开信息，今年继续。", "R-T-10 2022年"},
      {"与上年相比，2022年我局公开更加规范。", "R-T-10 2022年"},
      {"与2022年相比，我局公开更加规范。", ""},
      {"报告期为2022年度。", "R-T-10 2022年"},
      {"对照2022年的报告，本报告增加了附表。", ""},
      {"2022年1月1日至2022年12月31日期间，未接到投诉。", "R-T-10 2022年; R-T-10 2022年"},
      {"2022年1月1日至2022年3月31日期间，窗口改造。", ""},
      {"统计口径：2022.01.01—2022.12.31。", "R-T-11 2022.01.01—2022.12.31"},
      {"现将《某局2022年政府信息公开工作年度报告》予以公布。", "R-T-10 2022年"},
      {"现将《某局2023年政府信息公开工作年度报告》予以公布。", ""},
      {"查阅了《某局2022年政府信息公开工作年度报告》。", ""},
      {"根据《条例》，现将《某局2022年政府信息公开工作年度报告》予以公布。", "R-T-10 2022年"},
      {"根据《中华人民共和国政府信息公开条例》（2019年修订）编制本报告。", ""},
      {"按时发布2022年政府信息公开工作年度报告。", ""},
      {"现将2022年工作情况报告如下。", "R-T-10 2022年"},
      {"2023年收到申请100件。2022年收到申请90件。", ""},
      {"2022年度决算信息已公开。", ""},
      {"去年全年（2022年）收到申请90件。", ""},
      {"报告期内，办结2022年结转申请4件。", ""},
      {"下一步，2023年我局将进一步加强培训。", "R-T-10 2023年", 5},
      {"2023年，我局将政务公开纳入考核。", "", 5},
  });
}

TEST(Narrative, PeriodIsTheWholeYear) {
  expect_found({
      {"统计期限为2023年1月1日至2023年12月31日。", ""},
      {"统计期限自2023年1月1日起，至12月31日止。", ""},
      {"统计期限自二〇二三年一月一日起至十二月三十一日止。", ""},
      {"数据统计从2023年1月至12月。", ""},
      {"统计期限为2022年1月1日至2022年12月31日。", "R-T-11 2022年1月1日至2022年12月31日"},
      {"统计期限为2023年1月1日至2023年11月30日。", "R-T-11 2023年1月1日至2023年11月30日"},
      {"统计期限自2023年2月1日起至12月31日止。", "R-T-11 2023年2月1日起至12月31日"},
      {"活动自2022年3月1日至2022年4月1日举行。", ""},
      {"统计期限自至。", ""},
      {"数据统计截至2023年12月31日。", ""},
      {"数据统计截至2024年1月10日。", ""},
      {"数据统计截至2023年11月30日。", "R-T-11 2023年11月30日"},
      {"数据统计截至2022年11月30日。", "R-T-11 2022年11月30日"},
      {"报告期内，截至2023年6月30日，建成专栏3个。", ""},
      {"统计期限为1月1日至10月31日。", "R-T-11 1月1日至10月31日"},
      {"统计期限为1月1日至12月31日。", ""},
  });
}

TEST(Narrative, BodiesOfAnotherKind) {
  struct BodyCase {
    const char* type;
    const char* text;
    const char* found;
  };
  const BodyCase cases[] = {
      {"department", "我局公开信息。", ""},
      {"department", "我街公开信息。", "R-T-12 我街"},
      {"street", "我街公开信息。", ""},
      {"street", "我局公开信息。", "R-T-12 我局"},
      {"township", "我街道公开。", "R-T-12 我街道"},
      {"township", "我镇公开信息。", ""},
      {"unknown", "我街公开信息。", ""},
      {"department", "开设“我镇要闻”栏目。", ""},
      {"department", "开设“我镇要闻”栏目，我镇公开信息。", "R-T-12 我镇"},
      {"street", "向市政府办公室提出申请。", "R-T-12 向市政府办公室提出"},
      {"city", "向市政府办公室提出申请。", ""},
  };
  for (const BodyCase& c : cases) {
    Report report = report_with(c.text);
    report.title.org_type = c.type;
    EXPECT_EQ(found_in(report), c.found) << c.type << " " << c.text;
  }
}

// A county's numbers are those of the whole county, a bureau's are not.
TEST(Narrative, NumbersOfAWholePlace) {
  const char* const led = "我单位认真落实全县部署，收到政府信息公开申请101件。";
  const char* const text = "全县共收到政府信息公开申请320件，我单位收到100件。";
  const char* const wrong = "全县共收到政府信息公开申请320件，我单位收到101件。";
  const struct {
    const char* type;
    const char* text;
    const char* found;
  } cases[] = {
      {"department", text, ""},
      {"department", wrong, "R-T-01 101"},
      {"department", led, "R-T-01 101"},
      {"county", text, "R-T-01 320"},
      {"unknown", text, "R-T-01 320"},
      {"township", "全镇共收到政府信息公开申请320件。", "R-T-01 320"},
      {"county", "全市共收到政府信息公开申请320件。", "R-T-01 320"},
      {"township", "全市共收到政府信息公开申请320件。", ""},
  };
  for (const auto& c : cases) {
    Report report = report_with(c.text);
    report.title.org_type = c.type;
    EXPECT_EQ(found_in(report), c.found) << c.type << " " << c.text;
  }
}

TEST(Narrative, Fees) {
  expect_found({
      {"收取信息处理费420元。", "", 6},
      {"收取信息处理费425元。", "R-X-06 425元", 6},
      {"收取信息处理费0.042万元。", "", 6},
      {"收取信息处理费约425元。", "", 6},
      {"收取罚款425元。", "", 6},
      {"收取信息处理费420元，其中甲局200元、乙局220元。", "", 6},
      {"收取信息处理费420元，其中甲局200元、乙局230元。", "R-X-08 420元", 6},
      {"收取信息处理费420元，其中甲局200元、乙局100元。", "", 6},
      {"收取信息处理费420元，其中甲局200元、乙局100元、丙局100元。", "R-X-08 420元", 6},
      {"收取信息处理费420元，减免120元。", "", 6},
      {"收取信息处理费420元，同比减少45元。", "", 6},
      {"收取信息处理费300元，其中甲局100元、乙局200元，上缴国库300元。", "", 6},
  });
}

TEST(Narrative, UnpaidFeesThatNoProseNames) {
  const struct {
    const char* unpaid;
    const char* text;
    const char* found;
  } cases[] = {
      {"3", "无。", "R-X-05 3"}, {"0", "无。", ""}, {"3", "收取信息处理费300元。", ""}, {"3", "没有收费。", ""}};
  for (const auto& c : cases) {
    Report report = report_with(c.text, 6);
    field_of(report, "res_other_fee_unpaid__total").value.number = c.unpaid;
    EXPECT_EQ(found_in(report), c.found) << c.text;
  }
}

TEST(Narrative, NothingIsSaidOfAReportWithoutForm) {
  Report report;
  report.sections.push_back({.number = 1, .text = "收到申请99件。"});
  EXPECT_TRUE(check_narrative(report, built_in_schema()).empty());
}

std::string repeated(const std::string& text, std::size_t bytes) {
  std::string all;
  while (all.size() < bytes) all += text;
  return all;
}

// Linear: a megabyte of anything is done in seconds even with sanitizers, and findings stay few.
TEST(Narrative, HostileTextIsBounded) {
  for (const std::string text : {"1",
                                 "9,",
                                 "一",
                                 "百",
                                 "收到申请1件",
                                 "收到申请",
                                 "其中1件、",
                                 "占1%",
                                 "2023年",
                                 "2021年，我\n",
                                 "《",
                                 "未收到申请",
                                 "行政复议、",
                                 "统计期限2021年1月1日至",
                                 "全县收到申请1件",
                                 "没有",
                                 "无的",
                                 "“我镇要闻”",
                                 "信息处理费1元：",
                                 "12月"}) {
    Report report = report_with(repeated(text, 1'000'000), 6);
    report.title.org_type = "department";
    EXPECT_LE(check_narrative(report, built_in_schema()).size(), 500U) << text;
  }
}

// Years are looked at in section 1, and most of their words anywhere in the sentence.
TEST(Narrative, HostileYearsAreBounded) {
  for (const std::string text :
       {"现将《2022年政府信息公开》", "2022.01.01", "本年度（2022年）", "报告期2022年1月1日至", "2017年",
        "，2017年的事情", "其他2017年文件、", "截至2017年底", "；2017年，我", "，2017年信息公开"}) {
    const Report report = report_with(repeated(text, 1'000'000), 1);
    EXPECT_LE(check_narrative(report, built_in_schema()).size(), 500U) << text;
  }
}

TEST(TableReadings, SignsPatternsAndRows) {
  Report report = report_with("");
  const TableReadings tables(report.record);
  EXPECT_EQ(tables.of({{"req_new__total", false}, {"req_carried_in__total", false}}).value, 104);
  EXPECT_EQ(tables.of({{"res_total__total", false}, {"res_refused*__total", true}}).value, 92);
  EXPECT_EQ(tables.of({{"res_denied_*__total", false}}).fields.size(), 8U);
  EXPECT_TRUE(tables.of({{"rules_newly_disclosed", false}}).fields.empty());
  EXPECT_FALSE(tables.of({{"rules_newly_disclosed", false}}).value);
}

TEST(WholeNumber, OfDigitsOnly) {
  EXPECT_EQ(whole_number("12"), 12);
  EXPECT_EQ(whole_number("-3"), -3);
  for (const char* text : {"", "1.5", "1a", "1234567890123456"}) EXPECT_FALSE(whole_number(text)) << text;
}

}  // namespace
}  // namespace nianbao::test

#include "audit/publication.h"

#include <gtest/gtest.h>

#include "tests/support/places.h"

namespace nianbao::test {
namespace {

Report report_of(const std::string& org_type, const std::string& before_the_first_heading) {
  Report report;
  report.title.report_year = 2022;
  report.title.org_type = org_type;
  report.sections.push_back({.number = 0, .where = "L1", .text = before_the_first_heading});
  report.sections.push_back({.number = 1, .where = "L9", .text = "发布日期：2024-01-01"});
  return report;
}

struct PublicationCase {
  const char* org_type;
  const char* text;
  const char* late;  // the date; empty where nothing is found
};

const PublicationCase kCases[] = {
    {"department", "发布时间: 2023-01-31 23:59", ""},
    {"department", "发布时间: 2023-02-01", "2023-02-01"},
    {"department", "发布时间：２０２３年２月１日", "2023-02-01"},
    {"department", "[发布日期] 2023.2.1 来源：本站", ""},  // what stands between is no colon
    {"department", "发布日期：[2023/12/30] 浏览次数：2", "2023-12-30"},
    {"department", "发布日期：见首页。公开日期：2024-01-02", "2024-01-02"},
    {"department", "索引号 2023-02-01", ""},
    {"department", "发布日期：2023-13-01", ""},
    {"department", "发布日期：2023-02", ""},
    {"department", "发布日期：20230201", ""},
    {"department", "", ""},
    {"state_dept", "发布时间: 2023-02-01", "2023-02-01"},
    {"county", "发布时间: 2023-03-31", ""},
    {"county", "发布时间: 2023-04-01", "2023-04-01"},
    {"township", "发布时间: 2024-04-01", ""},
    {"street", "发布时间: 2024-04-01", ""},
    {"unknown", "发布时间: 2024-04-01", ""},
};

TEST(CheckPublication, NamesALateDate) {
  for (const PublicationCase& c : kCases) {
    SCOPED_TRACE(std::string(c.org_type) + " " + c.text);
    const std::vector<Finding> findings = check_publication(report_of(c.org_type, c.text), built_in_schema());
    ASSERT_EQ(findings.size(), std::string(c.late).empty() ? 0U : 1U);
    if (findings.empty()) continue;
    EXPECT_EQ(findings[0].actual, c.late);
    EXPECT_EQ(findings[0].where, "L1");
    EXPECT_TRUE(findings[0].expected == "<= 2023-01-31" || findings[0].expected == "<= 2023-03-31");
  }
}

TEST(CheckPublication, SaysNothingWithoutAYear) {
  Report report = report_of("department", "发布时间: 2024-04-01");
  report.title.report_year.reset();
  EXPECT_TRUE(check_publication(report, built_in_schema()).empty());
}

}  // namespace
}  // namespace nianbao::test

#include "output/batch_book.h"

#include <gtest/gtest.h>

#include <random>

#include "audit/rule_level.h"
#include "tests/support/model_facts.h"
#include "tests/support/places.h"

namespace nianbao::test {
namespace {

using Rows = std::vector<std::pair<std::size_t, CsvRow>>;

// What is expected: all reports in memory at once.
Rows rows_of_batch(const std::vector<ReportFacts>& reports, const ReportRows& rows) {
  Rows expected;
  for (BatchFinding& found : audit_batch(reports, built_in_schema()))
    if (apply_level(found.finding, built_in_schema().rules))
      expected.emplace_back(found.report, rows.finding_row(reports[found.report].id, found.finding));
  return expected;
}

Rows rows_of_book(const std::vector<ReportFacts>& reports, const ReportRows& rows) {
  BatchBook book(built_in_schema(), rows);
  for (const ReportFacts& facts : reports) book.add(facts);
  book.audit();
  Rows found;
  BatchBook::Findings findings = book.findings();
  CsvRow row;
  for (std::size_t report = 0; report < reports.size(); ++report)
    while (findings.next(report, row)) found.emplace_back(report, row);
  std::size_t ids = 0;
  book.each_id([&](const std::string& id) { ids += id.empty() ? 0U : 1U; });
  EXPECT_EQ(ids, found.size());
  return found;
}

// Bodies of some places and of none, several years, some twice, some copied from others, some renamed.
std::vector<ReportFacts> random_reports(unsigned seed) {
  std::mt19937 random(seed);
  const auto pick = [&](std::size_t below) { return static_cast<int>(random() % below); };
  const std::vector<std::string> bodies = {
      "清河县水务局",      "清河县水利局", "清河县教育局", "东山镇人民政府", "东山镇综合服务局", "水务局", "",
      "江苏省清河县水务局"};
  std::vector<ReportFacts> reports;
  for (int i = 0; i < 60; ++i) {
    std::map<std::string, std::string> cells;
    const bool is_common = pick(4) == 0;
    for (const char* field : {"req_new__natural", "req_new__total", "req_carried_in__natural",
                              "req_carried_over__natural", "licensing_decisions", "penalty_decisions", "rules_issued",
                              "normdocs_issued", "recon_upheld", "recon_total", "fee_amount_yuan"})
      if (built_in_schema().fields.find(field))
        cells[field] = std::to_string(is_common ? 100 + static_cast<int>(cells.size()) : pick(90));
    const std::string copy = pick(6) == 0 ? std::to_string(i) : "";
    reports.push_back(model_facts(bodies[random() % bodies.size()], 2018 + pick(5), "2021", cells, copy));
  }
  return reports;
}

TEST(BatchBook, FindsWhatAllReportsTogetherShow) {
  const ReportRows rows(built_in_schema());
  std::size_t found = 0;
  for (unsigned seed = 1; seed <= 20; ++seed) {
    const std::vector<ReportFacts> reports = random_reports(seed);
    const Rows expected = rows_of_batch(reports, rows);
    EXPECT_EQ(rows_of_book(reports, rows), expected) << seed;
    found += expected.size();
  }
  EXPECT_GT(found, 500U) << "reports in which nothing is found would show nothing";
}

TEST(BatchBook, WithoutReportsNothingIsFound) {
  const ReportRows rows(built_in_schema());
  EXPECT_TRUE(rows_of_book({}, rows).empty());
  EXPECT_TRUE(rows_of_book({model_facts("清河县水务局", 2020, "2019", {})}, rows).empty());
}

TEST(BatchBook, ReportsMayBePassedOver) {
  const ReportRows rows(built_in_schema());
  BatchBook book(built_in_schema(), rows);
  for (const char* copy : {"a", "b"}) book.add(model_facts("清河县水务局", 2020, "2019", {}, copy));
  book.audit();
  BatchBook::Findings findings = book.findings();
  CsvRow row;
  EXPECT_FALSE(findings.next(0, row));
  EXPECT_TRUE(findings.next(1, row));
  EXPECT_FALSE(findings.next(1, row));
}

}  // namespace
}  // namespace nianbao::test

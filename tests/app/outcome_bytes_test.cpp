#include "app/outcome_bytes.h"

#include <gtest/gtest.h>

#include <random>

#include "output/byte_stream.h"
#include "tests/support/docx_builder.h"
#include "tests/support/model_report.h"
#include "tests/support/places.h"

namespace nianbao::test {
namespace {

std::vector<InputOutcome> outcomes_of(const std::string& name, const std::string& bytes) {
  static const ReportRows rows(built_in_schema());
  std::vector<InputOutcome> outcomes;
  process_source(Source(bytes, name), built_in_schema(), {}, rows,
                 [&](InputOutcome outcome) { outcomes.push_back(std::move(outcome)); });
  return outcomes;
}

std::string report_docx() {
  ModelReport report(built_in_schema(), "2019", 2020);
  report.set("licensing_decisions", "-4");  // so that something is found
  report.set("rules_issued", "/");
  return report.docx();
}

// A report in which everything is there that an outcome can have.
const InputOutcome& full() {
  static const InputOutcome outcome = [] {
    InputOutcome made = outcomes_of("a.docx", report_docx()).at(0);
    made.encoding = "GB18030";
    made.dialect = "cells";
    made.problem = Problem{"merge_hides_text", "row 2"};
    made.damage = {{"merge_hides_text", "row 2"}, {"chunk_unread", ""}};
    made.reports.at(0).facts.others = {3, 65535};
    made.reports.at(0).facts.units = {{7, "万元"}, {8, ""}};
    return made;
  }();
  return outcome;
}

bool equal(const Problem& a, const Problem& b) { return a.code == b.code && a.detail == b.detail; }

bool equal(const DocumentPart& a, const DocumentPart& b) {
  for (const CellCountKind& kind : kCellCountKinds)
    if (a.counts.*kind.count != b.counts.*kind.count) return false;
  return a.name == b.name;
}

bool equal(const ReportFacts& a, const ReportFacts& b) {
  return a.id == b.id && a.org_name == b.org_name && a.org_type == b.org_type && a.scope == b.scope &&
         a.year == b.year && a.tables == b.tables && a.numbers == b.numbers && a.blanks == b.blanks &&
         a.others == b.others && a.units == b.units && a.prose.characters == b.prose.characters &&
         a.prose.least == b.prose.least;
}

bool equal(const ReportLines& a, const ReportLines& b) {
  return a.lines == b.lines && a.finding_ids == b.finding_ids && equal(a.facts, b.facts) && a.statuses == b.statuses;
}

template <typename T>
bool equal(const std::vector<T>& a, const std::vector<T>& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const T& x, const T& y) { return equal(x, y); });
}

bool equal(const InputOutcome& a, const InputOutcome& b) {
  return a.path == b.path && a.sha256 == b.sha256 && a.bytes == b.bytes && a.kind == b.kind &&
         a.encoding == b.encoding && a.dialect == b.dialect && a.problem.has_value() == b.problem.has_value() &&
         (!a.problem || equal(*a.problem, *b.problem)) && equal(a.damage, b.damage) && equal(a.parts, b.parts) &&
         equal(a.reports, b.reports);
}

bool survives(const InputOutcome& outcome) { return equal(outcome_of(bytes_of(outcome)), outcome); }

TEST(OutcomeBytes, ReportComesBack) {
  const InputOutcome& outcome = full();
  ASSERT_EQ(outcome.reports.size(), 1U);
  ASSERT_FALSE(outcome.reports[0].finding_ids.empty());
  ASSERT_FALSE(outcome.reports[0].facts.numbers.empty());
  ASSERT_FALSE(outcome.reports[0].facts.blanks.empty());
  ASSERT_NE(outcome.reports[0].facts.prose.characters, 0U);
  ASSERT_FALSE(outcome.parts.empty());
  EXPECT_TRUE(survives(outcome));
}

TEST(OutcomeBytes, SeveralReportsComeBack) {
  const std::string text =
      ModelReport(built_in_schema(), "2021", 2021).text() + ModelReport(built_in_schema(), "2021", 2022).text();
  const std::vector<InputOutcome> outcomes = outcomes_of("a.txt", text);
  ASSERT_EQ(outcomes.at(0).reports.size(), 2U);
  EXPECT_TRUE(survives(outcomes[0]));
}

TEST(OutcomeBytes, FailedOnesComeBack) {
  EXPECT_TRUE(survives(failed("a\n\xFF.docx", {"cannot_open", "no such file"})));
  EXPECT_TRUE(survives(failed("", {"crash", ""})));
  for (const char* bytes : {"", "%PDF-1.7\n", "今天天气很好。\n"}) {
    const InputOutcome outcome = outcomes_of("a.docx", bytes).at(0);
    EXPECT_TRUE(outcome.problem.has_value());
    EXPECT_TRUE(survives(outcome)) << bytes;
  }
}

TEST(OutcomeBytes, ArchiveComesBack) {
  const std::vector<InputOutcome> outcomes = outcomes_of("a.zip", zip_of({{"a.docx", report_docx()}, {"b.docx", ""}}));
  ASSERT_EQ(outcomes.size(), 3U);
  for (const InputOutcome& outcome : outcomes) EXPECT_TRUE(survives(outcome)) << outcome.path;
}

TEST(OutcomeBytes, EmptyOneComesBack) { EXPECT_TRUE(survives({})); }

struct Change {
  const char* special;
  void (*make)(InputOutcome& outcome);
};

const std::string kAnyBytes("\0\n,\"\xFF清", 8);

ReportFacts& facts(InputOutcome& outcome) { return outcome.reports.at(0).facts; }

const Change kChanges[] = {
    {"path", [](InputOutcome& o) { o.path = kAnyBytes; }},
    {"sha256", [](InputOutcome& o) { o.sha256 = "other"; }},
    {"bytes", [](InputOutcome& o) { o.bytes = std::size_t{1} << 40U; }},
    {"no bytes", [](InputOutcome& o) { o.bytes = 0; }},
    {"kind", [](InputOutcome& o) { o.kind = "other"; }},
    {"encoding", [](InputOutcome& o) { o.encoding = "other"; }},
    {"dialect", [](InputOutcome& o) { o.dialect = "other"; }},
    {"no problem", [](InputOutcome& o) { o.problem.reset(); }},
    {"code of the problem", [](InputOutcome& o) { o.problem->code = "other"; }},
    {"detail of the problem", [](InputOutcome& o) { o.problem->detail = kAnyBytes; }},
    {"problem that says nothing", [](InputOutcome& o) { o.problem = Problem{}; }},
    {"no damage", [](InputOutcome& o) { o.damage.clear(); }},
    {"code of damage", [](InputOutcome& o) { o.damage.at(1).code = "other"; }},
    {"detail of damage", [](InputOutcome& o) { o.damage.at(0).detail = kAnyBytes; }},
    {"order of damage", [](InputOutcome& o) { std::swap(o.damage.at(0), o.damage.at(1)); }},
    {"no parts", [](InputOutcome& o) { o.parts.clear(); }},
    {"a part more",
     [](InputOutcome& o) {
       o.parts.push_back({"word/chunk.html", {}});
     }},
    {"name of a part", [](InputOutcome& o) { o.parts.at(0).name = kAnyBytes; }},
    {"no reports", [](InputOutcome& o) { o.reports.clear(); }},
    {"a report more", [](InputOutcome& o) { o.reports.emplace_back(); }},
    {"no lines", [](InputOutcome& o) { o.reports.at(0).lines.clear(); }},
    {"lines of one table", [](InputOutcome& o) { o.reports.at(0).lines.at("cells") = kAnyBytes; }},
    {"lines of another table", [](InputOutcome& o) { o.reports.at(0).lines["other"] = "a\n"; }},
    {"no findings", [](InputOutcome& o) { o.reports.at(0).finding_ids.clear(); }},
    {"a finding more", [](InputOutcome& o) { o.reports.at(0).finding_ids.push_back("id"); }},
    {"id", [](InputOutcome& o) { facts(o).id = "other"; }},
    {"name of the body", [](InputOutcome& o) { facts(o).org_name = kAnyBytes; }},
    {"kind of the body", [](InputOutcome& o) { facts(o).org_type = "other"; }},
    {"scope", [](InputOutcome& o) { facts(o).scope = "other"; }},
    {"year", [](InputOutcome& o) { facts(o).year = 1999; }},
    {"no year", [](InputOutcome& o) { facts(o).year = 0; }},
    {"tables", [](InputOutcome& o) { facts(o).tables.emplace_back("2021/other"); }},
    {"no numbers", [](InputOutcome& o) { facts(o).numbers.clear(); }},
    {"field of a number", [](InputOutcome& o) { facts(o).numbers.at(0).first = 65535; }},
    {"least number", [](InputOutcome& o) { facts(o).numbers.at(0).second = INT64_MIN; }},
    {"greatest number", [](InputOutcome& o) { facts(o).numbers.back().second = INT64_MAX; }},
    {"blanks", [](InputOutcome& o) { facts(o).blanks.push_back(65535); }},
    {"no blanks", [](InputOutcome& o) { facts(o).blanks.clear(); }},
    {"others", [](InputOutcome& o) { facts(o).others.push_back(0); }},
    {"field of a unit", [](InputOutcome& o) { facts(o).units.at(0).first = 65535; }},
    {"unit", [](InputOutcome& o) { facts(o).units.at(0).second = "亿元"; }},
    {"length of the prose", [](InputOutcome& o) { facts(o).prose.characters = UINT32_MAX; }},
    {"no prose", [](InputOutcome& o) { facts(o).prose = {}; }},
};

TEST(OutcomeBytes, EveryFieldComesBack) {
  for (const Change& change : kChanges) {
    InputOutcome outcome = full();
    change.make(outcome);
    EXPECT_FALSE(equal(outcome, full())) << change.special << " is no change";
    EXPECT_TRUE(survives(outcome)) << change.special;
  }
}

TEST(OutcomeBytes, EveryCountComesBack) {
  InputOutcome outcome = full();
  std::size_t value = 1000;
  for (const CellCountKind& kind : kCellCountKinds) outcome.parts.at(0).counts.*kind.count = value++;
  for (std::size_t& count : outcome.reports.at(0).statuses) count = value++;
  for (std::uint32_t& least : facts(outcome).prose.least) least = UINT32_MAX - static_cast<std::uint32_t>(value++);
  EXPECT_TRUE(survives(outcome));
}

TEST(OutcomeBytes, EqualOutcomesHaveEqualBytes) {
  EXPECT_EQ(bytes_of(outcome_of(bytes_of(full()))), bytes_of(full()));
  EXPECT_NE(bytes_of(full()), bytes_of(InputOutcome{}));
}

TEST(OutcomeBytes, CutAnywhereIsRefused) {
  const std::string bytes = bytes_of(full());
  for (std::size_t size = 0; size < bytes.size(); ++size)
    EXPECT_THROW(outcome_of(std::string_view(bytes).substr(0, size)), ByteError) << size << " of " << bytes.size();
}

TEST(OutcomeBytes, MoreThanAnOutcomeIsRefused) {
  EXPECT_THROW(outcome_of(bytes_of(full()) + '\0'), ByteError);
  EXPECT_THROW(outcome_of(bytes_of(full()) + bytes_of(full())), ByteError);
}

// Some damage gives another outcome; whoever keeps them has a checksum. None may do worse.
TEST(OutcomeBytes, AnyDamageIsReadOrRefused) {
  const std::string bytes = bytes_of(full());
  std::mt19937 random(3);
  int refused = 0;
  for (int round = 0; round < 2000; ++round) {
    std::string damaged = bytes;
    for (int i = 0; i < 3; ++i) damaged[random() % damaged.size()] = static_cast<char>(random());
    try {
      outcome_of(damaged);
    } catch (const ByteError&) {
      ++refused;
    }
  }
  EXPECT_GT(refused, 0);
}

}  // namespace
}  // namespace nianbao::test

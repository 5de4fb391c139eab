#include "output/decisions.h"

#include <gtest/gtest.h>

#include "output/csv_tables.h"
#include "tests/support/places.h"
#include "tests/support/program.h"

namespace nianbao::test {
namespace {

using Words = std::vector<std::string>;

const std::string kId = "aaaaaaaa11111111";
const std::string kChanged = "aaaaaaaa22222222";  // the same topic with other numbers
const std::string kOther = "bbbbbbbb11111111";

Decision decision(const std::string& id, const std::string& kind = "acknowledged", const std::string& corrected = "",
                  const std::string& until = "") {
  return {.finding_id = id, .kind = kind, .corrected = corrected, .reason = "r", .by = "b", .until = until, .line = 2};
}

Baseline baseline_of(const Words& ids) {
  const TemporaryFolder folder;
  std::string content = "finding_id\n";
  for (const std::string& id : ids) content += id + "\n";
  write_file(folder / "findings.csv", content);
  return Baseline(folder.path());
}

std::string joined(const Words& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : " ") + word;
  return text;
}

TEST(Decisions, StatesAndOutcomes) {
  const struct {
    const char* special;
    std::vector<Decision> decisions;
    Words found;     // in this run
    Words baseline;  // in the run before
    std::string states;
    std::map<std::string, std::size_t> outcomes;
  } cases[] = {
      {"nothing decided", {}, {kId}, {}, "new", {}},
      {"in the baseline", {}, {kId, kOther}, {kId}, "known new", {}},
      {"decided", {decision(kId)}, {kId, kOther}, {}, "acknowledged new", {{"applied", 1}}},
      {"a wrong rule", {decision(kId, "wrong_rule")}, {kId}, {}, "acknowledged", {{"applied", 1}}},
      {"decided and in the baseline", {decision(kId)}, {kId}, {kId}, "acknowledged", {{"applied", 1}}},
      {"its last day", {decision(kId, "acknowledged", "", "2026-11-26")}, {kId}, {}, "acknowledged", {{"applied", 1}}},
      {"the day after", {decision(kId, "acknowledged", "", "2026-11-25")}, {kId}, {}, "expired", {{"expired", 1}}},
      {"over, and in the baseline",
       {decision(kId, "acknowledged", "", "2026-11-25")},
       {kId},
       {kId},
       "expired",
       {{"expired", 1}}},
      {"not found", {decision(kOther)}, {kId}, {}, "new", {{"unmatched", 1}}},
      {"not found and over",
       {decision(kOther, "acknowledged", "", "2020-01-01")},
       {kId},
       {},
       "new",
       {{"unmatched", 1}}},
      {"a changed number", {decision(kId)}, {kChanged}, {}, "updated", {{"updated", 1}}},
      {"a changed number, seen before", {decision(kId)}, {kChanged}, {kChanged}, "updated", {{"updated", 1}}},
      {"another one of its topic stands beside it",
       {decision(kId)},
       {kChanged, kId},
       {},
       "new acknowledged",
       {{"applied", 1}}},
      {"another one of its topic stood beside it",
       {decision(kId)},
       {kChanged},
       {kId, kChanged},
       "known",
       {{"unmatched", 1}}},
      {"decided again after the change",
       {decision(kId), decision(kChanged)},
       {kChanged},
       {},
       "acknowledged",
       {{"applied", 1}, {"updated", 1}}},
      {"said twice", {decision(kId), decision(kId)}, {kId}, {}, "acknowledged", {{"applied", 2}}},
  };
  for (const auto& c : cases) {
    Decisions decisions(c.decisions, "2026-11-26");
    const Baseline baseline = baseline_of(c.baseline);
    for (const std::string& id : c.found) decisions.meet(id);
    Words states;
    for (const std::string& id : c.found) states.push_back(decisions.judge(id, "r", {}, baseline).state);
    EXPECT_EQ(joined(states), c.states) << c.special;
    EXPECT_EQ(decisions.outcomes(), c.outcomes) << c.special;
  }
}

TEST(Decisions, CorrectionsHaveTheirPlaceOrDoNotHold) {
  const struct {
    const char* special;
    std::string corrected;
    Words fields;
    std::map<std::string, std::string> placed;
    const char* outcome;
  } cases[] = {
      {"one field", "5", {"a"}, {{"a", "5"}}, "applied"},
      {"one field, named", "a=5", {"a"}, {{"a", "5"}}, "applied"},
      {"two of three fields", "a=5; c=-1", {"a", "b", "c"}, {{"a", "5"}, {"c", "-1"}}, "applied"},
      {"no field: any text", "清河县", {}, {}, "applied"},
      {"several fields and one value", "5", {"a", "b"}, {}, "no_field"},
      {"a field of another finding", "d=5", {"a", "b"}, {}, "no_field"},
      {"text beside a number", "五", {"a"}, {}, "no_field"},
  };
  for (const auto& c : cases) {
    Decisions decisions({decision(kId, "corrected", c.corrected)}, "2026-11-26");
    EXPECT_TRUE(decisions.may_correct());
    decisions.meet(kId);
    const Decisions::Verdict verdict = decisions.judge(kId, "r", c.fields, {});
    const bool holds = std::string(c.outcome) == "applied";
    EXPECT_EQ(verdict.state, holds ? "acknowledged" : "new") << c.special;
    EXPECT_EQ(verdict.decision != nullptr, holds) << c.special;
    EXPECT_EQ(decisions.outcomes(), (std::map<std::string, std::size_t>{{c.outcome, 1}})) << c.special;
    const Corrections expected = c.placed.empty() ? Corrections{} : Corrections{{"r", c.placed}};
    EXPECT_EQ(decisions.corrections(), expected) << c.special;
  }
}

TEST(Decisions, TheSecondOfTwoCorrectionsOfACellMustSayTheSame) {
  for (const bool same : {true, false}) {
    Decisions decisions({decision(kId, "corrected", "5"), decision(kOther, "corrected", same ? "a=5" : "a=6")},
                        "2026-11-26");
    for (const std::string& id : {kId, kOther}) decisions.meet(id);
    EXPECT_EQ(decisions.judge(kId, "r", {"a"}, {}).state, "acknowledged");
    EXPECT_EQ(decisions.judge(kOther, "r", {"a", "b"}, {}).state, same ? "acknowledged" : "new");
    EXPECT_EQ(decisions.corrections(), (Corrections{{"r", {{"a", "5"}}}}));
    EXPECT_EQ(decisions.outcomes().count("contradicts"), same ? 0U : 1U);
  }
}

TEST(Decisions, LinesSayWhatBecameOfEach) {
  Decisions decisions({decision(kId), decision(kOther, "wrong_rule", "", "2026-01-01")}, "2026-11-26");
  for (const std::string& id : {kChanged, kOther, kOther}) decisions.meet(id);
  for (const std::string& id : {kChanged, kOther, kOther}) decisions.judge(id, "r", {}, {});
  const std::vector<CsvRecord> rows = parse_csv(csv_header(decisions_table().columns) + decisions.lines());
  ASSERT_EQ(rows.size(), 2U);
  EXPECT_EQ(rows[0].at("outcome"), "updated");
  EXPECT_EQ(rows[0].at("new_finding_id"), kChanged);
  EXPECT_EQ(rows[0].at("findings"), "0");
  EXPECT_EQ(rows[1].at("outcome"), "expired");
  EXPECT_EQ(rows[1].at("findings"), "2");
  EXPECT_EQ(rows[1].at("until"), "2026-01-01");
  EXPECT_EQ(rows[1].at("line"), "2");
}

}  // namespace
}  // namespace nianbao::test

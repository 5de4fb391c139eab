// Words of the lexicon: units by type, marks, and lexicon files that are refused.
#include "schema/lexicon.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "schema/form_loader.h"
#include "schema/text.h"
#include "tests/support/places.h"

namespace nianbao::test {
namespace {

const Lexicon& lexicon() { return built_in_schema().lexicon; }

TEST(LexiconTest, UnitsSuitTheirType) {
  struct Case {
    const char* unit;
    bool count;
    bool amount;
  };
  const Case cases[] = {
      {"件", true, false}, {"项", true, false},   {"个", true, false},    {"笔", true, false},  {"人次", true, false},
      {"元", false, true}, {"万元", false, true}, {"亿元", false, true},  {"万", false, false}, {"万件", false, false},
      {"%", false, false}, {"", false, false},    {"美元", false, false},
  };
  for (const Case& c : cases) {
    EXPECT_EQ(lexicon().allows_unit(FieldType::kCount, c.unit), c.count) << c.unit;
    EXPECT_EQ(lexicon().allows_unit(FieldType::kChange, c.unit), c.count) << c.unit;
    EXPECT_EQ(lexicon().allows_unit(FieldType::kAmount, c.unit), c.amount) << c.unit;
  }
}

TEST(LexiconTest, LongerWordsComeFirst) {
  for (const auto& [type, units] : lexicon().units)
    for (std::size_t i = 1; i < units.size(); ++i) EXPECT_GE(units[i - 1].size(), units[i].size()) << units[i];
  for (const auto* words :
       {&lexicon().titles.subjects, &lexicon().titles.endings, &lexicon().titles.prefixes, &lexicon().titles.suffixes})
    for (std::size_t i = 1; i < words->size(); ++i)
      EXPECT_GE((*words)[i - 1].size(), (*words)[i].size()) << (*words)[i];
}

TEST(LexiconTest, MarksOfTheDesign) {
  for (const char* mark : {"/", "-", "—", "／", "无", "不适用", "N/A"})
    EXPECT_TRUE(lexicon().marks.contains(fold(mark))) << mark;
}

TEST(LexiconTest, NothingThatCouldBeAFigureIsAMark) {
  for (const char* text : {"0", "零", "〇", "○", "O", "1", "一", "", "有", "是"})
    EXPECT_FALSE(lexicon().marks.contains(fold(text))) << text;
}

TEST(LexiconTest, UnitWordsAreCutOff) {
  const std::pair<const char*, const char*> cases[] = {
      {"单位:万元", "万元"}, {"单位：万元", "万元"},     {"单位 件", "件"},          {"单位", ""},
      {"万元", "万元"},      {"计量单位:", "计量单位:"}, {"本单位:件", "本单位:件"},
  };
  for (const auto& [text, rest] : cases) EXPECT_EQ(lexicon().without_unit_word(text), rest) << text;
}

TEST(LexiconTest, NotesBeginAsSeen) {
  for (const char* start : {"其中", "含"})
    EXPECT_NE(std::find(lexicon().note_starts.begin(), lexicon().note_starts.end(), start), lexicon().note_starts.end())
        << start;
}

TEST(LexiconTest, OrganisationTypesAreThoseOfTheDesign) {
  const std::set<std::string> types = {"state_dept", "province",   "city",        "county", "township",
                                       "street",     "department", "public_body", "unknown"};
  ASSERT_FALSE(lexicon().organisations.empty());
  for (const OrganisationKind& kind : lexicon().organisations) EXPECT_TRUE(types.contains(kind.type)) << kind.type;
}

struct Refusal {
  const char* special;
  const char* from;
  const char* to;
  const char* path;
};

TEST(LexiconFileTest, BrokenOnesAreRefusedWithFileAndPath) {
  const Refusal cases[] = {
      {"misspelt key", "\"marks\":", "\"mark\":", "$"},
      {"key that is missing", "\"organ\": [\"本机关\"]", "\"\": []", "$.scope"},
      {"misspelt key of units", "\"amount\":", "\"amounts\":", "$.units"},
      {"further key of units", "\"units\": {", "\"units\": { \"share\": [\"%\"],", "$.units"},
      {"misspelt key of the unit statement", "\"multiples\":", "\"multiple\":", "$.unit_statement"},
      {"further key of the years", "\"years\": {", "\"years\": { \"of\": 1,", "$.titles.years"},
      {"years without end", "\"to\": 2099", "\"till\": 2099", "$.titles.years"},
      {"misspelt key of titles", "\"suffixes\":", "\"suffix\":", "$.titles"},
      {"misspelt key of an organisation", "\"starts\":", "\"start\":", "$.organisations[0]"},
      {"further key of scope", "\"scope\": {", "\"scope\": { \"both\": [],", "$.scope"},
      {"text for a list", "\"organ\": [\"本机关\"]", "\"organ\": \"本机关\"", "$.scope.organ"},
      {"empty word", "\"本机关\"", "\"\"", "$.scope.organ[0]"},
  };
  for (const Refusal& c : cases) {
    SCOPED_TRACE(c.special);
    const std::string original = built_in_lexicon().json;
    const std::string changed = replace_all(original, c.from, c.to);
    ASSERT_NE(changed, original);
    try {
      load_lexicon({"words.json", changed});
      ADD_FAILURE() << "accepted";
    } catch (const SchemaError& error) {
      EXPECT_EQ(std::string(error.what()).rfind("words.json: " + std::string(c.path) + ": ", 0), 0U) << error.what();
    }
  }
}

}  // namespace
}  // namespace nianbao::test

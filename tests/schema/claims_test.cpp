// The words of the narrative: fields of their readings, and files that are refused.
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "schema/claim_loader.h"
#include "schema/plain_text.h"
#include "schema/text.h"
#include "tests/support/places.h"

namespace nianbao::test {
namespace {

const ClaimWords& words() { return built_in_schema().claims; }

bool is_like(const std::string& id, const std::string& pattern) {
  const std::size_t star = pattern.find('*');
  if (star == std::string::npos) return id == pattern;
  return id.starts_with(pattern.substr(0, star)) && id.ends_with(pattern.substr(star + 1));
}

bool is_field_of_a_form(const std::string& pattern) {
  for (const Form& form : built_in_schema().forms)
    for (const FormTable& table : form.tables)
      for (const Field& field : table.fields)
        if (is_like(field.id, pattern)) return true;
  return false;
}

TEST(ClaimWordsTest, EveryOperandIsAFieldOfAForm) {
  ASSERT_FALSE(words().subjects.empty());
  for (const Subject& subject : words().subjects)
    for (const Sum& sum : subject.readings)
      for (const SignedField& operand : sum) EXPECT_TRUE(is_field_of_a_form(operand.field)) << operand.field;
  for (const Sum& sum : words().shares.wholes)
    for (const SignedField& operand : sum) EXPECT_TRUE(is_field_of_a_form(operand.field)) << operand.field;
  EXPECT_TRUE(is_field_of_a_form(words().fees.unpaid));
}

TEST(ClaimWordsTest, SubjectsHaveIdsOfTheirOwnAndRulesOfText) {
  std::set<std::string> ids;
  for (const Subject& subject : words().subjects) {
    EXPECT_TRUE(ids.insert(subject.id).second) << subject.id;
    EXPECT_TRUE(subject.rule.starts_with("R-T-")) << subject.id;
    EXPECT_FALSE(subject.units.empty()) << subject.id;
  }
}

TEST(ClaimWordsTest, SectionsAreThoseOfTheForms) {
  std::set<int> known;
  for (const FormSection& section : built_in_schema().forms.front().sections) known.insert(section.number);
  for (const int section : words().years.sections) EXPECT_TRUE(known.contains(section));
  for (const int section : words().years.next_year_sections) EXPECT_TRUE(known.contains(section));
  EXPECT_TRUE(known.contains(words().fees.section));
}

TEST(ClaimWordsTest, TypesOfBodiesAreThoseOfTheLexicon) {
  std::set<std::string> types;
  for (const OrganisationKind& kind : built_in_schema().lexicon.organisations) types.insert(kind.type);
  for (const SelfWords& body : words().bodies)
    for (const std::string& type : body.not_of) EXPECT_TRUE(types.contains(type)) << type;
}

TEST(ClaimWordsTest, LongerWordsComeFirst) {
  for (const Words* list : {&words().numbers.units, &words().numbers.multiple_words, &words().fillers})
    for (std::size_t i = 1; i < list->size(); ++i) EXPECT_GE((*list)[i - 1].size(), (*list)[i].size());
}

TEST(TermIndexTest, LongestWordWins) {
  TermIndex terms;
  terms.add(U"公开", 1);
  terms.add(U"不予公开", 2);
  terms.add(U"公开栏", 4);
  terms.add(U"公开", 8);
  struct Case {
    std::u32string text;
    std::size_t at;
    std::size_t length;
    Meanings meanings;
  };
  const Case cases[] = {{U"公开了", 0, 2, 9},   {U"公开栏", 0, 3, 4}, {U"不予公开", 0, 4, 2},
                        {U"不予公开", 2, 2, 9}, {U"不公开", 0, 0, 0}, {U"公", 0, 0, 0}};
  for (const Case& c : cases) {
    const TermMatch match = terms.longest_at(c.text, c.at);
    EXPECT_EQ(match.length, c.length) << utf8_of(c.text);
    EXPECT_EQ(match.meanings, c.meanings) << utf8_of(c.text);
  }
}

TEST(ClaimWordsTest, WordsAtStartAndEnd) {
  const Words list = {U"万元", U"元"};
  EXPECT_EQ(word_at_start(U"万元整", list), U"万元");
  EXPECT_EQ(word_at_start(U"元", list), U"元");
  EXPECT_EQ(word_at_start(U"件", list), U"");
  EXPECT_EQ(word_at_end(U"共三万元", list), U"万元");
  EXPECT_EQ(word_at_end(U"元旦", list), U"");
}

TEST(ClaimWordsTest, TextMadeOfWords) {
  const Words list = {U"政府信息", U"公民", U"的"};
  for (const char32_t* text : {U"", U"的", U"公民的", U"公民的政府信息"}) EXPECT_TRUE(is_made_of(text, list));
  for (const char32_t* text : {U"信息", U"公民提出的", U"公民 的"}) EXPECT_FALSE(is_made_of(text, list));
  EXPECT_TRUE(holds_one_of(U"向公民公开", list));
  EXPECT_FALSE(holds_one_of(U"公众", list));
  EXPECT_TRUE(is_one_of(U"公民", list));
  EXPECT_FALSE(is_one_of(U"公民的", list));
  EXPECT_FALSE(holds_one_of(U"", list));
  EXPECT_FALSE(holds_one_of(U"公民", Words()));
}

struct Refusal {
  const char* special;
  const char* from;
  const char* to;
  const char* path;
};

TEST(ClaimFileTest, BrokenOnesAreRefusedWithFileAndPath) {
  const Refusal cases[] = {
      {"misspelt key", "\"fillers\":", "\"filler\":", "$"},
      {"misspelt key of numbers", "\"bare_before\":", "\"bare\":", "$.numbers"},
      {"role that is none", "\"name\": \"receive\", \"is\": \"predicate\"", "\"name\": \"receive\", \"is\": \"verb\"",
       "$.terms[0].is"},
      {"group of the same name", "\"name\": \"answer\"", "\"name\": \"receive\"", "$.terms[2].name"},
      {"predicate that is no group", "\"predicates\": [\"receive\"]", "\"predicates\": [\"received\"]",
       "$.subjects[0].predicates[0]"},
      {"one of two that is no group", "\"granted+partial\"", "\"granted+parts\"", "$.subjects[10].predicates[0]"},
      {"units that are no group", "\"none_rule\": \"R-T-07\", \"units\": \"cases\"",
       "\"none_rule\": \"R-T-07\", \"units\": \"case\"", "$.unit_groups"},
      {"reading without field", "[[\"req_new__total\"],", "[[],", "$.subjects[0].readings[0]"},
      {"text for a flag", "\"bare_none\": true", "\"bare_none\": \"yes\"", "$.subjects[0].bare_none"},
      {"step of nothing", "\"step\": 10", "\"step\": 0", "$.fees.step"},
      {"misspelt key of a body", "\"not_of\": [\"street\", \"township\"]", "\"not\": []", "$.bodies[4]"},
  };
  for (const Refusal& c : cases) {
    SCOPED_TRACE(c.special);
    const std::string original = built_in_claims().json;
    const std::string changed = replace_all(original, c.from, c.to);
    ASSERT_NE(changed, original);
    try {
      load_claims({"words.json", changed});
      ADD_FAILURE() << "accepted";
    } catch (const SchemaError& error) {
      EXPECT_EQ(std::string(error.what()).rfind("words.json: " + std::string(c.path) + ": ", 0), 0U) << error.what();
    }
  }
}

}  // namespace
}  // namespace nianbao::test

// The program's own simplification against ICU's.
#include "schema/traditional.h"

#include <gtest/gtest.h>
#include <unicode/translit.h>
#include <unicode/unistr.h>

#include <memory>
#include <random>
#include <string>

namespace nianbao::test {
namespace {

class TraditionalTest : public testing::Test {
 protected:
  std::u16string by_icu(const std::u16string& text) const {
    icu::UnicodeString changed(text.data(), static_cast<int32_t>(text.size()));
    transliterator_->transliterate(changed);
    return {changed.getBuffer(), static_cast<std::size_t>(changed.length())};
  }

  static std::u16string simple(std::u16string text) {
    simplify(text.data(), text.size());
    return text;
  }

 private:
  static std::unique_ptr<icu::Transliterator> made() {
    UErrorCode status = U_ZERO_ERROR;
    return std::unique_ptr<icu::Transliterator>(
        icu::Transliterator::createInstance("Traditional-Simplified", UTRANS_FORWARD, status));
  }

  std::unique_ptr<icu::Transliterator> transliterator_ = made();
};

TEST_F(TraditionalTest, EveryCharacterAloneIsSimplifiedAsByIcu) {
  for (char16_t c = 1; c != 0xD800; ++c) {
    const std::u16string text(1, c);
    const std::u16string simplified = by_icu(text);
    ASSERT_EQ(simple(text), simplified) << static_cast<unsigned>(c);
    if (!may_be_traditional(c)) {
      ASSERT_EQ(simplified, text) << static_cast<unsigned>(c);
    }
  }
}

TEST_F(TraditionalTest, EveryRuleGivesWhatIcuGives) {
  for (const TraditionalRule& rule : traditional_rules()) {
    const std::u16string text = u"政" + std::u16string(rule.from) + u"府";
    EXPECT_EQ(simple(text), by_icu(text)) << &rule - traditional_rules().data();
  }
}

// Rules meet, overlap and begin within each other.
TEST_F(TraditionalTest, TextsOfPiecesOfRulesAreSimplifiedAsByIcu) {
  std::mt19937 random(2022);
  const std::vector<TraditionalRule>& rules = traditional_rules();
  const auto below = [&](std::size_t n) { return std::uniform_int_distribution<std::size_t>(0, n - 1)(random); };
  for (int i = 0; i < 20'000; ++i) {
    std::u16string text;
    for (std::size_t pieces = 1 + below(6); pieces > 0; --pieces) {
      const std::u16string_view from = rules[below(rules.size())].from;
      text += from.substr(below(from.size()));
      if (below(4) == 0) text += u"a，\xD842\xDFB7于"[below(6)];
    }
    ASSERT_EQ(simple(text), by_icu(text)) << i;
  }
}

}  // namespace
}  // namespace nianbao::test

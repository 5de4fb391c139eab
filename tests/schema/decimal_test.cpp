#include "schema/decimal.h"

#include <gtest/gtest.h>

namespace nianbao::test {
namespace {

TEST(Decimal, ReadsWhatIsPrinted) {
  struct Case {
    const char* text;
    std::int64_t millionths;
    const char* shown;
  };
  const Case cases[] = {
      {"0", 0, "0"},
      {"-0", 0, "0"},
      {"7", 7'000'000, "7"},
      {"-11", -11'000'000, "-11"},
      {"+19", 19'000'000, "19"},
      {"007", 7'000'000, "7"},
      {"477.35", 477'350'000, "477.35"},
      {"0.092", 92'000, "0.092"},
      {"-0.5", -500'000, "-0.5"},
      {"5.00", 5'000'000, "5"},
      {"59237.2449", 59'237'244'900, "59237.2449"},
      {"24252.311082", 24'252'311'082, "24252.311082"},
      {"1.50000000", 1'500'000, "1.5"},
      {"9223372036854.775807", 9'223'372'036'854'775'807, "9223372036854.775807"},
  };
  for (const Case& c : cases) {
    const auto number = Decimal::parse(c.text);
    ASSERT_TRUE(number) << c.text;
    EXPECT_EQ(number->millionths(), c.millionths) << c.text;
    EXPECT_EQ(number->text(), c.shown);
  }
}

TEST(Decimal, RefusesEverythingElse) {
  for (const char* text : {"", "-", "+", ".", ".5", "5.", "1,000", "1 0", "1e3", "0x1", "--1", "1.2.3", "１", "元",
                           "1.0000001", "9223372036854.775808", "99999999999999999999"})
    EXPECT_FALSE(Decimal::parse(text)) << text;
}

TEST(Decimal, CalculatesExactlyOrNotAtAll) {
  const Decimal tenth = *Decimal::parse("0.1");
  const Decimal fifth = *Decimal::parse("0.2");
  EXPECT_EQ(tenth.plus(fifth), Decimal::parse("0.3"));
  EXPECT_EQ(tenth.minus(fifth), Decimal::parse("-0.1"));
  EXPECT_EQ(fifth.times(-10), Decimal::parse("-2"));
  const Decimal most = *Decimal::parse("9223372036854.775807");
  EXPECT_EQ(most.plus(tenth), std::nullopt);
  EXPECT_EQ(Decimal::parse("-9223372036854.775807")->minus(tenth), std::nullopt);
  EXPECT_EQ(most.times(2), std::nullopt);
}

TEST(Decimal, Compares) {
  EXPECT_LT(*Decimal::parse("9"), *Decimal::parse("10"));
  EXPECT_LT(*Decimal::parse("-2"), *Decimal::parse("-1.5"));
  EXPECT_EQ(*Decimal::parse("5.0"), *Decimal::parse("5"));
  EXPECT_TRUE(Decimal::parse("0.000")->is_zero());
  EXPECT_FALSE(Decimal::parse("0.001")->is_zero());
  EXPECT_EQ(Decimal::of_millionths(INT64_MIN).text(), "-9223372036854.775808");
}

}  // namespace
}  // namespace nianbao::test

#include "audit/slip.h"

#include <gtest/gtest.h>

namespace nianbao::test {
namespace {

TEST(Slip, IsToldFromThePrintedAndTheMeantNumber) {
  const struct {
    std::int64_t printed;
    std::int64_t meant;
    Slip slip;
  } cases[] = {
      {21, 12, Slip::kDigitsSwapped},
      {1032, 1302, Slip::kDigitsSwapped},
      {17, 171, Slip::kDigitDropped},
      {71, 171, Slip::kDigitDropped},
      {1771, 171, Slip::kDigitAdded},
      {10, 1, Slip::kScale},
      {120000, 12, Slip::kScale},
      {3, 300, Slip::kScale},
      {17, 19, Slip::kDigitChanged},
      {271, 171, Slip::kDigitChanged},
      {0, 5, Slip::kLeftOut},
      {0, 50, Slip::kLeftOut},
      // Not slips of one digit: nothing is left of 3 in 8, and two digits differ in the others.
      {3, 8, Slip::kOther},
      {34, 43, Slip::kDigitsSwapped},
      {345, 543, Slip::kOther},
      {12, 5, Slip::kOther},
      {5, 0, Slip::kOther},
  };
  for (const auto& c : cases) EXPECT_EQ(slip_between(c.printed, c.meant), c.slip) << c.printed << " for " << c.meant;
}

TEST(Slip, HasANameInEveryLanguage) {
  for (int i = 0; i <= static_cast<int>(Slip::kOther); ++i) {
    const auto slip = static_cast<Slip>(i);
    EXPECT_STRNE(name_of(slip), "");
    EXPECT_STRNE(zh_of(slip), "");
    EXPECT_STRNE(en_of(slip), "");
  }
}

}  // namespace
}  // namespace nianbao::test

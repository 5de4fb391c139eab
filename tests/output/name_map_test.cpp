#include "output/name_map.h"

#include <gtest/gtest.h>

namespace nianbao::test {
namespace {

using Value = std::optional<std::string>;

TEST(NameMap, TellsNewNamesFromKnownOnes) {
  NameMap map;
  EXPECT_EQ(map.put("a", "first"), std::nullopt);
  EXPECT_EQ(map.put("b", "second"), std::nullopt);
  EXPECT_EQ(map.put("a", "third"), Value("first"));
  EXPECT_EQ(map.put("a", "fourth"), Value("first")) << "the first value stays";
  EXPECT_EQ(map.put("b", ""), Value("second"));
}

struct NameCase {
  const char* special;
  std::string name;
};

const NameCase kNames[] = {
    {"empty", ""},
    {"a space", " "},
    {"a byte of zero", std::string(1, '\0')},
    {"behind a byte of zero", std::string("\0a", 2)},
    {"in capitals", "A"},
    {"in small letters", "a"},
    {"that looks like a number", "1"},
    {"that looks like the same number", "1.0"},
    {"that looks like SQL", "'; DROP TABLE names; --"},
    {"Chinese", "清河县/年报.docx"},
    {"no UTF-8", "\xC7\xE5\xBA\xD3"},
    {"long", std::string(100'000, 'x')},
    {"long but for the last byte", std::string(100'000, 'x') + "y"},
};

TEST(NameMap, NamesAreBytes) {
  NameMap map;
  for (const NameCase& c : kNames) EXPECT_EQ(map.put(c.name, c.special), std::nullopt) << c.special;
  for (const NameCase& c : kNames) EXPECT_EQ(map.put(c.name, "other"), Value(c.special)) << c.special;
}

TEST(NameMap, ValuesAreBytes) {
  NameMap map;
  for (const NameCase& c : kNames) map.put(c.special, c.name);
  for (const NameCase& c : kNames) EXPECT_EQ(map.put(c.special, ""), Value(c.name)) << c.special;
}

TEST(NameMap, TwoKnowNothingOfEachOther) {
  NameMap first;
  NameMap second;
  first.put("a", "1");
  EXPECT_EQ(second.put("a", "2"), std::nullopt);
}

// More than is held in memory.
TEST(NameMap, BearsManyNames) {
  constexpr std::size_t kMany = 200'000;
  const auto name = [](std::size_t i) { return "2020/" + std::string(60, 'x') + std::to_string(i * 7919 % kMany); };
  NameMap map;
  for (std::size_t i = 0; i < kMany; ++i) ASSERT_FALSE(map.put(name(i), std::to_string(i))) << i;
  for (std::size_t i = 0; i < kMany; i += 101) ASSERT_EQ(map.put(name(i), ""), Value(std::to_string(i)));
}

}  // namespace
}  // namespace nianbao::test

#include "output/packed.h"

#include <gtest/gtest.h>

#include <optional>
#include <random>

#include "tests/support/model_report.h"
#include "tests/support/places.h"

namespace nianbao::test {
namespace {

std::string random_bytes(std::size_t count) {
  std::mt19937 random(7);
  std::string bytes(count, '\0');
  for (char& byte : bytes) byte = static_cast<char>(random());
  return bytes;
}

std::string report_text() { return ModelReport(built_in_schema(), "2019", 2020).text(); }

struct BytesCase {
  const char* special;
  std::string bytes;
};

// Sizes at which the format changes how it states them, among others.
std::vector<BytesCase> cases() {
  return {{"nothing", ""},
          {"one byte", "a"},
          {"only zeros", std::string(1000, '\0')},
          {"the longest whose size is one byte", random_bytes(255)},
          {"the shortest whose size is two", random_bytes(256)},
          {"the shortest whose size is four", random_bytes(256 + 65536)},
          {"a report", report_text()},
          {"megabytes that cannot be made small", random_bytes(std::size_t{3} << 20U)},
          {"megabytes that become almost nothing", std::string(std::size_t{40} << 20U, 'a')},
          {"exactly a megabyte", std::string(std::size_t{1} << 20U, 'a')}};
}

// Nothing where unpack() refuses. Anything else that it throws fails the test.
std::optional<std::string> unpacked(const std::string& packed) {
  try {
    return unpack(packed);
  } catch (const PackedError&) {
    return std::nullopt;
  }
}

TEST(Pack, GivesBackWhatItWasGiven) {
  for (const BytesCase& c : cases()) EXPECT_TRUE(unpack(pack(c.bytes)) == c.bytes) << c.special;
}

TEST(Pack, MakesReportsSmall) {
  const std::string text = report_text();
  EXPECT_LT(pack(text).size() * 3, text.size() * 2);
}

TEST(Unpack, RefusesWhatHasBeenCut) {
  for (const std::string& bytes : {std::string(), std::string("a"), report_text()}) {
    const std::string packed = pack(bytes);
    for (std::size_t size = 0; size < packed.size(); ++size)
      EXPECT_FALSE(unpacked(packed.substr(0, size))) << size << " of " << packed.size();
  }
}

TEST(Unpack, RefusesWhatHasMoreBehindIt) {
  const std::string packed = pack("something");
  EXPECT_FALSE(unpacked(packed + '\0'));
  EXPECT_FALSE(unpacked(packed + packed));
}

// Each bit, for one in the head of the format may change what all others mean: how long the text claims to be, say.
TEST(Unpack, RefusesDamageInAnyBit) {
  for (const std::string& bytes : {std::string(), std::string(300, 'a'), report_text(), random_bytes(70'000)}) {
    std::string packed = pack(bytes);
    const std::size_t step = packed.size() > 10'000 ? 997 : 1;
    for (std::size_t at = 0; at < packed.size(); at += at < 64 ? 1 : step)
      for (unsigned bit = 0; bit < 8; ++bit) {
        packed[at] = static_cast<char>(packed[at] ^ static_cast<char>(1U << bit));
        const std::optional<std::string> back = unpacked(packed);
        EXPECT_TRUE(!back || *back == bytes) << "byte " << at << " bit " << bit << " of " << packed.size();
        packed[at] = static_cast<char>(packed[at] ^ static_cast<char>(1U << bit));
      }
  }
}

TEST(Unpack, RefusesDamageOfTheText) {
  const std::string packed = pack(random_bytes(1000));
  for (std::size_t at = 20; at < packed.size(); ++at) {
    std::string damaged = packed;
    damaged[at] = static_cast<char>(damaged[at] ^ 1);
    EXPECT_FALSE(unpacked(damaged)) << at;
  }
}

struct ForeignCase {
  const char* special;
  std::string bytes;
};

TEST(Unpack, RefusesWhatPackHasNotMade) {
  const ForeignCase foreign[] = {
      {"nothing", ""},
      {"text", "r,2,L1,label,raw,5\n"},
      {"random bytes", random_bytes(1000)},
      {"a head that claims sixteen exbibytes",
       std::string("\x28\xB5\x2F\xFD\xE4", 5) + std::string(7, '\xFF') + "\x0F"},
      {"a head that claims four gibibytes", std::string("\x28\xB5\x2F\xFD\xA4\xFF\xFF\xFF\xFF\x01\x00\x00", 12)},
  };
  for (const ForeignCase& c : foreign) EXPECT_FALSE(unpacked(c.bytes)) << c.special;
}

// The contexts are used again: one that has met damage must be as good as new.
TEST(Unpack, WorksAfterDamage) {
  const std::string packed = pack(report_text());
  EXPECT_FALSE(unpacked(packed.substr(0, packed.size() / 2)));
  EXPECT_EQ(unpack(packed), report_text());
}

}  // namespace
}  // namespace nianbao::test

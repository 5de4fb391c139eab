#include "output/byte_stream.h"

#include <gtest/gtest.h>

#include <random>
#include <vector>

namespace nianbao::test {
namespace {

template <typename Put>
std::string written(Put put) {
  ByteWriter out;
  put(out);
  return out.take();
}

std::string bytes_of(std::uint64_t value) {
  return written([&](ByteWriter& out) { out.number(value); });
}

std::string bytes_of_signed(std::int64_t value) {
  return written([&](ByteWriter& out) { out.signed_number(value); });
}

std::string bytes_of_text(std::string_view text) {
  return written([&](ByteWriter& out) { out.text(text); });
}

struct NumberCase {
  std::uint64_t value;
  std::string bytes;
};

const NumberCase kNumbers[] = {
    {0, std::string(1, '\0')},
    {1, "\x01"},
    {127, "\x7F"},
    {128, "\x80\x01"},
    {16'383, "\xFF\x7F"},
    {16'384, "\x80\x80\x01"},
    {UINT32_MAX, "\xFF\xFF\xFF\xFF\x0F"},
    {std::uint64_t{1} << 63U, "\x80\x80\x80\x80\x80\x80\x80\x80\x80\x01"},
    {UINT64_MAX, "\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\x01"},
};

TEST(ByteStream, NumbersHaveSevenBitsAByte) {
  for (const NumberCase& c : kNumbers) {
    EXPECT_EQ(bytes_of(c.value), c.bytes) << c.value;
    ByteReader in(c.bytes);
    EXPECT_EQ(in.number(), c.value);
    EXPECT_TRUE(in.is_at_end()) << c.value;
  }
}

struct SignedCase {
  std::int64_t value;
  std::size_t length;
};

constexpr SignedCase kSigned[] = {{0, 1},         {-1, 1},        {1, 1},          {63, 1},
                                  {-64, 1},       {64, 2},        {-65, 2},        {-128, 2},
                                  {INT32_MIN, 5}, {INT32_MAX, 5}, {INT64_MAX, 10}, {INT64_MIN, 10}};

TEST(ByteStream, SmallNumbersOfEitherSignAreShort) {
  for (const SignedCase& c : kSigned) {
    const std::string bytes = bytes_of_signed(c.value);
    EXPECT_EQ(bytes.size(), c.length) << c.value;
    EXPECT_EQ(ByteReader(bytes).signed_number(), c.value);
  }
}

const std::string kTexts[] = {"",
                              "a",
                              std::string(1, '\0'),
                              "清河县",
                              "\xFF\xFE",
                              std::string(127, 'x'),
                              std::string(128, 'x'),
                              std::string(1'000'000, '\0')};

TEST(ByteStream, TextsAreBytes) {
  for (const std::string& text : kTexts) {
    const std::string bytes = bytes_of_text(text);
    ByteReader in(bytes);
    EXPECT_TRUE(in.text() == text) << text.size();
    EXPECT_NO_THROW(in.expect_end());
  }
}

TEST(ByteStream, WhatWasTakenIsNotThereAgain) {
  ByteWriter out;
  out.text("a");
  EXPECT_EQ(out.take(),
            "\x01"
            "a");
  EXPECT_EQ(out.take(), "");
}

// Counts are of things that take a byte each, so that nobody makes room for more than there can be.
TEST(ByteStream, CountsAreNoGreaterThanWhatFollows) {
  EXPECT_EQ(ByteReader(std::string_view("\0", 1)).count(), 0U);
  EXPECT_EQ(ByteReader("\x02"
                       "ab")
                .count(),
            2U);
  EXPECT_THROW(ByteReader("\x03"
                          "ab")
                   .count(),
               ByteError);
  EXPECT_THROW(ByteReader(kNumbers[8].bytes).count(), ByteError);
}

TEST(ByteStream, EndIsExpectedWhereItIs) {
  EXPECT_NO_THROW(ByteReader("").expect_end());
  EXPECT_THROW(ByteReader("a").expect_end(), ByteError);
}

struct BadCase {
  const char* special;
  std::string bytes;
};

const BadCase kBadNumbers[] = {
    {"nothing", ""},
    {"more to come, but nothing comes", "\x80"},
    {"nine bytes and nothing comes", std::string(9, '\xFF')},
    {"ten bytes that all say more", std::string(10, '\x80') + '\x01'},
    {"a hundred bytes that say more", std::string(100, '\xFF')},
    {"a bit beyond the 64th", std::string(9, '\xFF') + '\x03'},
    {"only a bit beyond the 64th", std::string(9, '\x80') + '\x02'},
};

TEST(ByteStream, NumbersThatNobodyWroteAreRefused) {
  for (const BadCase& c : kBadNumbers) {
    EXPECT_THROW(ByteReader(c.bytes).number(), ByteError) << c.special;
    EXPECT_THROW(ByteReader(c.bytes).signed_number(), ByteError) << c.special;
    EXPECT_THROW(ByteReader(c.bytes).text(), ByteError) << c.special;
  }
}

TEST(ByteStream, TextsThatEndTooEarlyAreRefused) {
  for (const std::string& text : {std::string("a"), std::string("清河县"), std::string(300, 'x')}) {
    const std::string bytes = bytes_of_text(text);
    for (std::size_t size = 0; size < bytes.size(); ++size)
      EXPECT_THROW(ByteReader(std::string_view(bytes).substr(0, size)).text(), ByteError) << size;
  }
}

// A value of one of the three kinds, and what to do with it.
struct Value {
  std::uint64_t kind = 0;
  std::uint64_t number = 0;
  std::string text;
};

Value random_value(std::mt19937_64& random) {
  Value value{.kind = random() % 3, .number = random() >> (random() % 64), .text = {}};
  if (value.kind == 2) value.text = std::string(value.number % 300, static_cast<char>(random()));
  return value;
}

void put(ByteWriter& out, const Value& value) {
  if (value.kind == 0) out.number(value.number);
  if (value.kind == 1) out.signed_number(static_cast<std::int64_t>(value.number));
  if (value.kind == 2) out.text(value.text);
}

bool is_next(ByteReader& in, const Value& value) {
  if (value.kind == 0) return in.number() == value.number;
  if (value.kind == 1) return in.signed_number() == static_cast<std::int64_t>(value.number);
  return in.text() == value.text;
}

TEST(ByteStream, AnyValuesComeBackInOrder) {
  std::mt19937_64 random(1);
  for (int round = 0; round < 300; ++round) {
    std::vector<Value> values(random() % 50);
    for (Value& value : values) value = random_value(random);
    ByteWriter out;
    for (const Value& value : values) put(out, value);
    const std::string bytes = out.take();
    ByteReader in(bytes);
    for (const Value& value : values) ASSERT_TRUE(is_next(in, value)) << round;
    EXPECT_NO_THROW(in.expect_end());
  }
}

// How much of it is read, until it is refused or at its end.
std::size_t steps(std::string_view bytes, std::mt19937_64& random) {
  ByteReader in(bytes);
  std::size_t done = 0;
  try {
    for (; !in.is_at_end(); ++done) {
      if (const auto kind = random() % 3; kind == 0)
        in.number();
      else if (kind == 1)
        in.signed_number();
      else if (in.text().size() > bytes.size())
        ADD_FAILURE() << "a text longer than all there is";
    }
  } catch (const ByteError&) {
  }
  return done;
}

TEST(ByteStream, AnyBytesAreReadOrRefused) {
  std::mt19937_64 random(2);
  for (int round = 0; round < 5000; ++round) {
    std::string bytes(random() % 100, '\0');
    for (char& byte : bytes) byte = static_cast<char>(random());
    EXPECT_LE(steps(bytes, random), bytes.size()) << "each takes a byte at least";
  }
}

}  // namespace
}  // namespace nianbao::test

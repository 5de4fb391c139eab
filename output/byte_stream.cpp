#include "output/byte_stream.h"

namespace nianbao {
namespace {

constexpr unsigned kBits = 7;
constexpr std::uint64_t kLow = 0x7F;
constexpr std::uint64_t kMore = 0x80;

[[noreturn]] void fail() { throw ByteError("kept results are not those of this program"); }

}  // namespace

void ByteWriter::number(std::uint64_t value) {
  for (; value > kLow; value >>= kBits) bytes_ += static_cast<char>((value & kLow) | kMore);
  bytes_ += static_cast<char>(value);
}

// Small numbers of either sign are short: 0, -1, 1, -2 … become 0, 1, 2, 3 …
void ByteWriter::signed_number(std::int64_t value) {
  const auto doubled = static_cast<std::uint64_t>(value) << 1U;
  number(value < 0 ? ~doubled : doubled);
}

void ByteWriter::text(std::string_view bytes) {
  number(bytes.size());
  bytes_ += bytes;
}

std::uint64_t ByteReader::number() {
  std::uint64_t value = 0;
  for (unsigned shift = 0; shift < 64; shift += kBits) {
    if (rest_.empty()) fail();
    const auto byte = static_cast<unsigned char>(rest_.front());
    rest_.remove_prefix(1);
    if (const std::uint64_t bits = byte & kLow; bits << shift >> shift != bits) fail();
    value |= (byte & kLow) << shift;
    if ((byte & kMore) == 0) return value;
  }
  fail();
}

std::int64_t ByteReader::signed_number() {
  const std::uint64_t value = number();
  const std::uint64_t half = value >> 1U;
  return static_cast<std::int64_t>((value & 1U) != 0 ? ~half : half);
}

std::string_view ByteReader::text() {
  const std::size_t size = count();
  const std::string_view bytes = rest_.substr(0, size);
  rest_.remove_prefix(size);
  return bytes;
}

std::size_t ByteReader::count() {
  const std::uint64_t value = number();
  if (value > rest_.size()) fail();
  return value;
}

void ByteReader::expect_end() const {
  if (!rest_.empty()) fail();
}

}  // namespace nianbao

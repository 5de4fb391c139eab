// Plain values as bytes, one after the other, and back: how processes of one program talk, and what it keeps.
#pragma once

#include <cstddef>
#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>

namespace nianbao {

// Bytes that no ByteWriter of this program has made.
class ByteError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

class ByteWriter {
 public:
  // Seven bits a byte, the lowest first.
  void number(std::uint64_t value);
  void signed_number(std::int64_t value);
  void text(std::string_view bytes);

  std::string take() { return std::move(bytes_); }

 private:
  std::string bytes_;
};

// Reads what was written, in the same order. Throws ByteError where the bytes end too early or too late.
class ByteReader {
 public:
  // `bytes` must outlive this and what text() gives.
  explicit ByteReader(std::string_view bytes) : rest_(bytes) {}

  std::uint64_t number();
  std::int64_t signed_number();
  std::string_view text();
  // A count of things that take at least a byte each.
  std::size_t count();
  bool is_at_end() const { return rest_.empty(); }
  void expect_end() const;

 private:
  std::string_view rest_;
};

}  // namespace nianbao

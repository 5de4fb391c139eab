// One description of a type serves both ways, into bytes and back: a function template over the stream, which is a
// ByteSaver or a ByteLoader.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "output/byte_stream.h"

namespace nianbao {

class ByteSaver {
 public:
  void text(std::string& value) { out.text(value); }
  template <typename Number>
  void number(Number& value) {
    out.signed_number(static_cast<std::int64_t>(value));
  }
  std::size_t count(std::size_t size) {
    out.number(size);
    return size;
  }
  ByteWriter out;
};

class ByteLoader {
 public:
  explicit ByteLoader(std::string_view bytes) : in(bytes) {}
  void text(std::string& value) { value = in.text(); }
  template <typename Number>
  void number(Number& value) {
    value = static_cast<Number>(in.signed_number());
  }
  std::size_t count(std::size_t /*size*/) { return in.count(); }
  ByteReader in;
};

// A list, each of its items by `one`.
template <typename Stream, typename T, typename Each>
void each(Stream& stream, std::vector<T>& values, Each one) {
  values.resize(stream.count(values.size()));
  for (T& value : values) one(value);
}

template <typename Stream>
void texts(Stream& stream, std::vector<std::string>& values) {
  each(stream, values, [&](std::string& value) { stream.text(value); });
}

}  // namespace nianbao

// One of N equal stretches of a work list.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace nianbao {

struct Shard {
  std::size_t number = 1;  // from 1
  std::size_t of = 1;

  // "3/64", or "auto/64": the number that a scheduler has put into the environment. Throws std::invalid_argument with
  // what is wrong.
  static Shard parse(std::string_view text);

  std::string text() const { return std::to_string(number) + "/" + std::to_string(of); }
  // Where it stands in a list of `count`.
  std::size_t begin(std::size_t count) const { return share(count, number - 1); }
  std::size_t end(std::size_t count) const { return share(count, number); }

  bool operator==(const Shard&) const = default;

 private:
  std::size_t share(std::size_t count, std::size_t shards) const;
};

}  // namespace nianbao

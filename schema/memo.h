// What was made of a text before, for texts that come again and again: every report has the same labels.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace nianbao {

// Remembers so many results at most, and none of long texts, which hardly come twice. For one thread.
template <typename Result>
class Memo {
 public:
  // make(text), or what it gave before. Lives until the next call.
  template <typename Make>
  const Result& of(std::string_view text, Make make) {
    if (text.size() > kLongestKnown) return long_ = make(text);
    if (const auto found = known_.find(text); found != known_.end()) return found->second;
    if (known_.size() == kMostKnown) known_.clear();
    return known_.emplace(std::string(text), make(text)).first->second;
  }

 private:
  static constexpr std::size_t kMostKnown = 8'192;
  static constexpr std::size_t kLongestKnown = 300;  // bytes

  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
  };

  std::unordered_map<std::string, Result, Hash, std::equal_to<>> known_;
  Result long_{};
};

}  // namespace nianbao

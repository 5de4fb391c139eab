#include "audit/copies.h"

#include <algorithm>
#include <optional>
#include <set>
#include <tuple>
#include <unordered_map>

namespace nianbao {
namespace {

using NumberList = std::vector<std::pair<FieldNumber, std::int64_t>>;

struct HashOfNumbers {
  std::size_t operator()(const NumberList* numbers) const {
    std::uint64_t hash = 0xCBF29CE484222325U;  // FNV-1a, by number
    for (const auto& [field, millionths] : *numbers)
      for (const std::uint64_t part : {std::uint64_t{field}, static_cast<std::uint64_t>(millionths)})
        hash = (hash ^ part) * 0x100000001B3U;
    return static_cast<std::size_t>(hash);
  }
};

struct EqualNumbers {
  bool operator()(const NumberList* a, const NumberList* b) const { return *a == *b; }
};

bool is_same_body(const BodyName& a, const BodyName& b) {
  return a.key == b.key || a.key.ends_with(b.key) || b.key.ends_with(a.key);
}

// Of all reports with the same numbers: the first one, and the first of another body.
struct Firsts {
  std::size_t first = 0;
  std::optional<std::size_t> other;
};

}  // namespace

bool says_enough(const ReportFacts& facts, const RuleSpec& rule) {
  if (facts.numbers.size() < static_cast<std::size_t>(rule.number("least_numbers"))) return false;
  std::set<std::int64_t> different;
  for (const auto& [field, millionths] : facts.numbers) different.insert(millionths);
  return different.size() >= static_cast<std::size_t>(rule.number("least_different_numbers"));
}

std::string key_of_numbers(const ReportFacts& facts) { return std::to_string(HashOfNumbers()(&facts.numbers)); }

std::vector<Copy> copies_among(const std::vector<ReportFacts>& reports, const std::vector<BodyName>& names,
                               const RuleSpec& rule) {
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < reports.size(); ++i)
    if (!names[i].key.empty() && says_enough(reports[i], rule)) order.push_back(i);
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return std::tie(reports[a].year, reports[a].id, a) < std::tie(reports[b].year, reports[b].id, b);
  });
  std::unordered_map<const NumberList*, Firsts, HashOfNumbers, EqualNumbers> seen;
  std::vector<Copy> copies;
  for (const std::size_t i : order) {
    const auto [at, is_new] = seen.try_emplace(&reports[i].numbers, Firsts{i, {}});
    if (is_new) continue;
    Firsts& firsts = at->second;
    if (!is_same_body(names[firsts.first], names[i])) {
      if (!firsts.other) firsts.other = i;
      copies.push_back({firsts.first, i});
    } else if (firsts.other && !is_same_body(names[*firsts.other], names[i])) {
      copies.push_back({*firsts.other, i});
    }
  }
  return copies;
}

}  // namespace nianbao

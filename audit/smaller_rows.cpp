#include "audit/smaller_rows.h"

#include <algorithm>
#include <cstdlib>
#include <utility>

namespace nianbao {
namespace {

constexpr auto kNone = static_cast<std::size_t>(-1);

class Shrinker {
 public:
  Shrinker(std::vector<const LinearRow*> rows, std::size_t unknowns, std::size_t unknown)
      : rows_(std::move(rows)), uses_(unknowns), from_(unknowns), places_(unknowns, kNone) {
    for (const LinearRow* row : rows_) count(*row, 1);
    ++uses_[unknown];  // never alone
    places_[unknown] = 0;
    asked_ = unknown;
  }

  SmallerRows run() {
    while (std::erase_if(rows_, [&](const LinearRow* row) { return leave_out(*row); }) > 0) {
    }
    SmallerRows smaller{.unknowns = 1, .unknown = 0, .rows = {}};
    smaller.rows.reserve(rows_.size());
    for (const LinearRow* row : rows_) smaller.rows.push_back(rewritten(*row, smaller.unknowns));
    return smaller;
  }

 private:
  void count(const LinearRow& row, int by) {
    for (const auto& [unknown, sign] : row.terms) uses_[unknown] += by;
  }

  bool is_alone(std::size_t unknown) const { return uses_[unknown] == 1; }

  // Leaves out a row that holds whatever the others say of its unknowns, for those that are in no other row make up for
  // it: x - y = n + others, or x = n + y with x in other rows, where x is counted from n on.
  bool leave_out(const LinearRow& row) {
    bool has_alone[] = {false, false};  // with - and with +
    const std::pair<std::size_t, int>* shared = nullptr;
    int shares = 0;
    for (const auto& term : row.terms)
      if (is_alone(term.first)) {
        has_alone[term.second > 0 ? 1 : 0] = true;
      } else {
        shared = &term;
        ++shares;
      }
    const bool is_idle = has_alone[0] && has_alone[1];
    const bool is_start = !is_idle && shares == 1 && shared->first != asked_ && has_alone[shared->second > 0 ? 0 : 1];
    if (is_start) from_[shared->first] += std::max<std::int64_t>(0, shared->second * total_of(row));
    if (is_idle || is_start) count(row, -1);
    return is_idle || is_start;
  }

  // What is left for its unknowns, each counted from its start.
  std::int64_t total_of(const LinearRow& row) const {
    std::int64_t total = row.total;
    for (const auto& [unknown, sign] : row.terms) total -= sign * from_[unknown];
    return total;
  }

  // Unknowns of one sign that are in no other row add up to one.
  LinearRow rewritten(const LinearRow& row, std::size_t& unknowns) {
    LinearRow fewer{.terms = {}, .total = total_of(row)};
    fewer.terms.reserve(row.terms.size());
    bool has_alone[] = {false, false};
    for (const auto& [unknown, sign] : row.terms) {
      if (is_alone(unknown) && std::exchange(has_alone[sign > 0 ? 1 : 0], true)) continue;
      if (places_[unknown] == kNone) places_[unknown] = unknowns++;
      fewer.terms.emplace_back(places_[unknown], sign);
    }
    return fewer;
  }

  std::vector<const LinearRow*> rows_;
  std::vector<int> uses_;            // of each unknown: the rows it is in
  std::vector<std::int64_t> from_;   // of each unknown: the number it is counted from
  std::vector<std::size_t> places_;  // of each unknown: among those that are left
  std::size_t asked_ = 0;
};

}  // namespace

SmallerRows smaller(const std::vector<const LinearRow*>& rows, std::size_t unknowns, std::size_t unknown) {
  return Shrinker(rows, unknowns, unknown).run();
}

}  // namespace nianbao

#include "audit/propagation.h"

namespace nianbao {
namespace {

constexpr int kMostRounds = 40;

// Sum of one end of the ranges of a row's terms, of which some may have no end.
struct End {
  std::int64_t sum = 0;
  int endless = 0;
};

class Propagator {
 public:
  Propagator(std::size_t unknowns, const std::vector<LinearRow>& rows) : rows_(rows), used_(rows.size()) {
    result_.ranges.resize(unknowns);
  }

  Propagation run() {
    for (int round = 0; round < kMostRounds && changed_ && result_.is_feasible; ++round) {
      changed_ = false;
      for (std::size_t i = 0; i < rows_.size() && result_.is_feasible; ++i) narrow(i);
    }
    for (std::size_t i = 0; i < rows_.size(); ++i)
      if (used_[i]) result_.used.push_back(i);
    return std::move(result_);
  }

 private:
  // The least and greatest that sign × x can be.
  std::optional<std::int64_t> low(const std::pair<std::size_t, int>& term) const {
    const Range& range = result_.ranges[term.first];
    if (term.second > 0) return range.least;
    return range.most ? std::optional(-*range.most) : std::nullopt;
  }
  std::optional<std::int64_t> high(const std::pair<std::size_t, int>& term) const {
    const Range& range = result_.ranges[term.first];
    if (term.second < 0) return -range.least;
    return range.most;
  }

  void narrow(std::size_t row) {
    End least;
    End most;
    for (const auto& term : rows_[row].terms) {
      add(least, low(term));
      add(most, high(term));
    }
    const std::int64_t total = rows_[row].total;
    if ((least.endless == 0 && least.sum > total) || (most.endless == 0 && most.sum < total)) return fail(row);
    for (const auto& term : rows_[row].terms) {
      const auto up = rest(total, least, low(term));    // sign × x ≤ total - the least of the others
      const auto down = rest(total, most, high(term));  // sign × x ≥ total - the most of the others
      if (up) limit(row, term, *up, true);
      if (down) limit(row, term, *down, false);
    }
  }

  static void add(End& end, const std::optional<std::int64_t>& number) {
    if (number)
      end.sum += *number;
    else
      ++end.endless;
  }

  static std::optional<std::int64_t> rest(std::int64_t total, const End& end, const std::optional<std::int64_t>& own) {
    if (end.endless > (own ? 0 : 1)) return std::nullopt;
    return total - (end.sum - own.value_or(0));
  }

  void limit(std::size_t row, const std::pair<std::size_t, int>& term, std::int64_t bound, bool is_upper) {
    Range& range = result_.ranges[term.first];
    const std::int64_t own = term.second * bound;
    if (is_upper == (term.second > 0)) {
      if (range.most && *range.most <= own) return;
      range.most = own;
    } else {
      if (range.least >= own) return;
      range.least = own;
    }
    changed_ = true;
    used_[row] = true;
    if (range.most && *range.most < range.least) result_.is_feasible = false;
  }

  void fail(std::size_t row) {
    used_[row] = true;
    result_.is_feasible = false;
  }

  const std::vector<LinearRow>& rows_;
  Propagation result_;
  std::vector<bool> used_;  // by row
  bool changed_ = true;
};

}  // namespace

Propagation propagate(std::size_t unknowns, const std::vector<LinearRow>& rows) {
  return Propagator(unknowns, rows).run();
}

}  // namespace nianbao

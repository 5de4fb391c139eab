#include "normalize/digit_row.h"

#include <algorithm>
#include <map>
#include <memory>
#include <utility>

namespace nianbao {
namespace {

constexpr std::size_t kLongestNumber = 9;      // digits; sums of a whole table then fit 64 bits
constexpr std::size_t kMostSteps = 1'000'000;  // of looking through the readings of one row
constexpr std::size_t kMostReadings = 2'000;   // that are listed

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// The digits of a row, and after which of them a blank stands.
struct Digits {
  std::string digits;
  std::vector<bool> break_after;
};

Digits digits_of(std::string_view text) {
  Digits found;
  for (const char c : text) {
    if (is_digit(c)) {
      found.digits += c;
      found.break_after.push_back(false);
    } else if (!found.digits.empty()) {
      found.break_after.back() = true;
    }
  }
  return found;
}

// Consecutive columns that no sum crosses.
struct Segment {
  std::size_t first = 0;
  std::size_t end = 0;
  std::vector<RowSum> sums;
};

std::vector<Segment> segments_of(std::size_t columns, const std::vector<RowSum>& sums) {
  std::vector<Segment> segments;
  for (std::size_t column = 0; column < columns;) {
    Segment segment{column, column + 1, {}};
    for (bool grown = true; grown;) {
      grown = false;
      for (const RowSum& sum : sums)
        for (const auto* side : {&sum.left, &sum.right})
          for (const std::size_t place : *side) {
            const auto in = [&](std::size_t p) { return p >= segment.first && p < segment.end; };
            const bool touches = std::any_of(sum.left.begin(), sum.left.end(), in) ||
                                 std::any_of(sum.right.begin(), sum.right.end(), in);
            if (touches && place >= segment.end) segment.end = place + 1, grown = true;
          }
    }
    for (const RowSum& sum : sums)
      if (sum.left.front() >= segment.first && sum.left.front() < segment.end) segment.sums.push_back(sum);
    segments.push_back(segment);
    column = segment.end;
  }
  return segments;
}

std::int64_t sum_of(const RowReading& cells, const std::vector<std::size_t>& places, std::size_t first) {
  std::int64_t sum = 0;
  for (const std::size_t place : places) sum += cells[place - first].value_or(0);
  return sum;
}

// One way to read a segment, and where its digits end.
struct Part {
  RowReading cells;
  std::size_t end = 0;
};

// The numbers that begin at digit `at` and end at `end` at the latest, with where they end.
std::vector<std::pair<std::size_t, std::int64_t>> numbers_at(const Digits& digits, std::size_t at, std::size_t end) {
  std::vector<std::pair<std::size_t, std::int64_t>> numbers;
  std::int64_t number = 0;
  for (std::size_t to = at; to < end && to - at < kLongestNumber; ++to) {
    number = number * 10 + (digits.digits[to] - '0');
    numbers.emplace_back(to + 1, number);
    if (digits.digits[at] == '0' || digits.break_after[to]) break;
  }
  return numbers;
}

// All ways to put digits into cells `first` to `end` of a row, by what they add to the total of their segment.
class Stretches {
 public:
  Stretches(const Digits& digits, std::size_t first, std::size_t end, const RowSum* total, std::size_t& steps)
      : digits_(digits), first_(first), end_(end), total_(total), steps_(steps) {}

  using Ways = std::multimap<std::int64_t, RowReading>;

  const Ways& between(std::size_t from, std::size_t to) {
    const auto [known, is_new] = known_.try_emplace({from, to});
    if (is_new) next(from, to, 0, known->second);
    return known->second;
  }

 private:
  void next(std::size_t at, std::size_t to, std::int64_t share, Ways& ways) {
    const std::size_t cells_left = end_ - first_ - cells_.size();
    if (++steps_ > kMostSteps || to - at > cells_left * kLongestNumber) return;
    if (cells_left == 0) {
      ways.emplace(share, cells_);
      return;
    }
    const bool counts = is_part(first_ + cells_.size());
    cells_.emplace_back(std::nullopt);
    next(at, to, share, ways);
    for (const auto& [behind, number] : numbers_at(digits_, at, to)) {
      cells_.back() = number;
      next(behind, to, share + (counts ? number : 0), ways);
    }
    cells_.pop_back();
  }

  bool is_part(std::size_t cell) const {
    return total_ != nullptr && std::find(total_->right.begin(), total_->right.end(), cell) != total_->right.end();
  }

  const Digits& digits_;
  std::size_t first_;
  std::size_t end_;
  const RowSum* total_;
  std::size_t& steps_;
  RowReading cells_;
  std::map<std::pair<std::size_t, std::size_t>, Ways> known_;
};

// Takes the last cell of a segment as the total and puts two halves of its parts together that add up to it.
class SegmentReader {
 public:
  SegmentReader(const Digits& digits, const Segment& segment, std::size_t& steps)
      : digits_(digits),
        segment_(segment),
        total_(total_of(segment)),
        middle_(segment.first + (segment.end - segment.first) / 2),
        first_half_(digits, segment.first, middle_, total_, steps),
        second_half_(digits, middle_, segment.end - 1, total_, steps),
        steps_(steps) {}

  // All ways to read the segment from digit `begin` on.
  std::vector<Part> read(std::size_t begin) {
    std::vector<Part> parts;
    for (std::size_t at = begin; at <= digits_.digits.size(); ++at) {
      read_before(begin, at, at, std::nullopt, parts);
      for (const auto& [end, number] : numbers_at(digits_, at, digits_.digits.size()))
        read_before(begin, at, end, number, parts);
    }
    return parts;
  }

 private:
  static const RowSum* total_of(const Segment& segment) {
    for (const RowSum& sum : segment.sums)
      if (sum.left == std::vector<std::size_t>{segment.end - 1}) return &sum;
    return nullptr;
  }

  // The last cell stands from `at` to `end`; all others before it.
  void read_before(std::size_t begin, std::size_t at, std::size_t end, CellReading last, std::vector<Part>& parts) {
    for (std::size_t middle = begin; middle <= at && ++steps_ <= kMostSteps; ++middle)
      for (const auto& [share, cells] : first_half_.between(begin, middle)) {
        const Stretches::Ways& second = second_half_.between(middle, at);
        const std::int64_t missing = last.value_or(0) - share;
        const auto from = total_ == nullptr ? second.begin() : second.lower_bound(missing);
        const auto to = total_ == nullptr ? second.end() : second.upper_bound(missing);
        for (auto way = from; way != to; ++way) add(cells, way->second, last, end, parts);
      }
  }

  void add(const RowReading& first, const RowReading& second, CellReading last, std::size_t end,
           std::vector<Part>& parts) {
    if (++steps_ > kMostSteps) return;
    Part part{first, end};
    part.cells.insert(part.cells.end(), second.begin(), second.end());
    part.cells.push_back(last);
    if (sums_hold(part.cells)) parts.push_back(std::move(part));
  }

  bool sums_hold(const RowReading& cells) const {
    return std::all_of(segment_.sums.begin(), segment_.sums.end(), [&](const RowSum& sum) {
      return sum_of(cells, sum.left, segment_.first) == sum_of(cells, sum.right, segment_.first);
    });
  }

  const Digits& digits_;
  const Segment& segment_;
  const RowSum* total_;
  std::size_t middle_;
  Stretches first_half_;
  Stretches second_half_;
  std::size_t& steps_;
};

// The ways to read all segments one after another.
class RowReader {
 public:
  RowReader(const Digits& digits, std::vector<Segment> segments) : digits_(digits), segments_(std::move(segments)) {}

  std::optional<DigitRow> read(std::size_t columns) {
    DigitRow row;
    row.cells.resize(columns);
    if (steps_ <= kMostSteps && leads_to_end(0, 0)) collect(row);
    if (steps_ > kMostSteps) return std::nullopt;
    row.is_listed = list(row, 0, 0, {});
    if (!row.is_listed) row.readings.clear();
    return row;
  }

 private:
  const std::vector<Part>& parts(std::size_t segment, std::size_t at) {
    const auto [known, is_new] = parts_.try_emplace({segment, at});
    if (is_new && steps_ <= kMostSteps) {
      auto& reader = readers_[segment];
      if (!reader) reader = std::make_unique<SegmentReader>(digits_, segments_[segment], steps_);
      known->second = reader->read(at);
    }
    return known->second;
  }

  bool leads_to_end(std::size_t segment, std::size_t at) {
    if (segment == segments_.size()) return at == digits_.digits.size();
    const auto known = leads_.find({segment, at});
    if (known != leads_.end()) return known->second;
    bool leads = false;
    for (const Part& part : parts(segment, at)) leads = leads_to_end(segment + 1, part.end) || leads;
    return leads_[{segment, at}] = leads;
  }

  // What every cell can be, over all parts that lie on a way from the first digit to the last.
  void collect(DigitRow& row) {
    std::vector<std::size_t> starts = {0};
    for (std::size_t s = 0; s < segments_.size(); ++s) {
      std::vector<std::size_t> ends;
      for (const std::size_t start : starts)
        for (const Part& part : parts(s, start)) {
          if (!leads_to_end(s + 1, part.end)) continue;
          add(row, segments_[s], part);
          if (std::find(ends.begin(), ends.end(), part.end) == ends.end()) ends.push_back(part.end);
        }
      starts = std::move(ends);
    }
  }

  static void add(DigitRow& row, const Segment& segment, const Part& part) {
    for (std::size_t i = 0; i < part.cells.size(); ++i) {
      std::vector<CellReading>& cell = row.cells[segment.first + i];
      if (std::find(cell.begin(), cell.end(), part.cells[i]) == cell.end()) cell.push_back(part.cells[i]);
    }
  }

  // False where there are too many readings to list.
  bool list(DigitRow& row, std::size_t segment, std::size_t at, const RowReading& before) {
    if (segment == segments_.size()) {
      row.readings.push_back(before);
      return row.readings.size() <= kMostReadings;
    }
    for (const Part& part : parts(segment, at)) {
      if (!leads_to_end(segment + 1, part.end)) continue;
      RowReading longer = before;
      longer.insert(longer.end(), part.cells.begin(), part.cells.end());
      if (!list(row, segment + 1, part.end, longer)) return false;
    }
    return true;
  }

  const Digits& digits_;
  std::vector<Segment> segments_;
  std::size_t steps_ = 0;
  std::map<std::size_t, std::unique_ptr<SegmentReader>> readers_;
  std::map<std::pair<std::size_t, std::size_t>, std::vector<Part>> parts_;
  std::map<std::pair<std::size_t, std::size_t>, bool> leads_;
};

}  // namespace

std::optional<DigitRow> read_digits(std::string_view text, std::size_t columns, const std::vector<RowSum>& sums) {
  const Digits digits = digits_of(text);
  if (digits.digits.size() > columns * kLongestNumber) return std::nullopt;
  std::optional<DigitRow> row = RowReader(digits, segments_of(columns, sums)).read(columns);
  if (!row) return std::nullopt;
  const std::optional<DigitRow> free = RowReader(digits, segments_of(columns, {})).read(columns);
  row->is_forced = free && free->readings.size() == 1;
  return row;
}

}  // namespace nianbao

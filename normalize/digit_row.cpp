#include "normalize/digit_row.h"

#include <algorithm>
#include <map>

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

class SegmentReader {
 public:
  SegmentReader(const Digits& digits, const Segment& segment, std::size_t& steps)
      : digits_(digits), segment_(segment), steps_(steps) {}

  // All ways to read the segment from digit `begin` on.
  std::vector<Part> read(std::size_t begin) {
    next(begin);
    return std::move(parts_);
  }

 private:
  void next(std::size_t at) {
    if (++steps_ > kMostSteps) return;
    if (cells_.size() == segment_.end - segment_.first) {
      if (sums_hold()) parts_.push_back({cells_, at});
      return;
    }
    cells_.emplace_back(std::nullopt);
    next(at);
    std::int64_t number = 0;
    for (std::size_t end = at; end < digits_.digits.size() && end - at < kLongestNumber; ++end) {
      number = number * 10 + (digits_.digits[end] - '0');
      cells_.back() = number;
      next(end + 1);
      if (digits_.digits[at] == '0' || digits_.break_after[end]) break;
    }
    cells_.pop_back();
  }

  bool sums_hold() const {
    return std::all_of(segment_.sums.begin(), segment_.sums.end(), [&](const RowSum& sum) {
      return sum_of(cells_, sum.left, segment_.first) == sum_of(cells_, sum.right, segment_.first);
    });
  }

  const Digits& digits_;
  const Segment& segment_;
  std::size_t& steps_;
  RowReading cells_;
  std::vector<Part> parts_;
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
    if (is_new && steps_ <= kMostSteps) known->second = SegmentReader(digits_, segments_[segment], steps_).read(at);
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
  std::map<std::pair<std::size_t, std::size_t>, std::vector<Part>> parts_;
  std::map<std::pair<std::size_t, std::size_t>, bool> leads_;
};

}  // namespace

std::optional<DigitRow> read_digits(std::string_view text, std::size_t columns, const std::vector<RowSum>& sums) {
  const Digits digits = digits_of(text);
  std::optional<DigitRow> row = RowReader(digits, segments_of(columns, sums)).read(columns);
  if (!row) return std::nullopt;
  const std::optional<DigitRow> free = RowReader(digits, segments_of(columns, {})).read(columns);
  row->is_forced = free && free->readings.size() == 1;
  return row;
}

}  // namespace nianbao

// The digits of a row whose cells the text runs together, and the ways in which they can be the row's numbers.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace nianbao {

// A cell of a reading: a number, or nothing for a blank cell.
using CellReading = std::optional<std::int64_t>;
using RowReading = std::vector<CellReading>;

// total = sum of parts, by place in the row. A blank cell counts as 0, as in the reports.
struct RowSum {
  std::vector<std::size_t> left;
  std::vector<std::size_t> right;
};

// What the digits of a row may be.
struct DigitRow {
  std::vector<RowReading> readings;             // all of them, where they are few enough to be listed
  std::vector<std::vector<CellReading>> cells;  // by place: all that the cell can be in some reading, each once
  bool is_listed = false;                       // `readings` is complete
  bool is_forced = false;                       // there is one reading even without any sum
};

// All readings of `text`, digits with or without blanks between them, as `columns` cells: every digit is used, no
// number begins with a 0 that is not all of it, none goes over a blank, all sums hold. Nothing where they are too many
// to be looked through; bounded in time.
std::optional<DigitRow> read_digits(std::string_view text, std::size_t columns, const std::vector<RowSum>& sums);

}  // namespace nianbao

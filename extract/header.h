// The header rows above a block of data rows: which columns there are, and which column of the form each one is.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "extract/labelled_table.h"
#include "schema/form.h"

namespace nianbao {

// How a field was found: both labels as the form prints them, a known other spelling, or its place among found ones.
// Solved: the digits of several cells that run together can be its number alone.
enum class How { kLabel, kAlias, kPosition, kSolved };

const char* name_of(How how);

// One column of the document: its lowest header cell and the header cells above it, from the top.
struct Leaf {
  const Cell* cell = nullptr;
  std::vector<const Cell*> above;
};

// The columns under these header rows, from left to right. In a grid by the columns that cells cover; in a ragged table
// by the export's rule that a merged-away position is an empty cell: each empty cell of a row stands for one column of
// the row above, each run of filled ones divides the columns between. Where merged cells are blank, a column has the
// lowest header cell that is filled; above it stands in each row the nearest filled cell at or left of it, not beyond
// the left edge of what stands above that, and not one that is the lowest of a column itself.
std::vector<Leaf> leaves_of(const LabelledTable& table, const std::vector<std::size_t>& header_rows);

// A column of the document and what it is in the form.
struct HeaderColumn {
  Leaf leaf;
  std::optional<std::size_t> column;  // index into FormBlock::columns; nothing where the form has no such column
  How how = How::kLabel;
};

// The column of `block` for every leaf: by its own label and those above it where they decide, else by the order of the
// columns where only one order-preserving choice is possible. No column is given twice. What stands over the row labels
// (leaves before the first one found) is left out. Empty where none is found, where labels, groups above them and order
// contradict each other, or where a ragged header has columns that the
// form lacks and lacks columns of the form: its count then proves nothing.
std::vector<HeaderColumn> columns_under(const LabelledTable& table, const std::vector<Leaf>& leaves,
                                        const FormBlock& block);

}  // namespace nianbao

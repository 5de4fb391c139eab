#include "tests/fuzz/check.h"

#include <cstdio>
#include <cstdlib>
#include <utility>

#include "schema/text.h"

namespace nianbao::fuzz {
namespace {

void check_cell(const Cell& cell, const Table& table) {
  require(is_utf8(cell.text), "the text of a cell is UTF-8");
  require(cell.row >= 1 && cell.column >= 1, "rows and columns count from 1");
  require(cell.rows >= 1 && cell.columns >= 1, "a cell covers itself");
  require(cell.end_row() <= table.row_count + 1, "a cell ends inside its table");
  require(table.is_grid || cell.columns == 1, "cells of a ragged table cover one column");
}

void check_table(const Table& table) {
  std::pair<std::size_t, std::size_t> last{0, 0};
  for (const Cell& cell : table.cells) {
    check_cell(cell, table);
    require(last < std::pair(cell.row, cell.column), "cells stand by row, then column");
    last = {cell.row, cell.column};
  }
}

}  // namespace

void require(bool holds, const char* what) {
  if (holds) return;
  std::fprintf(stderr, "not so: %s\n", what);
  std::abort();
}

void check_problem(const Problem& problem) { problem_kind(problem.code); }

void check_document(const Document& document) {
  std::size_t shown = 0;
  std::size_t last_table = 0;
  for (const Block& block : document.blocks) {
    if (const auto* paragraph = std::get_if<Paragraph>(&block)) {
      require(is_utf8(paragraph->text), "the text of a paragraph is UTF-8");
      require(paragraph->ordinal >= 1, "paragraphs count from 1");
      continue;
    }
    const auto& table = std::get<Table>(block);
    check_table(table);
    require(table.ordinal > last_table, "tables are numbered in order of their start");
    last_table = table.ordinal;
    shown += table.cells.size();
  }
  const CellCounts& counts = document.counts;
  require(shown == counts.shown + counts.nested + counts.refused, "every shown cell is counted once");
}

}  // namespace nianbao::fuzz

#include "extract/document.h"

#include <unordered_map>

namespace nianbao {
namespace {

// The part and what separates it from the address within; empty for a text file.
std::string within(const Document& document, std::size_t chunk) {
  const std::string& part = chunk == 0 ? document.part : document.chunks.at(chunk - 1).name;
  return part.empty() ? "" : part + "#";
}

std::string line(std::size_t number) { return "L" + std::to_string(number); }

// In text places are lines.
bool has_lines(const Table& table) { return !table.cells.empty() && table.cells.front().line != 0; }

std::string in_grid(const Cell& cell) {
  std::string address = "/r";
  address.append(std::to_string(cell.row)).append("/c").append(std::to_string(cell.column));
  return address;
}

}  // namespace

std::size_t CellCounts::total() const {
  std::size_t total = 0;
  for (const CellCountKind& kind : kCellCountKinds) total += this->*kind.count;
  return total;
}

CellCounts& CellCounts::operator+=(const CellCounts& other) {
  for (const CellCountKind& kind : kCellCountKinds) this->*kind.count += other.*kind.count;
  return *this;
}

void note_shared_lines(Document& document) {
  std::unordered_map<std::size_t, std::size_t> cells;  // by line
  const auto each_cell = [&](auto use) {
    for (Block& block : document.blocks)
      if (auto* table = std::get_if<Table>(&block))
        for (const Cell& cell : table->cells)
          if (cell.line != 0) use(*table, cell);
  };
  each_cell([&](const Table&, const Cell& cell) { ++cells[cell.line]; });
  each_cell([&](Table& table, const Cell& cell) { table.shares_lines = table.shares_lines || cells[cell.line] > 1; });
}

std::string address_of(const Document& document, const Table& table) {
  return within(document, table.chunk) +
         (has_lines(table) ? line(table.cells.front().line) : "t" + std::to_string(table.ordinal));
}

std::string address_of(const Document& document, const Table& table, const Cell& cell) {
  return Addresses(document).of(table, cell);
}

std::string address_of(const Document& document, const Paragraph& paragraph) {
  return within(document, paragraph.chunk) + (paragraph.is_line ? "L" : "p") + std::to_string(paragraph.ordinal);
}

const std::string& Addresses::of(const Table& table) {
  if (table_ != &table) {
    of_table_ = address_of(document_, table);
    table_ = &table;
  }
  return of_table_;
}

std::string Addresses::of(const Table& table, const Cell& cell) {
  if (cell.line == 0) return of(table) + in_grid(cell);
  const std::string on_line = within(document_, table.chunk) + line(cell.line);
  return table.shares_lines ? on_line + "#t" + std::to_string(table.ordinal) + in_grid(cell) : on_line;
}

}  // namespace nianbao

#include "extract/document.h"

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

std::string address_of(const Document& document, const Table& table) {
  return within(document, table.chunk) +
         (has_lines(table) ? line(table.cells.front().line) : "t" + std::to_string(table.ordinal));
}

std::string address_of(const Document& document, const Table& table, const Cell& cell) {
  if (cell.line != 0) return within(document, table.chunk) + line(cell.line);
  return address_of(document, table) + "/r" + std::to_string(cell.row) + "/c" + std::to_string(cell.column);
}

std::string address_of(const Document& document, const Paragraph& paragraph) {
  return within(document, paragraph.chunk) + (paragraph.is_line ? "L" : "p") + std::to_string(paragraph.ordinal);
}

}  // namespace nianbao

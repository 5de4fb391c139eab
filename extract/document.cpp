#include "extract/document.h"

namespace nianbao {
namespace {

std::string line_address(std::size_t line) { return "L" + std::to_string(line); }

}  // namespace

std::string address_of(const Document& document, const Table& table) {
  if (document.part.empty() && !table.cells.empty()) return line_address(table.cells.front().line);
  return document.part + "#t" + std::to_string(table.ordinal);
}

std::string address_of(const Document& document, const Table& table, const Cell& cell) {
  if (document.part.empty()) return line_address(cell.line);
  return address_of(document, table) + "/r" + std::to_string(cell.row) + "/c" + std::to_string(cell.column);
}

std::string address_of(const Document& document, const Paragraph& paragraph) {
  if (document.part.empty()) return line_address(paragraph.ordinal);
  return document.part + "#p" + std::to_string(paragraph.ordinal);
}

}  // namespace nianbao

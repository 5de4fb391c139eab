#include "extract/document.h"

#include <gtest/gtest.h>

namespace nianbao::test {
namespace {

Table table_of(std::size_t ordinal, const std::vector<std::size_t>& lines) {
  Table table{.ordinal = ordinal, .row_count = lines.size()};
  for (std::size_t i = 0; i < lines.size(); ++i)
    table.cells.push_back({.text = "1", .row = i / 2 + 1, .column = i % 2 + 1, .line = lines[i]});
  return table;
}

std::vector<std::string> addresses(std::vector<Block> blocks) {
  Document document{.blocks = std::move(blocks)};
  note_shared_lines(document);
  std::vector<std::string> found;
  for (const Block& block : document.blocks)
    for (const Cell& cell : std::get<Table>(block).cells)
      found.push_back(address_of(document, std::get<Table>(block), cell));
  return found;
}

using Addresses = std::vector<std::string>;

TEST(Addresses, ALineAloneNamesTheOnlyCellOnIt) {
  EXPECT_EQ(addresses({table_of(1, {3, 4, 5})}), (Addresses{"L3", "L4", "L5"}));
}

TEST(Addresses, CellsOfOneLineAreToldApart) {
  EXPECT_EQ(addresses({table_of(1, {3, 3, 4, 4})}),
            (Addresses{"L3#t1/r1/c1", "L3#t1/r1/c2", "L4#t1/r2/c1", "L4#t1/r2/c2"}));
  EXPECT_EQ(addresses({table_of(1, {3}), table_of(2, {3}), table_of(3, {4})}),
            (Addresses{"L3#t1/r1/c1", "L3#t2/r1/c1", "L4"}))
      << "two tables on one line";
}

TEST(Addresses, WithoutLinesByTable) {
  EXPECT_EQ(addresses({table_of(2, {0, 0})}), (Addresses{"t2/r1/c1", "t2/r1/c2"}));
}

}  // namespace
}  // namespace nianbao::test

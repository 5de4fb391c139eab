// What forms were found for tables of a shape: most tables of an archive differ in their numbers only, and numbers say
// nothing about which cell is which field's.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "extract/table_match.h"
#include "schema/schema.h"

namespace nianbao {

// All of a table that match_table() looks at, but for texts where it compares them: where cells stand, which are blank
// and which hold objects, and the keys of labels. Nothing for tables too large to be remembered.
std::optional<std::string> shape_of(const LabelledTable& table);

class KnownChoices {
 public:
  // Those of a table of this shape, with the cells of `table`.
  std::optional<std::vector<FormChoice>> find(const std::string& shape, const LabelledTable& table,
                                              const Schema& schema) const;

  // `choices` have been found for `table`, which has this shape, and no text was compared for them.
  void add(std::string shape, const LabelledTable& table, const Schema& schema, const std::vector<FormChoice>& choices);

 private:
  static constexpr std::size_t kMostShapes = 128;
  static constexpr std::uint32_t kNoCell = UINT32_MAX;

  // Cells by their places in the table, forms and their tables by those in the schema.
  struct KnownField {
    std::vector<std::uint32_t> cells;
    std::uint32_t header = kNoCell;
    std::uint32_t row_label = kNoCell;
    FieldCells without_cells;
  };
  struct KnownExtra {
    std::uint32_t cell = kNoCell;
    std::uint32_t row = kNoCell;
    std::uint32_t column = kNoCell;
  };
  struct KnownChoice {
    std::size_t form = 0;
    std::size_t table = 0;
    std::vector<KnownField> fields;
    std::vector<KnownExtra> extras;
    TableMatch counts;  // without fields and extras
  };

  static std::uint32_t place_of(const LabelledTable& table, const Cell* cell);
  static const Cell* cell_at(const LabelledTable& table, std::uint32_t place);
  static KnownChoice known_of(const LabelledTable& table, const Schema& schema, const FormChoice& choice);
  static FormChoice choice_of(const LabelledTable& table, const Schema& schema, const KnownChoice& known);

  std::string schema_;  // whose forms these are
  std::unordered_map<std::string, std::vector<KnownChoice>> by_shape_;
};

}  // namespace nianbao

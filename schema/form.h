// One edition of the official form, as data: its sections, tables, labels, fields and identities.
// Built by form_loader from schema/forms/*.json and never changed afterwards, so it may be read from any thread.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "schema/label_index.h"

namespace nianbao {

// What a field may hold: a count is a whole number ≥ 0, a change may have a sign, an amount may have decimals.
enum class FieldType { kCount, kChange, kAmount };

// "count", "change" or "amount", as in the form files.
const char* name_of(FieldType type);

// A row or column of a block: its labels from the outermost group to its own, as the form prints them.
struct FormLine {
  std::string id;
  std::vector<std::string> path;  // empty: the line has no label (the single row of section 四)
  std::string en;
  FieldType type = FieldType::kCount;  // columns only
  std::string unit;                    // columns only; empty where the form has none
};

// Columns with the rows below them. Section 二 stacks several in one table, each under a banner of its own.
struct FormBlock {
  std::string banner;  // empty where the block has none
  std::string corner;  // the label above the row labels, folded; empty where there is none
  std::vector<FormLine> columns;
  std::vector<FormLine> rows;
  LabelIndex row_labels;     // id: index into rows
  LabelIndex column_labels;  // id: index into columns
  // The labels above the last one of a path; id: index into groups.
  LabelIndex row_groups;
  LabelIndex column_groups;
  std::vector<std::string> groups;
  std::size_t first_field = 0;  // index in FormTable::fields of row 0, column 0; row by row from there

  std::size_t field_at(std::size_t row, std::size_t column) const {
    return first_field + row * columns.size() + column;
  }
};

struct Field {
  std::string id;
  int section = 0;
  std::string row_label;  // labels joined with " > ", as printed
  std::string column_label;
  FieldType type = FieldType::kCount;
  std::string unit;
  std::string row_label_en;
  std::string description_zh;
  std::string description_en;
  std::string number_rule;  // of its table
  bool is_total = false;    // an identity gives it as the sum of others
};

struct FormTable {
  std::string id;
  int section = 0;
  std::vector<FormBlock> blocks;
  LabelIndex banners;         // id: index into blocks
  std::string number_rule;    // the rule that its numbers must suit their fields' types
  std::vector<Field> fields;  // in document order
};

struct FormSection {
  int number = 0;
  std::string heading;                // as printed, without its numeral
  std::vector<std::string> headings;  // folded: the heading and its aliases
};

// left = right, both sums of fields of one table (forms.md section 4). `left` and `right` are field ids.
struct Identity {
  std::string rule;
  std::string part_rule;  // named where one part alone is above the whole; empty: `rule`
  std::vector<std::string> left;
  std::vector<std::string> right;
  std::string basis;    // the words of the form that state it, or empty
  std::string line_zh;  // the row or column that it is about; empty for a row without a label
  std::string line_en;
  std::size_t table = 0;                           // index into Form::tables
  std::vector<std::pair<std::size_t, int>> terms;  // index into FormTable::fields, +1 on the left, -1 on the right
};

struct Form {
  std::string id;
  std::string title_zh;
  std::string title_en;
  std::string source;  // the notice that issued it
  int first_year = 0;
  std::optional<int> last_year;
  std::vector<FormSection> sections;
  std::vector<FormTable> tables;
  std::vector<Identity> identities;
  std::string digest;  // SHA-256 of the file, in hex

  // True if reports for `year` are due on this form.
  bool is_due_in(int year) const { return year >= first_year && (!last_year || year <= *last_year); }
  std::size_t field_count() const;
};

}  // namespace nianbao

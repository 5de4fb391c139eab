// All values of one report.
#pragma once

#include <string>
#include <vector>

#include "extract/report_match.h"
#include "normalize/value.h"
#include "schema/schema.h"

namespace nianbao {

struct RecordField {
  const Form* form = nullptr;
  const Field* field = nullptr;
  Value value;
  How how = How::kLabel;
  std::string
      where;  // address of the cell, of an ambiguous field all of them joined with "; "; empty where there is none
  std::string table;  // address of its table; empty where there is none
};

// The label of what a program left in a table; see LeftMark.
inline constexpr const char* kLeftMark = "[mark]";

// A cell that no form has, or such a mark, which may have its place with a cell.
struct RecordExtra {
  int section = 0;
  std::string where;
  std::string label;
  std::string raw;
  std::string number;  // the number that the cell shows after its label or alone; empty where it shows none
};

struct Record {
  std::vector<const Form*> forms;
  std::vector<RecordField> fields;
  std::vector<RecordExtra> extras;

  // The value of a field, or nullptr where the report's forms do not have it.
  const RecordField* find(const std::string& field_id) const;
};

// Types every matched cell. One value for each matched field; nothing is filled in, and nothing computed but the cells
// of solve_run_together().
Record make_record(const ReportMatch& match, const Document& document, const Lexicon& lexicon);

// The value that a matched field shows.
Value read_value(const FieldMatch& match, const Lexicon& lexicon);

}  // namespace nianbao

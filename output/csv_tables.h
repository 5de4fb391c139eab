// The CSV files of OUT: their names, columns and keys. Headers, data package and dictionary come from here alone.
#pragma once

#include <string>
#include <vector>

#include "output/csv.h"
#include "schema/schema.h"

namespace nianbao {

struct CsvTable {
  std::string name;  // of the file, without .csv
  std::string zh;
  std::string en;
  std::vector<CsvColumn> columns;
  std::vector<std::string> key;  // columns that together are unique and never null

  // The index of a column by its name, which must be one: std::logic_error otherwise.
  std::size_t column(const std::string& column_name) const;
};

CsvTable inputs_table();
CsvTable reports_table();
CsvTable cells_table();
CsvTable records_table(const Schema& schema);
CsvTable extras_table();
CsvTable sections_table();
CsvTable findings_table();
CsvTable dictionary_table();
CsvTable decisions_table();
CsvTable gone_table();

// All of them, in the order of design section 5, then what became of decisions and of a baseline's findings.
std::vector<CsvTable> csv_tables(const Schema& schema);

// A field of any form with everything the forms say of it.
struct DictionaryEntry {
  const Field* field = nullptr;  // of the latest form that has it
  std::vector<std::string> forms;
};

// Every field of every form once, in the order of the forms and of their fields.
std::vector<DictionaryEntry> dictionary(const Schema& schema);

// True for fields whose unit the document may choose: they have a unit column in records.csv.
bool has_unit_column(const Field& field);

}  // namespace nianbao

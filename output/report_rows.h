// One report as lines of the CSV files.
#pragma once

#include <map>
#include <string>
#include <unordered_map>
#include <vector>

#include "audit/report.h"
#include "output/csv_tables.h"
#include "schema/schema.h"

namespace nianbao {

// The state of a finding that no decision and no baseline knows.
inline constexpr const char* kNewState = "new";

// Lines by table name (reports, cells, records, extras, sections, findings), each with its LF.
using CsvLines = std::map<std::string, std::string>;

// Makes the lines of reports; the tables are built once. May be used from several threads.
class ReportRows {
 public:
  // `schema` must outlive this; reports are made with it, or std::out_of_range.
  explicit ReportRows(const Schema& schema);
  CsvLines lines_of(const Report& report) const;
  // Only those that say what audit() found: reports and findings.
  CsvLines lines_of_audit(const Report& report) const;
  // The values of a row of findings.csv, whose state is kNewState.
  std::vector<std::string> finding_row(const std::string& report_id, const Finding& finding) const;

 private:
  std::string reports(const Report& report) const;
  std::string cells(const Report& report) const;
  std::string records(const Report& report) const;
  std::string extras(const Report& report) const;
  std::string sections(const Report& report) const;
  std::string findings(const Report& report) const;

  // What the lines of every report say of a field of a form.
  struct FieldColumns {
    std::size_t entry = 0;  // in the dictionary
    std::string values;     // of the columns of cells.csv that the form states
  };

  void add_fields_of(const Schema& schema);

  const RuleBook& rules_;
  std::vector<DictionaryEntry> dictionary_;
  CsvTable reports_;
  CsvTable cells_;
  std::unordered_map<const Field*, FieldColumns> fields_;
  CsvTable records_;
  CsvTable extras_;
  CsvTable sections_;
  CsvTable findings_;
};

// dictionary.csv without its header.
std::string dictionary_lines(const Schema& schema);

// Damage as reports.csv has it: `code` or `code: place`, one a line.
std::string joined_damage(const std::vector<Problem>& damage);

// The forms of a report as reports.csv has them: 2021+2019.
std::string joined_forms(const Record& record);

}  // namespace nianbao

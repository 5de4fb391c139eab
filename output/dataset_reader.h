// OUT read back: what one run wrote, report by report, so that the rules can be applied again without the sources.
#pragma once

#include <cstddef>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "audit/report.h"
#include "output/csv_reader.h"
#include "output/report_rows.h"
#include "schema/schema.h"

namespace nianbao {

// The rows of one report, in the order of the files.
struct StoredReport {
  CsvRow report;
  std::string encoding;
  std::vector<CsvRow> cells;
  std::vector<CsvRow> extras;
  std::vector<CsvRow> sections;

  const std::string& id() const { return report.front(); }
  // The corrections that stand beside its values, by field id.
  std::map<std::string, std::string> corrections() const;
};

// From the lines of one report; its path is where its lines have it.
StoredReport stored_report(const CsvLines& lines, const std::string& encoding);

// The rows of a table in the order of the reports, taken report by report.
class RowsByReport {
 public:
  RowsByReport(const std::filesystem::path& directory, const CsvTable& table);

  // All rows that follow and belong to this report.
  std::vector<CsvRow> take(const std::string& report_id);
  // CsvError where rows are left: they belong to no report, or stand in another order.
  void expect_end();

 private:
  void advance();

  TableReader reader_;
  std::size_t id_;
  std::optional<CsvRow> next_;
};

// One pass over reports.csv, inputs.csv, cells.csv, extras.csv and sections.csv, which have the same order; one report
// is in memory at a time.
class DatasetReader {
 public:
  // Throws CsvError where a file is missing or was made by another version.
  explicit DatasetReader(const std::filesystem::path& directory);

  // The next report, or nothing at the end. Throws CsvError where the files do not belong together.
  std::optional<StoredReport> next();

 private:
  std::string encoding_of(const std::string& path);

  TableReader reports_;
  TableReader inputs_;
  RowsByReport cells_;
  RowsByReport extras_;
  RowsByReport sections_;
  CsvRow input_;
};

// How many reports OUT has.
std::size_t report_count(const std::filesystem::path& directory);

// Makes reports of their rows; may be used from several threads.
class ReportBuilder {
 public:
  // `schema` must outlive this and the reports.
  explicit ReportBuilder(const Schema& schema);

  // The report as it was when its rows were written, without findings: audit() finds the same again. What only the
  // document knows (the blocks of a section) is left out. Throws CsvError where a form, field or word is unknown.
  Report build(const StoredReport& stored) const;

 private:
  RecordField field_of(const StoredReport& stored, const CsvRow& row) const;
  std::vector<const Form*> forms_of(const StoredReport& stored) const;

  const Schema& schema_;
  std::map<std::string, std::map<std::string, const Field*>> fields_;  // by form, then field
};

}  // namespace nianbao

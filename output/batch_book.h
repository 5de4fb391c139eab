// The comparison of all reports of a run with each other, in memory that does not grow with their number: their facts
// wait in a temporary file, and only those that are compared are taken out together.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "audit/batch.h"
#include "output/csv_reader.h"
#include "output/database.h"
#include "output/report_rows.h"

namespace nianbao {

class BatchBook {
 public:
  // Both must outlive this. Throws OutputError.
  BatchBook(const Schema& schema, const ReportRows& rows);

  // In the order of the reports.
  void add(ReportFacts facts);

  // Applies the rules of the batch to all reports. Once, after the last. Throws OutputError.
  void audit();

  // The findings as rows of findings.csv, by report, then by the order of the rule book; as often as wanted.
  class Findings {
   public:
    explicit Findings(const Database& database);
    // The next row if it is about this report (its index); reports must be asked for in order.
    bool next(std::size_t report, CsvRow& row);

   private:
    void advance();

    Statement statement_;
    bool has_row_ = false;
  };
  Findings findings() const { return Findings(database_); }

  // The ids of all findings, in any order.
  void each_id(const std::function<void(const std::string&)>& take) const;

 private:
  using Audit = std::vector<BatchFinding> (BatchAuditor::*)(const std::vector<ReportFacts>&) const;
  void audit_groups(const char* select, Audit audit_group);
  void put(const std::vector<BatchFinding>& found, const std::vector<ReportFacts>& group,
           const std::vector<std::int64_t>& reports);

  const Schema& schema_;
  const ReportRows& rows_;
  BatchAuditor auditor_;
  Database database_;
  Statement put_facts_;
  Statement put_finding_;
  std::int64_t count_ = 0;
};

}  // namespace nianbao

// The only report of a file, for tests of what is in it.
#pragma once

#include "app/process_report.h"

namespace nianbao::test {

// The report of `source`, or why it has none. Throws std::runtime_error where it has several.
inline Result<Report> process_report(const Source& source, const Schema& schema, const ReadOptions& options) {
  FileReports file = process_reports(source, schema, options);
  if (file.problem) return *file.problem;
  if (file.reports.size() > 1) throw std::runtime_error("a file with several reports");
  return std::move(file.reports.front());
}

}  // namespace nianbao::test

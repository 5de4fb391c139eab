// The way of one file through the program. Read this first.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "audit/report.h"
#include "extract/problem.h"
#include "extract/reader.h"
#include "schema/schema.h"

namespace nianbao {

// What a file holds: its reports, or why it has none.
struct FileReports {
  std::string sha256;               // of its bytes, in hex
  std::string encoding;             // of text and pages; empty where the format fixes it
  std::string dialect;              // of the tables of a text
  std::vector<DocumentPart> parts;  // what became of the cells of each part, also where the file holds no report
  std::vector<Problem> damage;      // what could not be read although reports, or other reports, could
  std::vector<Report> reports;      // their paths are left empty
  std::optional<Problem> problem;   // only where there are no reports
};

// bytes → blocks → reports, each by process_report(). Pure given its arguments: no files, no globals, so it may run in
// any thread. Problems: those of read_blocks(), and those of process_report() or Document::lost_text where no part of
// the file is a report.
FileReports process_reports(const Source& source, const Schema& schema, const ReadOptions& options);

// blocks → sections → cells → values → findings, of a document with one report. Nothing can fail; doubt travels as
// status and finding. Problems, where it is no report: no_table, text_layout.
Result<Report> process_report(const Document& document, const std::string& id, const Schema& schema);

}  // namespace nianbao

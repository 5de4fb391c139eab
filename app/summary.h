// The counts of a run, for the summary, run.json and the exit code.
#pragma once

#include <array>
#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "app/input_outcome.h"
#include "output/json.h"
#include "output/language.h"

namespace nianbao {

struct Summary {
  std::size_t inputs = 0;
  std::size_t reports = 0;
  std::map<std::string, std::size_t> by_status;  // of inputs.csv
  std::array<std::size_t, kStatuses.size()> values = {};
  std::array<std::size_t, 3> findings = {};  // by Severity; known when the whole batch is audited
  CellCounts cells;                          // of all documents
  std::vector<std::string> first_unread;     // "path: code" of the first inputs that could not be read

  void add(const InputOutcome& outcome);
  // Inputs that should have been read and were not.
  std::size_t unread() const;
};

// True for a status of an input that should have been read and was not.
bool is_unread(const std::string& status);

// A few lines that a person reads in ten seconds.
std::string summary_text(const Summary& summary, const std::string& out, Language language);

// The same of an audit of what was extracted before.
std::string audit_summary_text(std::size_t reports, const FindingCounts& counts, const std::string& out,
                               Language language);

// Of one part.
std::string part_summary_text(const Summary& summary, const std::string& file, Language language);

// The counts for run.json.
Json summary_json(const Summary& summary);

// What became of the cells of a document that was read, or of a part of it, report or not: an item for run.json.
std::string document_text(const std::string& path, const DocumentPart& part);

}  // namespace nianbao

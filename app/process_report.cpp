#include "app/process_report.h"

#include <algorithm>
#include <utility>

#include "audit/rules.h"
#include "extract/blocks.h"
#include "extract/report_match.h"
#include "extract/report_split.h"
#include "schema/digest.h"

namespace nianbao {
namespace {

Report begin_report(const Document& document, const std::string& id) {
  Report report;
  report.id = id;
  report.encoding = document.encoding;
  report.damage = document.damage;
  return report;
}

// Three headings of the form and no table: most likely a report in a layout that cannot be read.
bool looks_like_report(const std::vector<Section>& sections) {
  constexpr std::size_t kHeadingsOfAReport = 3;
  return sections.size() > kHeadingsOfAReport;
}

Problem no_table(const Report& report, const Document& document) {
  return {looks_like_report(report.sections) && document.part.empty() ? "text_layout" : "no_table", ""};
}

FileReports about(const Document& document) {
  FileReports file;
  file.encoding = document.encoding;
  file.dialect = document.dialect;
  file.parts = document.chunks;
  file.parts.insert(file.parts.begin(), {document.part, document.counts});
  file.damage = document.damage;
  return file;
}

// Of the first report the digest alone, then with -2, -3 …
std::string id_of(const std::string& digest, std::size_t index) {
  return digest.substr(0, 16) + (index == 0 ? "" : "-" + std::to_string(index + 1));
}

std::string place_of(const Document& document) {
  return std::visit([&](const auto& block) { return address_of(document, block); }, document.blocks.front());
}

class FileProcessor {
 public:
  FileProcessor(const std::string& digest, const Schema& schema) : digest_(digest), schema_(schema) {}

  FileReports process(Document document) {
    FileReports file = about(document);
    const std::optional<Problem> lost_text = document.lost_text;
    for (const Document& part : split_reports(std::move(document), schema_)) add(file, part);
    if (file.reports.empty())
      file.problem = lost_text ? lost_text : problem_;
    else
      file.damage.insert(file.damage.end(), unread_.begin(), unread_.end());
    return file;
  }

 private:
  void add(FileReports& file, const Document& part) {
    Result<Report> report = process_report(part, id_of(digest_, file.reports.size()), schema_);
    if (!report) {
      if (!problem_ || problem_->code == "no_table") problem_ = report.problem();
      if (looks_like_report(find_sections(part, schema_))) unread_.push_back({"report_without_table", place_of(part)});
      return;
    }
    // What is said of the whole file is said once.
    for (const Problem& damage : report->damage)
      if (!says(file.damage, damage)) file.damage.push_back(damage);
    file.reports.push_back(std::move(*report));
  }

  static bool says(const std::vector<Problem>& said, const Problem& damage) {
    return std::any_of(said.begin(), said.end(), [&](const Problem& problem) {
      return problem.code == damage.code && problem.detail == damage.detail;
    });
  }

  const std::string& digest_;
  const Schema& schema_;
  std::optional<Problem> problem_;  // of the parts without tables
  std::vector<Problem> unread_;
};

}  // namespace

FileReports process_reports(const Source& source, const Schema& schema, const ReadOptions& options) {
  Result<Document> document = read_blocks(source, schema, options);
  const std::string sha256 = source.sha256.empty() ? sha256_hex(source.bytes) : source.sha256;
  FileReports file;
  if (document)
    file = FileProcessor(sha256, schema).process(std::move(*document));
  else
    file.problem = document.problem();
  file.sha256 = sha256;
  return file;
}

Result<Report> process_report(const Document& document, const std::string& id, const Schema& schema) {
  Report report = begin_report(document, id);
  report.sections = find_sections(document, schema);
  report.title = read_title(report.sections, schema.lexicon);
  const ReportMatch match = match_report(document, report.sections, schema);
  if (!match.has_tables()) return no_table(report, document);
  if (!match.begins_again.empty()) report.damage.push_back({"reports_mixed", match.begins_again});
  report.record = make_record(match, document, schema.lexicon);
  report.findings = audit(report, schema);
  return report;
}

}  // namespace nianbao

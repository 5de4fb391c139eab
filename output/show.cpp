#include "output/show.h"

#include <map>

#include "output/report_rows.h"
#include "output/text_table.h"
#include "schema/text.h"

namespace nianbao {
namespace {

std::string shown(const Value& value) {
  if (value.status != Status::kValue) return std::string("<") + name_of(value.status) + ">";
  return value.number + value.unit;
}

// In a table of counts the unit goes without saying.
std::string shown(const RecordField& field) {
  if (field.value.status == Status::kValue && field.value.unit == field.field->unit) return field.value.number;
  return shown(field.value);
}

std::string last_label(const std::string& path) {
  const std::size_t at = path.rfind(" > ");
  return at == std::string::npos ? path : path.substr(at + 3);
}

std::string head(const Report& report, Language language) {
  const Title& title = report.title;
  const std::vector<TextRow> rows = {
      {say(language, "文件", "file"), report.path},
      {say(language, "标题", "title"), title.text},
      {say(language, "机构", "body"), title.org_name + " (" + title.org_type + ")"},
      {say(language, "年度", "year"), title.report_year ? std::to_string(*title.report_year) : "-"},
      {say(language, "格式", "form"), joined_forms(report.record)},
  };
  return text_table(rows, false);
}

std::string section_list(const Report& report) {
  std::vector<TextRow> rows;
  for (const Section& section : report.sections)
    if (section.number > 0) rows.push_back({section.where, section.heading});
  return text_table(rows, false);
}

// One drawn table per run of rows with the same column labels.
class TableDrawer {
 public:
  std::string draw(const Record& record) {
    for (const RecordField& field : record.fields) add(field);
    end_table();
    return text_;
  }

 private:
  void add(const RecordField& field) {
    if (field.field->section != section_) start_section(field.field->section);
    // Section 四 has no row labels: one line per field reads better than fifteen columns.
    if (field.field->row_label.empty()) {
      rows_.push_back({field.field->column_label, shown(field)});
      return;
    }
    if (field.field->row_label != row_label_) start_row(field.field->row_label);
    row_.push_back(shown(field));
    labels_.push_back(last_label(field.field->column_label));
  }

  void start_section(int section) {
    end_table();
    section_ = section;
    text_ += "\n[" + std::to_string(section) + "]\n";
  }

  void start_row(const std::string& label) {
    end_row();
    row_label_ = label;
    row_ = {last_label(label)};
    labels_ = {""};
  }

  void end_row() {
    if (row_.empty()) return;
    if (rows_.empty() || labels_ != header_) {
      flush();
      header_ = labels_;
      rows_.push_back(header_);
    }
    rows_.push_back(row_);
    row_.clear();
  }

  void end_table() {
    end_row();
    flush();
    row_label_.clear();
    header_.clear();
  }

  void flush() {
    if (!rows_.empty()) text_ += text_table(rows_, !header_.empty());
    rows_.clear();
  }

  std::string text_;
  int section_ = 0;
  std::string row_label_;
  TextRow row_;
  TextRow labels_;
  TextRow header_;
  std::vector<TextRow> rows_;
};

std::string extras(const Report& report, Language language) {
  if (report.record.extras.empty()) return "";
  std::vector<TextRow> rows;
  for (const RecordExtra& extra : report.record.extras) rows.push_back({extra.where, extra.label, extra.raw});
  return std::string("\n") + say(language, "格式之外：\n", "Beyond the form:\n") + text_table(rows, false);
}

std::string findings(const Report& report, Language language) {
  if (report.findings.empty()) return std::string("\n") + say(language, "没有发现问题。\n", "No findings.\n");
  std::vector<TextRow> rows;
  for (const Finding& finding : report.findings)
    rows.push_back({name_of(finding.severity), finding.rule,
                    say(language, finding.message_zh.c_str(), finding.message_en.c_str()),
                    finding.where.substr(0, finding.where.find("; "))});
  return std::string("\n") + say(language, "发现：\n", "Findings:\n") + text_table(rows, false);
}

}  // namespace

std::string show_report(const Report& report, Language language) {
  return head(report, language) + "\n" + section_list(report) + TableDrawer().draw(report.record) +
         extras(report, language) + findings(report, language);
}

}  // namespace nianbao

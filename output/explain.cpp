#include "output/explain.h"

#include <algorithm>
#include <charconv>
#include <set>
#include <utility>

#include "audit/rule_level.h"
#include "extract/problem.h"
#include "normalize/value.h"
#include "output/text_table.h"
#include "schema/text.h"

namespace nianbao {
namespace {

using std::string;

struct Word {
  const char* word;
  const char* zh;
  const char* en;
};

constexpr Word kWords[] = {
    {"value", "取值状态：读出了一个数字；0 也是数字。", "Status: a number was read; 0 is a number."},
    {"blank", "取值状态：单元格在，但什么也没有显示；空白不等于 0。",
     "Status: the cell is there and shows nothing; blank is not 0."},
    {"mark", "取值状态：只有 / — 无 等记号，没有数字。",
     "Status: only a mark such as / or 无 stands there, no number."},
    {"text", "取值状态：文字不能整个读成一个数字。", "Status: text that is not wholly a number."},
    {"ambiguous", "取值状态：可以有多种读法，未取值；原文在 raw。",
     "Status: it can be read in more than one way, so no value is taken; raw has what is shown."},
    {"unreadable", "取值状态：单元格里是图片、对象或损坏的文字。",
     "Status: a picture, an embedded object or damaged text stands in the cell."},
    {"no_cell", "取值状态：有这一行，没有这个单元格。", "Status: the row is there, this cell is not."},
    {"no_row", "取值状态：有这张表，没有这一行。", "Status: the table is there, this row is not."},
    {"no_table", "取值状态：没有找到这张表。", "Status: the section or table is not there."},
    {"new", "发现的状态：没有人工决定，基线中也没有。",
     "State: nobody has decided, and the baseline does not have it."},
    {"known", "发现的状态：基线中已有。", "State: the baseline has it."},
    {"acknowledged", "发现的状态：有一项有效的人工决定。", "State: a decision about it holds."},
    {"expired", "发现的状态：人工决定的期限已过。", "State: the last day of the decision about it is over."},
    {"updated", "发现的状态：作出决定之后数字已变，该决定不再有效。",
     "State: its numbers have changed since the decision, which holds no longer."},
};

// A heading with text under it; nothing where there is no text.
string part(const char* heading, const string& text) {
  return text.empty() ? "" : string(heading) + "\n  " + replace_all(text, "\n", "\n  ") + "\n";
}

string joined(const std::vector<string>& items, const char* between) {
  string text;
  for (const string& item : items) text += (text.empty() ? "" : between) + item;
  return text;
}

string settings_of(const RuleSpec& rule) {
  std::vector<string> lines;
  for (const auto& [name, words] : rule.settings) lines.push_back(name + " = " + joined(words, ", "));
  return joined(lines, "\n");
}

string report_words(const ReportExample& report, Language language) {
  std::vector<string> words = {report.org + " " + std::to_string(report.year) + say(language, "，格式 ", ", form ") +
                               report.form};
  for (const auto& [field, shown] : report.cells)
    words.push_back(field + " = " + (shown.empty() ? say(language, "（空白）", "(blank)") : shown));
  for (const auto& [section, text] : report.texts)
    words.push_back(say(language, "第 ", "section ") + std::to_string(section) + say(language, " 部分：", ": ") + text);
  for (const int section : report.without_sections)
    words.push_back(say(language, "缺第 ", "without section ") + std::to_string(section) + say(language, " 部分", ""));
  for (const string& row : report.extra_rows) words.push_back(say(language, "多一行：", "one row more: ") + row);
  if (report.run_together) words.emplace_back(say(language, "数字连写", "digits run together"));
  return joined(words, "\n    ");
}

string examples_words(const std::vector<RuleExample>& examples, Language language) {
  std::vector<string> lines;
  for (const RuleExample& example : examples)
    for (std::size_t i = 0; i < example.size(); ++i)
      lines.push_back((i == 0 ? "- " : "  ") + report_words(example[i], language));
  return joined(lines, "\n");
}

std::size_t index_in(const CsvTable& table, const char* name) {
  const auto found = std::find_if(table.columns.begin(), table.columns.end(),
                                  [&](const CsvColumn& column) { return column.name == name; });
  return static_cast<std::size_t>(found - table.columns.begin());
}

// Values of rows by the names of their columns.
class Named {
 public:
  explicit Named(CsvTable table) : table_(std::move(table)) {}
  const string& of(const CsvRow& row, const char* column) const { return row.at(index_in(table_, column)); }

 private:
  CsvTable table_;
};

std::vector<string> parted(const string& text, std::string_view between) {
  std::vector<string> parts;
  for (std::string_view rest = text; !rest.empty();) {
    const std::size_t end = std::min(rest.find(between), rest.size());
    parts.emplace_back(rest.substr(0, end));
    rest.remove_prefix(std::min(end + between.size(), rest.size()));
  }
  return parts;
}

// `<address>@<begin>-<end>`
struct Span {
  string address;
  std::size_t begin = 0;
  std::size_t end = 0;
};

std::optional<Span> span_in(const string& where) {
  const std::size_t at = where.rfind('@');
  const std::size_t dash = at == string::npos ? at : where.find('-', at);
  if (dash == string::npos) return std::nullopt;
  Span span{.address = where.substr(0, at)};
  const char* const text = where.data();
  const bool ok = std::from_chars(text + at + 1, text + dash, span.begin).ptr == text + dash &&
                  std::from_chars(text + dash + 1, text + where.size(), span.end).ptr == text + where.size();
  return ok && span.begin <= span.end ? std::optional(span) : std::nullopt;
}

// What a finding is about, looked up in its report.
class Evidence {
 public:
  Evidence(const StoredReport& report, Language language) : report_(report), language_(language) {}

  // The rows of the form in which the fields stand.
  string rows_with(const std::vector<string>& fields) const {
    std::set<std::pair<string, string>> rows;
    for (const CsvRow& cell : report_.cells)
      if (is_in(fields, cells_.of(cell, "field_id")))
        rows.emplace(cells_.of(cell, "section"), cells_.of(cell, "row_label"));
    string text;
    std::pair<string, string> row;
    std::vector<TextRow> table;
    for (const CsvRow& cell : report_.cells) {
      const std::pair<string, string> of_cell(cells_.of(cell, "section"), cells_.of(cell, "row_label"));
      if (!rows.contains(of_cell)) continue;
      if (of_cell != row || table.empty()) {
        text += drawn(row, table);
        row = of_cell;
        table = {{"", "column", "raw", "value", "unit", "status", "where"}};
      }
      table.push_back({is_in(fields, cells_.of(cell, "field_id")) ? "*" : "", cells_.of(cell, "column_label"),
                       cells_.of(cell, "raw"), cells_.of(cell, "value"), cells_.of(cell, "unit"),
                       cells_.of(cell, "status"), cells_.of(cell, "where")});
    }
    return text + drawn(row, table);
  }

  // What stands at an address, where no field does.
  string at(const string& where) const {
    if (const std::optional<Span> span = span_in(where)) {
      for (const CsvRow& section : report_.sections)
        if (sections_.of(section, "where") == span->address)
          return sections_.of(section, "heading") + " (" + where + ")\n" +
                 in_context(sections_.of(section, "text"), span->begin, span->end) + "\n";
    }
    for (const CsvRow& section : report_.sections)
      if (sections_.of(section, "where") == where) return sections_.of(section, "heading") + " (" + where + ")\n";
    for (const CsvRow& extra : report_.extras)
      if (extras_.of(extra, "where") == where)
        return where + ": " + extras_.of(extra, "label") + " | " + extras_.of(extra, "raw") + "\n";
    return where + "\n";
  }

 private:
  static bool is_in(const std::vector<string>& ids, const string& id) {
    return std::find(ids.begin(), ids.end(), id) != ids.end();
  }

  string drawn(const std::pair<string, string>& row, const std::vector<TextRow>& table) const {
    if (table.empty()) return "";
    return say(language_, "第 ", "Section ") + row.first + say(language_, " 部分 ", " ") + row.second + "\n" +
           text_table(table, true) + "\n";
  }

  const StoredReport& report_;
  Language language_;
  Named cells_{cells_table()};
  Named sections_{sections_table()};
  Named extras_{extras_table()};
};

}  // namespace

string explain_rule(const RuleSpec& rule, Language language) {
  return rule.id + " (" + severity_words(rule) + ", " + name_of(rule.kind) + ")\n" +
         part(say(language, "要求", "Demands"), say(language, rule.zh.c_str(), rule.en.c_str())) +
         part(say(language, "为什么", "Why"), say(language, rule.why_zh.c_str(), rule.why_en.c_str())) +
         part(say(language, "依据", "Basis"), rule.basis) + part(say(language, "设置", "Settings"), settings_of(rule)) +
         part(say(language, "符合的例子（其余单元格为 0）", "Passes (all other cells show 0)"),
              examples_words(rule.passes, language)) +
         part(say(language, "不符合的例子", "Fails"), examples_words(rule.fails, language));
}

std::optional<string> explain_word(const string& word, Language language) {
  // One word may be both: no_table of a field, and of a file.
  string text;
  for (const Word& known : kWords)
    if (known.word == word) text += word + "\n  " + say(language, known.zh, known.en) + "\n";
  for (const ProblemKind& kind : problem_kinds())
    if (kind.code == word)
      text += word + " (inputs.csv: " + kind.status + ")\n  " + say(language, kind.zh, kind.en) + "\n";
  return text.empty() ? std::nullopt : std::optional(text);
}

string explain_finding(const CsvRow& finding, const StoredReport& report, const Schema& schema, Language language) {
  const Named findings(findings_table());
  const Named reports(reports_table());
  const auto value = [&](const char* column) { return findings.of(finding, column); };
  const std::vector<TextRow> head = {
      {say(language, "发现", "finding"), value("finding_id")},
      {say(language, "文件", "file"), reports.of(report.report, "path")},
      {say(language, "报告", "report"), reports.of(report.report, "org_name") + " " +
                                            reports.of(report.report, "report_year") + " (" + report.id() + ")"},
      {say(language, "级别", "severity"), value("severity") + ", " + value("result") + ", " + value("state")},
      {say(language, "说明", "says"), value(say(language, "message_zh", "message_en"))},
      {say(language, "应为", "expected"), value("expected")},
      {say(language, "实为", "actual"), value("actual")},
      {say(language, "相差", "difference"), value("difference")},
      {say(language, "证据", "evidence"), value("evidence")},
      {say(language, "决定", "decision"),
       value("decision") + (value("corrected").empty() ? "" : ": ") + value("corrected")}};
  std::vector<TextRow> filled;
  std::copy_if(head.begin(), head.end(), std::back_inserter(filled),
               [](const TextRow& row) { return !row[1].empty(); });
  string text = text_table(filled, false) + "\n";
  const Evidence evidence(report, language);
  const std::vector<string> fields = parted(value("fields"), " ");
  text += evidence.rows_with(fields);
  for (const string& where : parted(value("where"), "; "))
    if (fields.empty() || span_in(where)) text += evidence.at(where);
  const RuleSpec* rule = schema.rules.find(value("rule_id"));
  return text + "\n" + (rule == nullptr ? value("rule_id") + "\n" : explain_rule(*rule, language));
}

string in_context(const string& text, std::size_t begin, std::size_t end) {
  constexpr std::size_t kAround = 60;
  string shown;
  std::size_t index = 0;
  const std::size_t from = begin > kAround ? begin - kAround : 0;
  if (from > 0) shown += "…";
  for (std::size_t at = 0; at < text.size(); ++index) {
    std::size_t next = at + 1;
    while (next < text.size() && (static_cast<unsigned char>(text[next]) & 0xC0U) == 0x80U) ++next;
    if (index == end + kAround) return shown + "…";
    if (index == begin) shown += "【";
    if (index == end) shown += "】";
    if (index >= from) shown += text.substr(at, next - at);
    at = next;
  }
  return shown + (index <= end && index > begin ? "】" : "");
}

}  // namespace nianbao

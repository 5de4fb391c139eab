#include "output/csv_tables.h"

#include <algorithm>
#include <map>
#include <stdexcept>

#include "normalize/value.h"

namespace nianbao {
namespace {

constexpr ColumnType kInteger = ColumnType::kInteger;
constexpr ColumnType kText = ColumnType::kText;

CsvColumn report_id_column() {
  return {"report_id", kText, "报告编号：文件 SHA-256 的前 16 位", "report: first 16 hex digits of the file's SHA-256"};
}
CsvColumn path_column() { return {"path", kText, "给出或找到的路径", "path as given or found"}; }
CsvColumn org_column() { return {"org_name", kText, "标题中的机构名称", "body named in the title"}; }
CsvColumn year_column() { return {"report_year", ColumnType::kYear, "报告年度", "year reported on"}; }
CsvColumn forms_column() {
  return {"form", kText, "所用格式，按文档顺序以 + 连接", "forms found, in document order, joined by +"};
}

}  // namespace

std::size_t CsvTable::column(const std::string& column_name) const {
  const auto found =
      std::find_if(columns.begin(), columns.end(), [&](const CsvColumn& one) { return one.name == column_name; });
  if (found == columns.end()) throw std::logic_error("table " + name + " has no column " + column_name);
  return static_cast<std::size_t>(found - columns.begin());
}

CsvTable inputs_table() {
  return {
      "inputs",
      "每个输入文件一行",
      "one row per input file",
      {{"input_id", kText, "输入编号：路径 SHA-256 的前 16 位", "input: first 16 hex digits of the path's SHA-256"},
       path_column(),
       {"sha256", kText, "文件内容的 SHA-256", "SHA-256 of the bytes"},
       {"bytes", kInteger, "字节数", "size in bytes"},
       {"kind", kText, "按内容识别的格式", "format, told by the bytes"},
       {"status", kText, "ok、duplicate、not_a_report、unreadable、limit、timeout 或 crash",
        "ok, duplicate, not_a_report, unreadable, limit, timeout or crash"},
       {"code", kText, "问题代码；无问题为空", "problem code; null without problem"},
       {"message", kText, "问题及处理办法", "what is wrong and what to do, in Chinese"},
       {"message_en", kText, "英文说明", "the same in English"},
       {"encoding", kText, "文本的编码", "encoding of text"},
       {"dialect", kText, "文本中表格的写法，几种以 + 相连", "how a text writes its tables, several joined with +"}},
      {"input_id"}};
}

CsvTable reports_table() {
  CsvTable table{"reports",
                 "每份报告一行",
                 "one row per report",
                 {report_id_column(),
                  path_column(),
                  {"title", kText, "标题原文", "title as printed"},
                  org_column(),
                  {"org_type", kText, "机构类型", "kind of body"},
                  year_column(),
                  forms_column(),
                  {"scope", kText, "organ 本机关，consolidated 汇总，unknown 不明", "organ, consolidated or unknown"}},
                 {"report_id"}};
  for (const Status status : kStatuses)
    table.columns.push_back({std::string("n_") + name_of(status), kInteger,
                             std::string("状态为 ") + name_of(status) + " 的栏目数",
                             std::string("fields with status ") + name_of(status)});
  for (const char* severity : {"error", "warning", "note"})
    table.columns.push_back({std::string("n_") + severity, kInteger, std::string("级别为 ") + severity + " 的发现数",
                             std::string("findings of severity ") + severity});
  table.columns.push_back({"damage", kText, "虽有损坏仍读出的报告：问题代码及位置，一行一个",
                           "what is damaged although the report was read: code and place, one a line"});
  return table;
}

CsvTable cells_table() {
  return {"cells",
          "每份报告的每个栏目一行",
          "one row per report and field",
          {report_id_column(),
           {"field_id", kText, "栏目编号", "field"},
           {"section", kInteger, "所在部分", "section of the form"},
           {"form", kText, "该表的格式", "form of the field's table"},
           {"row_label", kText, "格式中的行名", "row label of the form"},
           {"column_label", kText, "格式中的列名", "column label of the form"},
           {"raw", kText, "单元格原文", "what the cell shows"},
           {"value", ColumnType::kNumber, "读出的数字；没有则为空", "the number read; null where there is none"},
           {"unit", kText, "单元格、列名或格式所示单位", "unit stated by cell, column or form"},
           {"status", kText, "取值状态", "status of the value"},
           {"how", kText, "如何匹配：label、alias、position、solved", "how the field was matched"},
           {"where", kText, "单元格在源文件中的位置", "address of the cell in the source"},
           {"table", kText, "所在表格在源文件中的位置", "address of the table in the source"},
           {"corrected", ColumnType::kNumber, "人工决定中的更正值；不改变 value",
            "the number that a decision puts beside the value; it never replaces it"}},
          {"report_id", "field_id"}};
}

CsvTable records_table(const Schema& schema) {
  CsvTable table{"records",
                 "每份报告一行，每个栏目一列",
                 "one row per report, one column per field",
                 {report_id_column(), path_column(), org_column(), year_column(), forms_column()},
                 {"report_id"}};
  for (const DictionaryEntry& entry : dictionary(schema)) {
    table.columns.push_back(
        {entry.field->id, ColumnType::kNumber, entry.field->description_zh, entry.field->description_en});
    if (has_unit_column(*entry.field))
      table.columns.push_back(
          {entry.field->id + "__unit", kText, entry.field->description_zh + " 的单位", "unit of " + entry.field->id});
  }
  return table;
}

CsvTable extras_table() {
  return {"extras",
          "格式之外的行、单元格和表格",
          "rows, cells and tables that the form does not have",
          {report_id_column(),
           {"section", kInteger, "所在部分；首个标题之前为 0", "section it stands in; 0 before the first heading"},
           {"where", kText, "在源文件中的位置", "address in the source"},
           {"label", kText, "所在行、列的名称", "label of its row and column"},
           {"raw", kText, "原文", "what it shows"},
           {"value", ColumnType::kNumber, "可完整读出的数字", "the number, where it is wholly one"}},
          {"report_id", "where"}};
}

CsvTable sections_table() {
  return {"sections",
          "每份报告的每个部分一行",
          "one row per section",
          {report_id_column(),
           {"ordinal", kInteger, "文档中的次序；首个标题之前为 0", "order in the document; 0 before the first heading"},
           {"heading", kText, "标题原文", "heading as printed"},
           {"where", kText, "标题在源文件中的位置", "address of the heading"},
           {"text", kText, "正文，一段一行", "text, one paragraph a line"},
           {"section", kInteger, "格式中的部分号", "section number of the form"}},
          {"report_id", "ordinal"}};
}

CsvTable findings_table() {
  return {"findings",
          "每个发现一行",
          "one row per finding",
          {{"finding_id", kText, "发现编号：规则、对象和证据的散列", "hash of rule, subject and evidence"},
           report_id_column(),
           {"rule_id", kText, "规则编号", "rule"},
           {"severity", kText, "error、warning 或 note", "error, warning or note"},
           {"state", kText, "new、known、acknowledged、expired 或 updated",
            "new, known (in the baseline), acknowledged (a decision holds), expired (it held until a day) or updated "
            "(another number than when it was decided)"},
           {"result", kText, "violated、possible 或 cannot_check", "violated, possible or cannot_check"},
           {"fields", kText, "涉及的栏目，以空格分隔", "fields concerned, separated by spaces"},
           {"where", kText, "在源文件中的位置", "addresses in the source"},
           {"expected", kText, "应为", "expected"},
           {"actual", kText, "实为", "actual"},
           {"evidence", kText, "原文证据", "what the document shows"},
           {"message_zh", kText, "中文说明", "message in Chinese"},
           {"message_en", kText, "英文说明", "message in English"},
           {"difference", ColumnType::kNumber, "实为减应为", "actual less expected, where both are numbers"},
           {"basis", kText, "规则依据的法规或格式原文", "law, notice or words of the form that the rule rests on"},
           {"decision", kText, "有效的人工决定", "the decision that holds"},
           {"corrected", kText, "该决定给出的更正", "the correction of that decision"}},
          {"finding_id", "report_id"}};
}

CsvTable decisions_table() {
  return {"decisions",
          "人工决定文件的每一行及其结果",
          "one row per decision, and what became of it",
          {{"finding_id", kText, "发现编号", "finding decided on"},
           {"decision", kText, "acknowledged、wrong_rule 或 corrected", "acknowledged, wrong_rule or corrected"},
           {"corrected", kText, "更正值", "correction"},
           {"reason", kText, "理由", "reason"},
           {"by", kText, "决定人", "who decided"},
           {"until", kText, "有效期至（含当日）；空为不限", "last day on which it holds; null: no end"},
           {"outcome", kText, "applied、expired、updated、unmatched、no_field 或 contradicts",
            "applied, expired, updated (the number has changed), unmatched (no such finding), no_field (the correction "
            "names no field of the finding) or contradicts (another decision corrects the same cell otherwise)"},
           {"new_finding_id", kText, "数字变动后的发现", "the finding that it has become, where updated"},
           {"line", kInteger, "在人工决定文件中的行号", "line in the file of decisions"},
           {"findings", kInteger, "涉及的发现数", "findings with this id in this run"}},
          {"line"}};
}

CsvTable gone_table() {
  return {
      "gone",
      "基线中有而本次没有的发现",
      "findings of the baseline that are not there any more",
      {{"finding_id", kText, "发现编号", "finding"},
       {"report_id", kText, "报告在基线中的编号", "report, as the baseline has it"},
       {"rule_id", kText, "规则编号", "rule"},
       {"severity", kText, "在基线中的级别", "severity in the baseline"},
       {"fields", kText, "涉及的栏目，以空格分隔", "fields concerned, separated by spaces"},
       {"evidence", kText, "原文证据", "what the document showed"},
       {"message_zh", kText, "中文说明", "message in Chinese"},
       {"message_en", kText, "英文说明", "message in English"},
       {"why", kText, "resolved、changed、rule_off 或 report_left",
        "resolved, changed (a new finding says the same with other numbers), rule_off (the rule is switched off) or "
        "report_left (its report is not in this run)"}},
      {"finding_id", "report_id"}};
}

CsvTable dictionary_table() {
  return {"dictionary",
          "每个栏目一行",
          "one row per field",
          {{"field_id", kText, "栏目编号", "field"},
           {"section", kInteger, "所在部分", "section of the form"},
           {"row_label", kText, "行名", "row label"},
           {"column_label", kText, "列名", "column label"},
           {"type", kText, "count 非负整数，change 可带正负号，amount 可带小数", "count, change or amount"},
           {"unit", kText, "格式规定的单位；没有则为空", "unit of the form; null where it has none"},
           {"forms", kText, "含有该栏目的格式，以空格分隔", "forms that have it, separated by spaces"},
           {"description_zh", kText, "中文说明", "description in Chinese"},
           {"description_en", kText, "英文说明", "description in English"}},
          {"field_id"}};
}

std::vector<CsvTable> csv_tables(const Schema& schema) {
  return {inputs_table(),   reports_table(),  cells_table(),      records_table(schema), extras_table(),
          sections_table(), findings_table(), dictionary_table(), decisions_table(),     gone_table()};
}

std::vector<DictionaryEntry> dictionary(const Schema& schema) {
  std::vector<DictionaryEntry> entries;
  std::map<std::string, std::size_t> known;
  for (const Form& form : schema.forms)
    for (const FormTable& table : form.tables)
      for (const Field& field : table.fields) {
        const auto [at, is_new] = known.try_emplace(field.id, entries.size());
        if (is_new) entries.emplace_back();
        entries[at->second].field = &field;
        entries[at->second].forms.push_back(form.id);
      }
  return entries;
}

bool has_unit_column(const Field& field) { return field.type == FieldType::kAmount; }

}  // namespace nianbao

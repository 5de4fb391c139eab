#include "tests/support/model_report.h"

#include <algorithm>
#include <stdexcept>

#include "schema/text.h"

namespace nianbao::test {
namespace {

const std::vector<std::string> kNumerals = {"一", "二", "三", "四", "五", "六"};

const Form& form_named(const Schema& schema, const std::string& id) {
  const Form* form = schema.find_form(id);
  if (form == nullptr) throw std::runtime_error("no form " + id);
  return *form;
}

std::size_t deepest(const std::vector<FormLine>& lines) {
  std::size_t depth = 0;
  for (const FormLine& line : lines) depth = std::max(depth, line.path.size());
  return depth;
}

bool same_group(const FormLine& a, const FormLine& b, std::size_t level) {
  return level + 1 < a.path.size() && level + 1 < b.path.size() &&
         std::equal(a.path.begin(), a.path.begin() + static_cast<std::ptrdiff_t>(level) + 1, b.path.begin());
}

// Labels of columns at one level of the header: groups over their columns, ends of paths reaching down.
void add_header_labels(RowSpec& row, const std::vector<FormLine>& columns, std::size_t level, std::size_t depth) {
  for (std::size_t i = 0; i < columns.size();) {
    std::size_t end = i + 1;
    while (end < columns.size() && same_group(columns[i], columns[end], level)) ++end;
    const std::size_t length = columns[i].path.size();
    const bool reaches_down = length == level + 1 && length < depth;
    if (level < length)
      row.push_back({columns[i].path[level], static_cast<int>(end - i), reaches_down ? "restart" : ""});
    else
      row.push_back({"", 1, "continue"});
    i = end;
  }
}

// Labels of one row: groups merged downwards, the last label over the columns that deeper rows need.
void add_row_labels(RowSpec& row, const std::vector<FormLine>& rows, std::size_t index, std::size_t depth) {
  const std::vector<std::string>& path = rows[index].path;
  for (std::size_t level = 0; level + 1 < path.size(); ++level) {
    const bool goes_on = index > 0 && same_group(rows[index - 1], rows[index], level);
    row.push_back({goes_on ? "" : path[level], 1, goes_on ? "continue" : "restart"});
  }
  if (!path.empty()) row.push_back({path.back(), static_cast<int>(depth - path.size()) + 1, ""});
}

void add_block(std::vector<RowSpec>& table, const FormTable& form_table, const FormBlock& block,
               const std::map<std::string, std::string>& cells) {
  const std::size_t header_depth = deepest(block.columns);
  const std::size_t label_depth = deepest(block.rows);
  const int width = static_cast<int>(label_depth + block.columns.size());
  if (!block.banner.empty()) table.push_back({{block.banner, width, ""}});
  for (std::size_t level = 0; level < header_depth; ++level) {
    RowSpec row;
    const std::string merge = header_depth == 1 ? "" : level == 0 ? "restart" : "continue";
    if (label_depth > 0) row.push_back({level == 0 ? block.corner : "", static_cast<int>(label_depth), merge});
    add_header_labels(row, block.columns, level, header_depth);
    table.push_back(std::move(row));
  }
  for (std::size_t r = 0; r < block.rows.size(); ++r) {
    RowSpec row;
    add_row_labels(row, block.rows, r, label_depth);
    for (std::size_t c = 0; c < block.columns.size(); ++c)
      row.push_back({cells.at(form_table.fields[block.field_at(r, c)].id), 1, ""});
    table.push_back(std::move(row));
  }
}

}  // namespace

void balance(const Form& form, std::map<std::string, int>& numbers) {
  constexpr int kDeepestSum = 3;
  for (int pass = 0; pass < kDeepestSum; ++pass)
    for (const Identity& identity : form.identities) {
      int rest = 0;
      for (const std::string& id : identity.right) rest += numbers[id];
      for (std::size_t i = 1; i < identity.left.size(); ++i) {
        int& number = numbers[identity.left[i]];
        number = std::min(number, rest);
        rest -= number;
      }
      numbers[identity.left.front()] = rest;
    }
}

ModelReport::ModelReport(const Schema& schema, const std::string& form_id, int year)
    : form_(form_named(schema, form_id)), year_(year) {
  std::map<std::string, int> numbers;
  int number = 0;
  for (const std::string& id : field_ids()) numbers[id] = ++number;
  balance(form_, numbers);
  for (const auto& [id, n] : numbers) cells_[id] = std::to_string(n);
}

std::vector<std::string> ModelReport::field_ids() const {
  std::vector<std::string> ids;
  for (const FormTable& table : form_.tables)
    for (const Field& field : table.fields) ids.push_back(field.id);
  return ids;
}

void ModelReport::make_plausible() {
  for (auto& [id, shown] : cells_) {
    if (id.starts_with("rules_") || id.starts_with("procurement_")) shown = "0";
  }
  set_prose(1, "主动公开、依申请公开、政府信息管理、政府信息公开平台建设、监督保障工作均已开展。");
}

void ModelReport::set_all(const std::string& text) {
  for (auto& [id, shown] : cells_) shown = text;
}

void ModelReport::set(const std::string& field_id, const std::string& text) { cells_.at(field_id) = text; }

std::vector<RowSpec> ModelReport::table(int section) const {
  std::vector<RowSpec> rows;
  for (const FormTable& table : form_.tables)
    if (table.section == section)
      for (const FormBlock& block : table.blocks) add_block(rows, table, block, cells_);
  return rows;
}

std::string ModelReport::title() const { return org_ + std::to_string(year_) + "年政府信息公开工作年度报告"; }

std::string ModelReport::prose(int section, bool has_table) const {
  const auto own = prose_.find(section);
  if (own != prose_.end()) return own->second;
  if (has_table) return "";
  // Fees are reported in the last section; the tables of the model have some that were not paid.
  return std::string("本部分为文字说明。") + (section == form_.sections.back().number ? "没有收取费用。" : "");
}

std::string ModelReport::body_with(const std::map<int, std::vector<RowSpec>>& tables) const {
  std::string body = paragraph_xml(title());
  if (const auto own = prose_.find(0); own != prose_.end()) body += paragraph_xml(own->second);
  for (const FormSection& section : form_.sections) {
    if (left_out_.contains(section.number)) continue;
    body += paragraph_xml(kNumerals.at(static_cast<std::size_t>(section.number) - 1) + "、" + section.heading);
    const auto own = tables.find(section.number);
    const std::vector<RowSpec> rows = own == tables.end() ? table(section.number) : own->second;
    const std::string text = prose(section.number, !rows.empty());
    if (!text.empty()) body += paragraph_xml(text);
    if (!rows.empty()) body += table_xml(rows) + "<w:p/>";
  }
  return body;
}

std::string ModelReport::docx() const { return DocxBuilder(body_with({})).bytes(); }

std::string ModelReport::text() const {
  std::string text = title() + "\n\n";
  if (const auto own = prose_.find(0); own != prose_.end()) text += own->second + "\n\n";
  for (const FormSection& section : form_.sections) {
    if (left_out_.contains(section.number)) continue;
    text += kNumerals.at(static_cast<std::size_t>(section.number) - 1) + "、" + section.heading + "\n";
    const std::vector<RowSpec> rows = table(section.number);
    const std::string prose_text = prose(section.number, !rows.empty());
    if (!prose_text.empty()) text += prose_text + "\n\n";
    for (const RowSpec& row : rows) {
      for (const CellSpec& cell : row) text += "\t" + cell.text + "\n";
      text += "\n";
    }
    text += rows.empty() ? "" : "\n";
  }
  return text;
}

}  // namespace nianbao::test

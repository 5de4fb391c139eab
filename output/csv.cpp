#include "output/csv.h"

#include <algorithm>
#include <stdexcept>

namespace nianbao {
namespace {

using std::string_view;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool is_number(string_view text) {
  if (!text.empty() && (text.front() == '-' || text.front() == '+')) text.remove_prefix(1);
  const auto points = std::count(text.begin(), text.end(), '.');
  return !text.empty() && points <= 1 && std::any_of(text.begin(), text.end(), is_digit) &&
         std::all_of(text.begin(), text.end(), [](char c) { return is_digit(c) || c == '.'; });
}

bool is_only_signs(string_view text) { return text.find_first_not_of("-+ ") == string_view::npos; }

bool is_formula(string_view text) {
  constexpr string_view kFormulaStarts = "=+-@\t\r";
  return !text.empty() && kFormulaStarts.find(text.front()) != string_view::npos && !is_number(text) &&
         !is_only_signs(text);
}

string_view without_apostrophes(string_view text) {
  return text.substr(std::min(text.find_first_not_of('\''), text.size()));
}

std::string quoted(string_view text) {
  if (text.find_first_of(",\"\r\n") == string_view::npos) return std::string(text);
  std::string out = "\"";
  for (const char c : text) out += c == '"' ? "\"\"" : std::string(1, c);
  return out + "\"";
}

}  // namespace

std::string safe_text(string_view text) {
  return is_formula(without_apostrophes(text)) ? "'" + std::string(text) : std::string(text);
}

std::string original_text(string_view safe) {
  const bool was_made_safe = safe.starts_with('\'') && is_formula(without_apostrophes(safe));
  return std::string(was_made_safe ? safe.substr(1) : safe);
}

std::string original_value(const CsvColumn& column, string_view written) {
  return column.type == ColumnType::kText ? original_text(written) : std::string(written);
}

std::string csv_line(const std::vector<CsvColumn>& columns, const std::vector<std::string>& values) {
  if (columns.size() != values.size()) throw std::logic_error("a CSV line has another number of values than columns");
  std::string line;
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (i > 0) line += ',';
    line += quoted(columns[i].type == ColumnType::kText ? safe_text(values[i]) : values[i]);
  }
  return line + "\n";
}

std::string csv_header(const std::vector<CsvColumn>& columns) {
  std::string line;
  for (const CsvColumn& column : columns) line += (line.empty() ? "" : ",") + column.name;
  return line + "\n";
}

}  // namespace nianbao

#include "output/csv.h"

#include <algorithm>
#include <array>
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

constexpr std::array<bool, 256> characters(string_view set) {
  std::array<bool, 256> is_one{};
  for (const char c : set) is_one[static_cast<unsigned char>(c)] = true;
  return is_one;
}

bool needs_quotes(string_view text) {
  static constexpr std::array<bool, 256> kSpecial = characters(",\"\r\n");
  return std::any_of(text.begin(), text.end(), [](char c) { return kSpecial[static_cast<unsigned char>(c)]; });
}

// `prefix` stands before the text, within its quotes.
void append_quoted(std::string& line, string_view prefix, string_view text) {
  if (!needs_quotes(text)) {
    line.append(prefix).append(text);
    return;
  }
  line.append(1, '"').append(prefix);
  for (std::size_t at = text.find('"'); at != string_view::npos; at = text.find('"')) {
    line.append(text.substr(0, at)).append("\"\"");
    text.remove_prefix(at + 1);
  }
  line.append(text).append(1, '"');
}

bool needs_apostrophe(string_view text) { return is_formula(without_apostrophes(text)); }

void append_value(std::string& line, ColumnType type, string_view text) {
  append_quoted(line, type == ColumnType::kText && needs_apostrophe(text) ? "'" : "", text);
}

}  // namespace

std::string safe_text(string_view text) { return needs_apostrophe(text) ? "'" + std::string(text) : std::string(text); }

std::string original_text(string_view safe) {
  const bool was_made_safe = safe.starts_with('\'') && is_formula(without_apostrophes(safe));
  return std::string(was_made_safe ? safe.substr(1) : safe);
}

std::string original_value(const CsvColumn& column, string_view written) {
  return column.type == ColumnType::kText ? original_text(written) : std::string(written);
}

void append_csv_values(std::string& line, std::span<const CsvColumn> columns, std::span<const string_view> values) {
  if (columns.size() != values.size()) throw std::logic_error("a CSV line has another number of values than columns");
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (i > 0) line += ',';
    append_value(line, columns[i].type, values[i]);
  }
}

std::string csv_line(const std::vector<CsvColumn>& columns, const std::vector<std::string>& values) {
  std::string line;
  append_csv_values(line, columns, std::vector<string_view>(values.begin(), values.end()));
  return line + "\n";
}

std::string csv_header(const std::vector<CsvColumn>& columns) {
  std::string line;
  for (const CsvColumn& column : columns) line += (line.empty() ? "" : ",") + column.name;
  return line + "\n";
}

}  // namespace nianbao

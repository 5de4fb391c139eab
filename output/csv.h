// The one CSV writer: RFC 4180 quoting, LF, header row, an empty field is null.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace nianbao {

enum class ColumnType { kText, kInteger, kNumber, kYear };

struct CsvColumn {
  std::string name;
  ColumnType type = ColumnType::kText;
  std::string zh;  // what it means
  std::string en;
};

// `text` as it goes into a text column: what a spreadsheet would take for a formula (first character = + - @ TAB CR,
// and more than signs behind it) gets an apostrophe in front, numbers stay as they are. A formula that already has
// apostrophes in front gets one more, so that nothing is lost.
std::string safe_text(std::string_view text);

// The text that safe_text() made `safe` of; a text that it cannot have made stays as it is.
std::string original_text(std::string_view safe);

// The value of a column as it was before csv_line(): text columns go through original_text().
std::string original_value(const CsvColumn& column, std::string_view written);

// Appends values of neighbouring columns to a line, with commas between them: as many values as columns, or
// std::logic_error. Text columns go through safe_text().
void append_csv_values(std::string& line, std::span<const CsvColumn> columns, std::span<const std::string_view> values);

// One line with its LF: as many values as columns, or std::logic_error. Text columns go through safe_text().
std::string csv_line(const std::vector<CsvColumn>& columns, const std::vector<std::string>& values);

// The header line with its LF.
std::string csv_header(const std::vector<CsvColumn>& columns);

}  // namespace nianbao

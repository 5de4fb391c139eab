// The one CSV reader: RFC 4180, row by row, for files of this program and for tables that people write.
#pragma once

#include <cstddef>
#include <filesystem>
#include <istream>
#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

#include "output/csv_tables.h"

namespace nianbao {

// A CSV file cannot be used: what() is "FILE:LINE: reason and what to do".
class CsvError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

using CsvRow = std::vector<std::string>;

// A row may not be longer than this many bytes.
inline constexpr std::size_t kLongestCsvRow = std::size_t{256} << 20U;

class CsvReader {
 public:
  // Opens `file` and reads its header. A BOM is passed over; LF and CRLF end a row. Throws CsvError.
  explicit CsvReader(const std::filesystem::path& file, std::size_t longest_row = kLongestCsvRow);
  // The same of a text that errors call `name`.
  static CsvReader of_text(std::string name, std::string text);

  const CsvRow& header() const { return header_; }
  // The index of a column; CsvError where the header does not have it, or has it twice.
  std::size_t column(const std::string& name) const;

  // The values of the next row, as many as the header has; false at the end of the file. Empty lines are passed over
  // (a null in the only column of a table is one). Throws CsvError where quotes, number of values or size are wrong.
  bool next(CsvRow& row);

  // The line on which the row that was read last begins, from 1, and the error about it.
  std::size_t line() const { return row_line_; }
  [[noreturn]] void fail(const std::string& reason) const;

 private:
  bool read_row(CsvRow& row);
  bool read_value(std::string& value);
  void read_plain(std::string& value);
  void read_quoted(std::string& value);
  int take();
  int peek();
  bool fill();

  CsvReader(std::string name, std::unique_ptr<std::istream> stream, std::size_t longest_row);

  std::string name_;
  std::unique_ptr<std::istream> stream_;
  std::string buffer_;
  std::size_t at_ = 0;
  std::size_t line_ = 1;
  std::size_t row_line_ = 1;
  std::size_t row_bytes_ = 0;
  std::size_t longest_row_;
  CsvRow header_;
};

// Rows of a table that this program wrote: the header must be exactly that of `table`, else CsvError says that
// another version made the file; text columns are given as they were before safe_text().
class TableReader {
 public:
  TableReader(const std::filesystem::path& directory, const CsvTable& table);
  // Of lines of the table, without a header.
  static TableReader of_lines(const std::string& lines, const CsvTable& table);

  bool next(CsvRow& row);
  // The index of a column of the table, which must have it.
  std::size_t column(const std::string& name) const { return reader_.column(name); }
  [[noreturn]] void fail(const std::string& reason) const { reader_.fail(reason); }

 private:
  TableReader(CsvTable table, CsvReader reader);

  CsvTable table_;
  CsvReader reader_;
};

// All rows of such lines.
std::vector<CsvRow> rows_of_lines(const std::string& lines, const CsvTable& table);

}  // namespace nianbao

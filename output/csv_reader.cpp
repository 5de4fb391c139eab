#include "output/csv_reader.h"

#include <algorithm>
#include <fstream>
#include <sstream>

namespace nianbao {
namespace {

constexpr int kEnd = -1;
constexpr std::size_t kBlock = std::size_t{1} << 18U;
constexpr std::string_view kBom = "\xEF\xBB\xBF";

std::unique_ptr<std::istream> opened(const std::filesystem::path& file) {
  auto stream = std::make_unique<std::ifstream>(file, std::ios::binary);
  if (!*stream || std::filesystem::is_directory(file)) throw CsvError(file.string() + ": cannot be opened");
  return stream;
}

std::string names_of(const CsvTable& table) {
  const std::string line = csv_header(table.columns);
  return line.substr(0, line.size() - 1);
}

}  // namespace

CsvReader::CsvReader(const std::filesystem::path& file, std::size_t longest_row)
    : CsvReader(file.string(), opened(file), longest_row) {}

CsvReader CsvReader::of_text(std::string name, std::string text) {
  return {std::move(name), std::make_unique<std::istringstream>(std::move(text)), kLongestCsvRow};
}

CsvReader::CsvReader(std::string name, std::unique_ptr<std::istream> stream, std::size_t longest_row)
    : name_(std::move(name)), stream_(std::move(stream)), longest_row_(longest_row) {
  fill();
  if (buffer_.starts_with(kBom)) at_ = kBom.size();
  if (!read_row(header_)) fail("the file is empty; a header row is expected");
}

std::size_t CsvReader::column(const std::string& name) const {
  const auto found = std::find(header_.begin(), header_.end(), name);
  if (found == header_.end()) throw CsvError(name_ + ":1: column " + name + " is missing");
  if (std::find(found + 1, header_.end(), name) != header_.end())
    throw CsvError(name_ + ":1: column " + name + " is there twice");
  return static_cast<std::size_t>(found - header_.begin());
}

bool CsvReader::next(CsvRow& row) {
  do
    if (!read_row(row)) return false;
  while (row.size() == 1 && row.front().empty());
  if (row.size() != header_.size())
    fail("the row has " + std::to_string(row.size()) + " values, the header " + std::to_string(header_.size()) +
         "; quote values that hold commas or quotes");
  return true;
}

void CsvReader::fail(const std::string& reason) const {
  throw CsvError(name_ + ":" + std::to_string(row_line_) + ": " + reason);
}

// The values already in `row` keep their memory.
bool CsvReader::read_row(CsvRow& row) {
  row_line_ = line_;
  row_bytes_ = 0;
  if (peek() == kEnd) {
    if (stream_->bad()) fail("cannot be read further");
    return false;
  }
  std::size_t count = 0;
  bool more = true;
  while (more) {
    if (count == row.size()) row.emplace_back();
    row[count].clear();
    more = read_value(row[count++]);
  }
  row.resize(count);
  return true;
}

// True if a comma follows, and so another value.
bool CsvReader::read_value(std::string& value) {
  if (peek() == '"')
    read_quoted(value);
  else
    read_plain(value);
  int c = take();
  if (c == ',') return true;
  if (c == '\r') c = take();
  if (c == '\n' || c == kEnd) return false;
  fail("something stands behind the closing quote of a value; double the quotes inside it");
}

void CsvReader::read_plain(std::string& value) {
  for (;;) {
    // Up to what may end the value, at once: most of a file is such stretches.
    const char* const begin = buffer_.data() + at_;
    const char* const end = buffer_.data() + buffer_.size();
    const char* const stop =
        std::find_if(begin, end, [](char c) { return c == ',' || c == '\n' || c == '\r' || c == '"'; });
    value.append(begin, stop);
    at_ += static_cast<std::size_t>(stop - begin);
    const int c = peek();
    if (c == ',' || c == '\n' || c == kEnd) return;
    if (c == '"') fail("a quote stands inside a value without quotes; quote the value and double the quote");
    if (c == '\r') {
      take();
      if (peek() == '\n' || peek() == kEnd) return;
      value += '\r';
    }
  }
}

void CsvReader::read_quoted(std::string& value) {
  take();
  for (;;) {
    const char* const begin = buffer_.data() + at_;
    const auto length = buffer_.size() - at_;
    const char* const stop = std::find(begin, begin + length, '"');
    value.append(begin, stop);
    line_ += static_cast<std::size_t>(std::count(begin, stop, '\n'));
    at_ += static_cast<std::size_t>(stop - begin);
    const int c = take();
    if (c == kEnd) fail("a quoted value does not end");
    if (c != '"') {
      value += static_cast<char>(c);
      continue;
    }
    if (peek() != '"') return;
    value += static_cast<char>(take());
  }
}

int CsvReader::take() {
  const int c = peek();
  if (c == kEnd) return kEnd;
  ++at_;
  if (c == '\n') ++line_;
  return c;
}

int CsvReader::peek() {
  if (at_ == buffer_.size() && !fill()) return kEnd;
  return static_cast<unsigned char>(buffer_[at_]);
}

bool CsvReader::fill() {
  row_bytes_ += buffer_.size();
  if (row_bytes_ > longest_row_ + kBlock) fail("the row is too long; a closing quote may be missing");
  buffer_.resize(kBlock);
  stream_->read(buffer_.data(), static_cast<std::streamsize>(kBlock));
  buffer_.resize(static_cast<std::size_t>(stream_->gcount()));
  at_ = 0;
  return !buffer_.empty();
}

TableReader::TableReader(const std::filesystem::path& directory, const CsvTable& table)
    : TableReader(table, CsvReader(directory / (table.name + ".csv"))) {}

TableReader TableReader::of_lines(const std::string& lines, const CsvTable& table) {
  return {table, CsvReader::of_text(table.name, csv_header(table.columns) + lines)};
}

TableReader::TableReader(CsvTable table, CsvReader reader) : table_(std::move(table)), reader_(std::move(reader)) {
  CsvRow expected;
  for (const CsvColumn& column : table_.columns) expected.push_back(column.name);
  if (reader_.header() != expected)
    reader_.fail("another version of nianbao, or other forms, made this file; run extract again (columns expected: " +
                 names_of(table_) + ")");
}

bool TableReader::next(CsvRow& row) {
  if (!reader_.next(row)) return false;
  for (std::size_t i = 0; i < row.size(); ++i)
    if (row[i].starts_with('\'')) row[i] = original_value(table_.columns[i], row[i]);
  return true;
}

std::vector<CsvRow> rows_of_lines(const std::string& lines, const CsvTable& table) {
  std::vector<CsvRow> rows;
  TableReader reader = TableReader::of_lines(lines, table);
  for (CsvRow row; reader.next(row);) rows.push_back(row);
  return rows;
}

}  // namespace nianbao

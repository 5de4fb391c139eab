#include "extract/labelled_table.h"

#include <algorithm>
#include <functional>
#include <map>
#include <utility>

#include "schema/text.h"

namespace nianbao {
namespace {

bool is_plain_number(const std::string& text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return (c >= '0' && c <= '9') || c == '.' || c == ' '; });
}

// Comparing is slow, and no label is that long. The text itself as its key is found nowhere.
std::shared_ptr<const LabelKeys> keys_of(const std::string& text) {
  constexpr std::size_t kLongestLabel = 2'000;
  static const auto kNone = std::make_shared<const LabelKeys>();
  if (is_plain_number(text)) return kNone;
  return text.size() > kLongestLabel ? std::make_shared<const LabelKeys>(std::vector<std::string>{text})
                                     : known_label_keys(text);
}

}  // namespace

const Table& table_with(const std::vector<const Table*>& tables, const Cell& cell) {
  const auto has = [&](const Table* table) {
    const std::less_equal<> not_after;
    return !table->cells.empty() && not_after(&table->cells.front(), &cell) && not_after(&cell, &table->cells.back());
  };
  return **std::find_if(tables.begin(), tables.end(), has);
}

LabelledTable::LabelledTable(std::vector<const Table*> parts) : parts_(std::move(parts)) {
  for (const Table* part : parts_) {
    for (const Cell& cell : part->cells) {
      blank_.push_back(nianbao::is_blank(cell.text));
      keys_.push_back(keys_of(cell.text));
    }
    add_rows(*part);
  }
}

void LabelledTable::add_rows(const Table& part) {
  const std::size_t first = rows_.size();
  rows_.resize(first + part.row_count);
  for (const Cell& cell : part.cells)
    for (std::size_t row = cell.row; row < cell.end_row() && row <= part.row_count; ++row)
      rows_[first + row - 1].push_back(&cell);
  const auto is_left_of = [](const Cell* a, const Cell* b) { return a->column < b->column; };
  for (std::size_t row = first; row < rows_.size(); ++row)
    if (!std::is_sorted(rows_[row].begin(), rows_[row].end(), is_left_of))
      std::stable_sort(rows_[row].begin(), rows_[row].end(), is_left_of);
}

bool LabelledTable::merged_is_blank() const {
  return std::all_of(parts_.begin(), parts_.end(), [](const Table* part) { return part->merged_is_blank; });
}

std::size_t LabelledTable::index(const Cell& cell) const {
  if (parts_.size() == 1) return static_cast<std::size_t>(&cell - parts_.front()->cells.data());
  const Table& of = table_with(parts_, cell);
  std::size_t before = 0;
  for (const Table* part : parts_) {
    if (part == &of) break;
    before += part->cells.size();
  }
  return before + static_cast<std::size_t>(&cell - of.cells.data());
}

const Cell& LabelledTable::cell(std::size_t index) const {
  auto part = parts_.begin();
  for (; index >= (*part)->cells.size(); ++part) index -= (*part)->cells.size();
  return (*part)->cells[index];
}

std::size_t LabelledTable::columns_after(const Cell& cell) const {
  const std::map<std::size_t, std::size_t>& after = table_with(parts_, cell).after;
  const auto found = after.find(cell.row);
  return found == after.end() ? 0 : found->second;
}

}  // namespace nianbao

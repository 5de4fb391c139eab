#include "extract/table_match.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <tuple>

#include "extract/column_places.h"
#include "schema/text.h"

namespace nianbao {
namespace {

// A row of the form found in a row of the document.
struct RowHit {
  std::size_t block = 0;
  std::size_t row = 0;
  Spelling spelling = Spelling::kLabel;
  std::size_t position = 0;  // of the label cell among the cells of the document's row
};

std::vector<FormLine>::const_iterator unlabelled_row(const FormBlock& block) {
  return std::find_if(block.rows.begin(), block.rows.end(), [](const FormLine& row) { return row.path.empty(); });
}

class TableMatcher {
 public:
  TableMatcher(const LabelledTable& source, const FormTable& table) : source_(source) {
    match_.table = &table;
    match_.fields.resize(table.fields.size());
    open_block(std::nullopt);
    for (const FormBlock& block : table.blocks)
      has_unlabelled_row_.push_back(unlabelled_row(block) != block.rows.end());
  }

  TableMatch run() {
    for (std::size_t i = 0; i < source_.rows().size(); ++i) take_row(i);
    take_unlabelled_rows();
    match_.compared_texts = settle_doubts(match_.fields);
    count();
    settle_blanks(match_.fields, source_);
    match_.labels = different_labels();
    return std::move(match_);
  }

 private:
  const FormTable& table() const { return *match_.table; }
  const FormBlock& block(std::size_t index) const { return table().blocks[index]; }

  void take_row(std::size_t index) {
    const Row& row = source_.rows()[index];
    if (const auto banner = banner_of(row)) {
      open_block(banner);
      note_label('b', *banner, 0);
      forget_header();
      header_is_open_ = false;
      return;
    }
    const std::optional<RowHit> hit = row_label(row);
    if (is_header(row, hit.has_value())) {
      if (!header_is_open_) header_rows_.clear();
      header_is_open_ = true;
      header_rows_.push_back(index);
      columns_.clear();
      return;
    }
    header_is_open_ = false;
    if (hit) return take_labelled_row(row, *hit);
    if (const std::optional<std::size_t> block = unlabelled_block()) {
      unlabelled_rows_.push_back({index, *block, columns_of(*block)});
      return;
    }
    if (is_unknown_header(row)) forget_header();
    add_extras(row, nullptr);
  }

  std::vector<const Cell*> filled(const Row& row) const {
    Row cells;
    std::copy_if(row.begin(), row.end(), std::back_inserter(cells),
                 [&](const Cell* cell) { return !source_.is_blank(*cell); });
    return cells;
  }

  std::optional<std::size_t> banner_of(const Row& row) const {
    if (table().banners.empty()) return std::nullopt;
    const Row cells = filled(row);
    if (cells.size() != 1) return std::nullopt;
    const std::vector<LabelHit>& hits = table().banners.find(source_.keys(*cells.front()));
    return hits.size() == 1 ? std::optional(hits.front().id) : std::nullopt;
  }

  // The blocks to look in: the one whose banner was seen, then all others.
  void open_block(std::optional<std::size_t> seen) {
    turn_.clear();
    if (seen) turn_.push_back(*seen);
    for (std::size_t i = 0; i < table().blocks.size(); ++i)
      if (i != seen) turn_.push_back(i);
  }

  // The rightmost cell that is a row label of the form.
  std::optional<RowHit> row_label(const Row& row) const {
    for (const std::size_t index : turn_)
      for (std::size_t i = row.size(); i-- > 0;)
        if (const LabelHit* hit = only_fitting(row, i, index)) return RowHit{index, hit->id, hit->spelling, i};
    return std::nullopt;
  }

  // The only row of the block that a label can be where it stands, or nullptr.
  const LabelHit* only_fitting(const Row& row, std::size_t position, std::size_t block_index) const {
    const LabelHit* only = nullptr;
    for (const LabelHit& hit : block(block_index).row_labels.find(source_.keys(*row[position]))) {
      if (!fits_groups(row, position, block_index, hit.id)) continue;
      if (only != nullptr) return nullptr;
      only = &hit;
    }
    return only;
  }

  // False where a label left of the row label is a group of the form that the row does not stand in.
  bool fits_groups(const Row& row, std::size_t position, std::size_t block_index, std::size_t row_index) const {
    const FormBlock& in = block(block_index);
    const std::vector<std::string>& path = in.rows[row_index].path;
    for (std::size_t i = 0; i < position; ++i) {
      const std::vector<LabelHit>& groups = in.row_groups.find(source_.keys(*row[i]));
      const bool fits = groups.empty() || std::any_of(groups.begin(), groups.end(), [&](const LabelHit& hit) {
                          return std::find(path.begin(), path.end(), in.groups[hit.id]) != path.end();
                        });
      if (!fits) return false;
    }
    return true;
  }

  bool is_column_label(const Cell& cell) const {
    const LabelKeys& keys = source_.keys(cell);
    if (keys.empty()) return false;
    return std::any_of(table().blocks.begin(), table().blocks.end(), [&](const FormBlock& in) {
      return in.corner == keys.front() || !in.column_labels.find(keys).empty() || !in.column_groups.find(keys).empty();
    });
  }

  bool is_header(const Row& row, bool has_row_label) const {
    const auto hits = std::count_if(row.begin(), row.end(), [&](const Cell* cell) { return is_column_label(*cell); });
    if (hits == 0 || !has_row_label) return hits > 0 && looks_like_labels(row);
    return hits >= 2 && looks_like_labels(row);
  }

  // A header shows labels: no cell of it is a plain number.
  bool looks_like_labels(const Row& row) const {
    return std::all_of(row.begin(), row.end(),
                       [&](const Cell* cell) { return source_.is_blank(*cell) || !source_.keys(*cell).empty(); });
  }

  // A row of labels that the form does not have heads something else: what stands under it is not under the columns of
  // before. A lone label across the table is a banner that the form does not have.
  bool is_unknown_header(const Row& row) const {
    const Row cells = filled(row);
    if (cells.empty() || header_rows_.empty() || !looks_like_labels(row)) return false;
    const bool may_be_merged = source_.merged_is_blank();
    if (cells.size() == 1) return (cells.front()->columns > 1 || may_be_merged) && !is_group_label(*cells.front());
    const std::size_t heads = source_.rows()[header_rows_.back()].size();
    return (cells.size() == row.size() || may_be_merged) && row.size() >= std::min<std::size_t>(heads, 3) &&
           std::all_of(cells.begin(), cells.end(), [&](const Cell* cell) { return is_word(*cell); });
  }

  // More than a mark such as / or 无.
  bool is_word(const Cell& cell) const { return character_count(source_.keys(cell).front()) > 1; }

  void forget_header() {
    header_rows_.clear();
    columns_.clear();
  }

  // In a ragged table the groups of columns are known by their order alone: it must be the form's.
  bool groups_are_in_order(const FormBlock& in) const {
    if (source_.is_grid()) return true;
    for (const std::size_t index : header_rows_) {
      std::size_t last = 0;
      for (const Cell* cell : source_.rows()[index])
        for (const LabelHit& hit : in.column_groups.find(source_.keys(*cell))) {
          if (hit.id < last) return false;
          last = hit.id;
        }
    }
    return true;
  }

  // The columns of the document under the current header rows, as columns of this block.
  const std::vector<HeaderColumn>& columns_of(std::size_t block_index) {
    const auto known = columns_.find(block_index);
    if (known != columns_.end()) return known->second;
    if (!groups_are_in_order(block(block_index))) return columns_[block_index] = {};
    std::vector<HeaderColumn> columns = columns_under(source_, leaves_of(source_, header_rows_), block(block_index));
    for (const HeaderColumn& column : columns)
      if (column.column) note_label('c', block_index, *column.column);
    return columns_[block_index] = std::move(columns);
  }

  // The block that has a row without label, if the current header is its header.
  std::optional<std::size_t> unlabelled_block() {
    for (const std::size_t index : turn_)
      if (has_unlabelled_row_[index] && !header_rows_.empty() && !columns_of(index).empty()) return index;
    return std::nullopt;
  }

  // Banners, rows and columns by block and index.
  void note_label(char kind, std::size_t block_index, std::size_t index) {
    labels_.emplace_back(kind, block_index, index);
  }

  std::size_t different_labels() {
    std::sort(labels_.begin(), labels_.end());
    return static_cast<std::size_t>(std::unique(labels_.begin(), labels_.end()) - labels_.begin());
  }

  // A label between the row label and the values: the row is one the form does not have.
  bool has_strange_sublabel(const Row& values, const std::vector<HeaderColumn>& columns) const {
    if (values.empty() || columns.empty() || source_.is_blank(*values.front()) || source_.keys(*values.front()).empty())
      return false;
    if (source_.is_grid()) return values.front()->end_column() <= columns.front().leaf.cell->column;
    return values.size() == columns.size() + 1;
  }

  void take_labelled_row(const Row& row, const RowHit& hit) {
    const std::vector<HeaderColumn>& columns = columns_of(hit.block);
    const Row values(row.begin() + static_cast<std::ptrdiff_t>(hit.position) + 1, row.end());
    if (has_strange_sublabel(values, columns)) {
      add_extras(values, row[hit.position]);
      return;
    }
    add_left_extras(row, hit.position);
    note_label('r', hit.block, hit.row);
    const How how = hit.spelling == Spelling::kLabel ? How::kLabel : How::kAlias;
    const bool label_stands_apart =
        !source_.is_grid() || columns.empty() || row[hit.position]->end_column() <= columns.front().leaf.cell->column;
    const Target target{hit.block, hit.row, how, row[hit.position]};
    if (label_stands_apart)
      give_values(target, values, columns);
    else
      give_all_ambiguous(target, values);
  }

  // Where values go: a row of the form, how it was found, its label if it has one.
  struct Target {
    std::size_t block = 0;
    std::size_t row = 0;
    How how = How::kLabel;
    const Cell* label = nullptr;
  };

  FieldCells& field(const Target& target, std::size_t column) {
    return match_.fields[block(target.block).field_at(target.row, column)];
  }

  void give_values(const Target& target, const Row& cells, const std::vector<HeaderColumn>& columns) {
    const Row values = without_empty_tail(cells, columns);
    for (std::size_t c = 0; c < block(target.block).columns.size(); ++c) field(target, c).row_found = true;
    const bool are_told_apart = !columns.empty() && std::none_of(values.begin(), values.end(),
                                                                 [](const Cell* cell) { return cell->is_whole_row; });
    if (are_told_apart && stand_one_below_another(source_, values, columns))
      for (std::size_t i = 0; i < values.size(); ++i) give(target, columns[i], *values[i]);
    else if (are_told_apart && source_.is_grid() && values.size() != columns.size() &&
             keep_to_edges(source_, values, columns))
      give_by_columns(target, values, columns);
    else
      give_all_ambiguous(target, values);
  }

  // Where merged cells are blank, blank cells under no column are what is left of them.
  Row without_merged(const Row& values, const std::vector<HeaderColumn>& columns) const {
    Row kept;
    std::copy_if(values.begin(), values.end(), std::back_inserter(kept), [&](const Cell* value) {
      return !source_.is_blank(*value) || std::any_of(columns.begin(), columns.end(), [&](const HeaderColumn& column) {
        return value->shares_columns_with(*column.leaf.cell);
      });
    });
    return kept;
  }

  // Empty cells behind a full row of numbers, beyond the header, are no values; converters leave them.
  Row without_empty_tail(const Row& values, const std::vector<HeaderColumn>& columns) const {
    if (source_.merged_is_blank()) return without_merged(values, columns);
    const auto count = static_cast<std::ptrdiff_t>(columns.size());
    if (!source_.is_grid() || values.size() <= columns.size()) return values;
    const Row head(values.begin(), values.begin() + count);
    const bool empty_tail = filled(Row(values.begin() + count, values.end())).empty();
    return empty_tail && filled(head).size() == head.size() && stand_one_below_another(source_, head, columns) ? head
                                                                                                               : values;
  }

  // Each value to all columns that it stands below; settle_doubts() then refuses what is not one to one.
  void give_by_columns(const Target& target, const Row& values, const std::vector<HeaderColumn>& columns) {
    for (const Cell* value : values) {
      bool given = false;
      for (const HeaderColumn& column : columns)
        if (value->shares_columns_with(*column.leaf.cell)) give(target, column, *value), given = true;
      if (!given) add_extra(*value, target.label);
    }
  }

  void give(const Target& target, const HeaderColumn& column, const Cell& value) {
    if (!column.column) {
      add_extra(value, target.label, column.leaf.cell);
      return;
    }
    FieldCells& to = field(target, *column.column);
    if (to.cells.empty() || to.cells.back() != &value) to.cells.push_back(&value);
    to.how = std::max(target.how, column.how);
    to.header = column.leaf.cell;
    to.row_label = target.label;
  }

  void give_all_ambiguous(const Target& target, const Row& values) {
    for (std::size_t c = 0; c < block(target.block).columns.size(); ++c) {
      FieldCells& to = field(target, c);
      to.ambiguous = true;
      to.how = std::max(to.how, target.how);
      to.cells.insert(to.cells.end(), values.begin(), values.end());
    }
  }

  // Rows without label (the counts of section 四). Of several it is not known which one is meant.
  void take_unlabelled_rows() {
    for (const UnlabelledRow& row : unlabelled_rows_) take_unlabelled_row(row);
  }

  struct UnlabelledRow {
    std::size_t index = 0;
    std::size_t block = 0;
    std::vector<HeaderColumn> columns;
  };

  void take_unlabelled_row(const UnlabelledRow& row) {
    const auto line = unlabelled_row(block(row.block)) - block(row.block).rows.begin();
    const Row& cells = source_.rows()[row.index];
    // A note under the table is one long cell of words, not a row of counts.
    if (cells.size() == 1 && row.columns.size() > 1 && !cells.front()->is_whole_row &&
        !source_.keys(*cells.front()).empty()) {
      add_extras(cells, nullptr);
      return;
    }
    give_values({row.block, static_cast<std::size_t>(line)}, cells, row.columns);
  }

  void count() {
    for (const FieldCells& field : match_.fields) {
      if (!field.cells.empty()) ++match_.located;
      if (!field.cells.empty() && !field.ambiguous) ++match_.clear;
    }
  }

  bool is_group_label(const Cell& cell) const {
    return std::any_of(table().blocks.begin(), table().blocks.end(),
                       [&](const FormBlock& in) { return !in.row_groups.find(source_.keys(cell)).empty(); });
  }

  // What stands left of a row label and is no group label of the form.
  void add_left_extras(const Row& row, std::size_t position) {
    for (std::size_t i = 0; i < position; ++i)
      if (!is_group_label(*row[i])) add_extra(*row[i], row[position]);
  }

  // Without a label of the row, the first of several cells is one if it can be.
  void add_extras(const Row& cells, const Cell* label) {
    Row shown_cells = filled(cells);
    std::erase_if(shown_cells, [&](const Cell* cell) { return is_group_label(*cell); });
    if (label == nullptr && shown_cells.size() > 1 && !source_.keys(*shown_cells.front()).empty()) {
      label = shown_cells.front();
      shown_cells.erase(shown_cells.begin());
    }
    for (const Cell* cell : shown_cells) add_extra(*cell, label);
  }

  void add_extra(const Cell& cell, const Cell* row, const Cell* column = nullptr) {
    if (!source_.is_blank(cell) && extra_cells_.insert(&cell).second) match_.extras.push_back({&cell, row, column});
  }

  const LabelledTable& source_;
  TableMatch match_;
  std::vector<std::size_t> turn_;         // of blocks to look in
  std::vector<bool> has_unlabelled_row_;  // by block
  std::vector<std::size_t> header_rows_;
  bool header_is_open_ = false;
  std::map<std::size_t, std::vector<HeaderColumn>> columns_;  // by block, under the current header rows
  std::vector<UnlabelledRow> unlabelled_rows_;
  std::vector<std::tuple<char, std::size_t, std::size_t>> labels_;  // each as often as it was found
  std::set<const Cell*> extra_cells_;  // a merged cell is one extra, whatever rows it covers
};

constexpr std::size_t kFewestLabels = 3;

}  // namespace

std::string ExtraCell::label() const {
  const std::string of_row = row == nullptr ? "" : joined_lines(row->text);
  return column == nullptr ? of_row : of_row + " > " + joined_lines(column->text);
}

long TableMatch::score() const { return static_cast<long>(clear) - static_cast<long>(extras.size()); }

bool TableMatch::is_plausible() const { return labels >= kFewestLabels && located > 0 && located >= extras.size(); }

bool may_be_plausible(const LabelledTable& source, const FormTable& table) {
  std::set<const LabelHit*> labels;
  const auto add = [&](const std::vector<LabelHit>& hits) {
    for (const LabelHit& hit : hits) labels.insert(&hit);
  };
  for (const std::shared_ptr<const LabelKeys>& keys : source.all_keys()) {
    if (keys->empty()) continue;
    add(table.banners.find(*keys));
    for (const FormBlock& block : table.blocks) add(block.row_labels.find(*keys)), add(block.column_labels.find(*keys));
    if (labels.size() >= kFewestLabels) return true;
  }
  return false;
}

TableMatch match_table(const LabelledTable& source, const FormTable& table) {
  return TableMatcher(source, table).run();
}

}  // namespace nianbao

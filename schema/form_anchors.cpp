#include "schema/form_anchors.h"

#include <algorithm>

#include "schema/text.h"

namespace nianbao {
namespace {

using std::string_view;

// The first three bytes: one Chinese character.
std::uint32_t start_of(string_view text) {
  std::uint32_t start = 0;
  for (const char c : text.substr(0, 3)) start = start << 8U | static_cast<unsigned char>(c);
  return start;
}

bool stands_at(string_view folded, std::size_t at, string_view text) {
  return folded.compare(at, text.size(), text) == 0;
}

std::size_t longest_at(const std::unordered_map<std::uint32_t, std::vector<std::string>>& known, string_view folded,
                       std::size_t at) {
  const auto same_start = known.find(start_of(folded.substr(at)));
  if (same_start == known.end()) return 0;
  std::size_t longest = 0;
  for (const std::string& text : same_start->second)
    if (stands_at(folded, at, text)) longest = std::max(longest, text.size());
  return longest;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Length of `二.`, `(二)` or `2.` at `at`, 0 where none stands there. Of digits behind a digit it is not known which
// ones are the numeral.
std::size_t numeral_at(string_view folded, std::size_t at) {
  if (at > 0 && is_digit(folded[at]) && is_digit(folded[at - 1])) return 0;
  constexpr std::size_t kLongestNumeral = 12;  // bytes
  const std::string head(folded.substr(at, kLongestNumeral));
  const std::size_t point = head.find('.');
  for (const std::size_t length : {point, head.find(')')}) {
    if (length == std::string::npos) continue;
    // The point of an enumerator is 、 to the folding of labels.
    const std::string numeral = replace_all(head.substr(0, length + 1), ".", "、") + "甲";
    if (without_enumerator(fold(numeral)) == "甲") return length + 1;
  }
  return 0;
}

// All of it one bracket, which is not the enumerator of another label.
bool is_explanation(string_view folded) {
  return folded.front() == '(' && folded.find(')') == folded.size() - 1 && numeral_at(folded, 0) == 0;
}

std::size_t group_index(const FormBlock& block, const std::string& label) {
  return static_cast<std::size_t>(std::find(block.groups.begin(), block.groups.end(), label) - block.groups.begin());
}

bool share_path(const FormLine& a, const FormLine& b, std::size_t level) {
  return a.path.size() > level && b.path.size() > level &&
         std::equal(a.path.begin(), a.path.begin() + static_cast<std::ptrdiff_t>(level) + 1, b.path.begin());
}

// The cells of one row of the header.
void add_level(BlockLabels& labels, std::size_t level) {
  const std::vector<FormLine>& columns = labels.block->columns;
  for (std::size_t c = 0; c < columns.size();) {
    std::size_t end = c + 1;
    const std::vector<std::string>& path = columns[c].path;
    const bool is_leaf = path.size() == level + 1;
    while (!is_leaf && end < columns.size() && share_path(columns[c], columns[end], level)) ++end;
    if (path.size() > level) {
      const LabelText text = is_leaf ? LabelText(labels.block->column_labels, c)
                                     : LabelText(labels.block->column_groups, group_index(*labels.block, path[level]));
      labels.header.push_back({text, level, c, end - c, is_leaf});
    }
    c = end;
  }
}

BlockLabels labels_of(const FormTable& table, std::size_t index) {
  const FormBlock& block = table.blocks[index];
  BlockLabels labels{.block = &block};
  if (!block.banner.empty()) labels.banner.emplace_back(table.banners, index);
  if (!block.corner.empty()) labels.corner.emplace_back(block.corner);
  for (const FormLine& column : block.columns) labels.levels = std::max(labels.levels, column.path.size());
  for (std::size_t level = 0; level < labels.levels; ++level) add_level(labels, level);
  for (std::size_t r = 0; r < block.rows.size(); ++r) {
    if (block.rows[r].path.empty()) continue;
    RowLabel row{LabelText(block.row_labels, r), {}};
    for (std::size_t g = 0; g + 1 < block.rows[r].path.size(); ++g)
      row.groups.emplace_back(block.row_groups, group_index(block, block.rows[r].path[g]));
    labels.rows.push_back(std::move(row));
  }
  return labels;
}

}  // namespace

LabelText::LabelText(const LabelIndex& index, std::size_t id) {
  for (const LabelSpelling& spelling : index.spellings())
    if (spelling.id == id) {
      spellings_.push_back(spelling);
      is_numbered_ = is_numbered_ || spelling.is_numbered;
    }
  std::stable_sort(spellings_.begin(), spellings_.end(),
                   [](const LabelSpelling& a, const LabelSpelling& b) { return a.text.size() > b.text.size(); });
}

LabelText::LabelText(const std::string& label) : spellings_{{.text = fold_characters(label)}} {}

std::size_t LabelText::length_at(string_view folded, std::size_t at) const {
  for (const LabelSpelling& spelling : spellings_)
    if (stands_at(folded, at, spelling.text)) return spelling.text.size();
  return 0;
}

bool LabelText::lacks_number(string_view folded, std::size_t at, std::size_t length) const {
  return is_numbered_ && std::none_of(spellings_.begin(), spellings_.end(), [&](const LabelSpelling& spelling) {
           return spelling.is_numbered && spelling.text.size() == length && stands_at(folded, at, spelling.text);
         });
}

LabelFit LabelText::fit(string_view folded) const {
  constexpr std::size_t kLongestExplanation = 200;  // bytes
  LabelFit fit;
  for (const LabelSpelling& spelling : spellings_) {
    if (spelling.text.starts_with(folded)) {
      fit.is_whole = fit.is_whole || spelling.text.size() == folded.size();
      fit.may_go_on = true;
    } else if (folded.starts_with(spelling.text)) {
      const string_view more = folded.substr(spelling.text.size());
      fit.is_whole = fit.is_whole || more == "." || is_explanation(more);
      fit.is_open = fit.is_open ||
                    (more.front() == '(' && more.find(')') == string_view::npos && more.size() < kLongestExplanation);
    }
  }
  return fit;
}

bool LabelText::is_same(const LabelText& other) const {
  return !spellings_.empty() && !other.spellings_.empty() && spellings_.front().text == other.spellings_.front().text;
}

FormAnchors::FormAnchors(const std::vector<Form>& forms) {
  for (const Form& form : forms) {
    for (const FormSection& section : form.sections)
      for (const std::string& heading : section.headings) {
        const std::string text = fold_characters(heading);
        headings_[start_of(text)].push_back(text);
      }
    for (const FormTable& table : form.tables) {
      tables_.push_back({&table, {}});
      for (std::size_t b = 0; b < table.blocks.size(); ++b) tables_.back().blocks.push_back(labels_of(table, b));
    }
  }
  for (const TableLabels& table : tables_)
    for (const BlockLabels& block : table.blocks) {
      for (const LabelText& banner : block.banner) add_start(banner);
      for (const LabelText& corner : block.corner) add_start(corner);
      add_start(block.header.front().text);
    }
}

void FormAnchors::add_start(const LabelText& label) {
  for (const LabelSpelling& spelling : label.spellings()) {
    std::vector<std::string>& same = starts_[start_of(spelling.text)];
    if (std::find(same.begin(), same.end(), spelling.text) == same.end()) same.push_back(spelling.text);
  }
}

bool FormAnchors::may_begin_table(string_view folded, std::size_t at) const {
  return longest_at(starts_, folded, at) > 0;
}

std::size_t FormAnchors::heading_at(string_view folded, std::size_t at) const {
  if (const std::size_t bare = longest_at(headings_, folded, at)) return bare;
  const std::size_t numeral = numeral_at(folded, at);
  const std::size_t heading = numeral == 0 ? 0 : longest_at(headings_, folded, at + numeral);
  return heading == 0 ? 0 : numeral + heading;
}

}  // namespace nianbao

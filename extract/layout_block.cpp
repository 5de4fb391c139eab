#include "extract/layout_block.h"

#include <algorithm>
#include <map>
#include <utility>

#include "extract/layout_header.h"

namespace nianbao {
namespace {

using Word = LayoutPlace::Word;

constexpr std::size_t kLongestHeader = 24;    // lines of the file
constexpr std::size_t kMostLinesBelow = 20;   // of the file, from the last row to what may be the rest of it
constexpr std::size_t kMostCandidates = 500;  // of places that may be labels of rows
constexpr std::size_t kNowhere = 1'000'000;   // a column that no line has

// The most of these that stand one below another in the form's order; of equal ones the upper ones.
std::vector<LayoutBlockRow> longest_chain(const std::vector<LayoutBlockRow>& candidates) {
  if (candidates.empty() || candidates.size() > kMostCandidates) return {};
  std::vector<std::size_t> length(candidates.size(), 1);
  std::vector<std::size_t> next(candidates.size(), candidates.size());
  for (std::size_t i = candidates.size(); i-- > 0;)
    for (std::size_t j = i + 1; j < candidates.size(); ++j) {
      const bool follows =
          *candidates[j].row > *candidates[i].row && candidates[j].first_line > candidates[i].last_line;
      if (follows && length[j] + 1 > length[i]) {
        length[i] = length[j] + 1;
        next[i] = j;
      }
    }
  std::vector<LayoutBlockRow> chain;
  auto at = static_cast<std::size_t>(std::max_element(length.begin(), length.end()) - length.begin());
  for (; at < candidates.size(); at = next[at]) chain.push_back(candidates[at]);
  return chain;
}

class BlockFinder {
 public:
  BlockFinder(std::vector<LayoutLine>& lines, LayoutLabels& finder, const TableLabels& table, const BlockLabels& labels)
      : lines_(lines), finder_(finder), table_(table), labels_(labels) {
    block_.labels = &labels;
  }

  std::optional<LayoutBlock> find(std::size_t at, std::size_t stop) {
    if (!begins_on(at)) return std::nullopt;
    if (take_head(at, std::min(stop, end_of_header(at)))) {
      stop = std::min(stop, begin_of_next_block(stop));
      if (labels_.rows.empty() ? find_only_row(stop) : find_rows(stop)) return std::move(block_);
    }
    for (const Word word : taken_) lines_[word.line].words[word.word].is_taken = false;
    return std::nullopt;
  }

 private:
  bool begins(const LabelText& label, std::size_t line) { return finder_.first(label, line, line + 1).has_value(); }

  // Whether a label of the block's head begins on this line.
  bool begins_on(std::size_t line) {
    const auto is_here = [&](const LabelText& label) { return begins(label, line); };
    return std::any_of(labels_.banner.begin(), labels_.banner.end(), is_here) ||
           std::any_of(labels_.corner.begin(), labels_.corner.end(), is_here) ||
           std::any_of(labels_.header.begin(), labels_.header.end(),
                       [&](const HeaderLabel& label) { return begins(label.text, line); });
  }

  // The head ends where the first row begins, whose label is none of a column, or the first figures stand.
  std::size_t end_of_header(std::size_t at) {
    std::size_t end = at;
    for (; end < lines_.size() && lines_[end].number - lines_[at].number < kLongestHeader; ++end)
      for (const Word start : free_words(end))
        if (labels_.rows.empty() ? word(start).is_figure : row_begins(start)) return end;
    return end;
  }

  bool row_begins(Word start) {
    return std::any_of(labels_.rows.begin(), labels_.rows.end(),
                       [&](const RowLabel& row) { return finder_.at(row.text, start).has_value(); }) &&
           std::none_of(labels_.header.begin(), labels_.header.end(),
                        [&](const HeaderLabel& label) { return finder_.at(label.text, start).has_value(); });
  }

  // What stands over several columns first: parts of it look like other labels.
  bool take_head(std::size_t at, std::size_t end) {
    if (!labels_.banner.empty()) block_.banner = taken(labels_.banner.front(), at, end);
    if (!labels_.corner.empty()) block_.corner = taken(labels_.corner.front(), at, end);
    std::vector<std::optional<LayoutPlace>> groups(labels_.header.size());
    for (std::size_t i = 0; i < labels_.header.size(); ++i)
      if (!labels_.header[i].is_leaf) groups[i] = taken(labels_.header[i].text, at, end);
    block_.header = find_layout_header(lines_, finder_, labels_, at, end);
    if (block_.header.empty()) return false;
    for (std::size_t i = 0; i < groups.size(); ++i)
      if (labels_.header[i].is_leaf)
        take_leaf(*block_.header[i]);
      else
        block_.header[i] = std::move(groups[i]);
    return groups_are_in_order() && head_is_explained(at);
  }

  // Where several columns have the same label only what stands over them tells them apart.
  bool groups_are_in_order() const {
    bool all_found = true;
    std::map<std::size_t, std::size_t> last;  // by level, where the group before begins
    for (std::size_t i = 0; i < labels_.header.size(); ++i) {
      const HeaderLabel& label = labels_.header[i];
      if (label.is_leaf) continue;
      const std::optional<LayoutPlace>& place = block_.header[i];
      all_found = all_found && place;
      if (!place) continue;
      const auto [before, is_first] = last.try_emplace(label.level, place->begin);
      if (!is_first && place->begin <= before->second) return false;
      before->second = place->begin;
    }
    return all_found || !has_repeated_leaves();
  }

  bool has_repeated_leaves() const {
    const std::vector<HeaderLabel>& header = labels_.header;
    for (std::size_t i = 0; i < header.size(); ++i)
      for (std::size_t j = i + 1; j < header.size(); ++j)
        if (header[i].is_leaf && header[j].is_leaf && header[i].text.is_same(header[j].text)) return true;
    return false;
  }

  // Any word more may head a column that the form does not have; parts of the corner's long text do not.
  bool head_is_explained(std::size_t at) const {
    for (std::size_t line = at; line < head_end_; ++line)
      for (const Word free : free_words(line))
        if (!is_of_corner(word(free).folded)) return false;
    return true;
  }

  bool is_of_corner(const std::string& folded) const {
    return std::any_of(labels_.corner.begin(), labels_.corner.end(), [&](const LabelText& corner) {
      return std::any_of(corner.spellings().begin(), corner.spellings().end(), [&](const LabelSpelling& spelling) {
        return spelling.text.find(folded) != std::string::npos;
      });
    });
  }

  void take_leaf(const LayoutPlace& leaf) {
    take(leaf);
    head_end_ = std::max(head_end_, leaf.last_line() + 1);
    leaves_begin_ = std::min(leaves_begin_, leaf.begin);
  }

  std::size_t begin_of_next_block(std::size_t stop) {
    const auto begins_block = [&](std::size_t line) {
      return std::any_of(table_.blocks.begin(), table_.blocks.end(), [&](const BlockLabels& block) {
        return (!block.banner.empty() && begins(block.banner.front(), line)) ||
               (!block.corner.empty() && begins(block.corner.front(), line));
      });
    };
    std::size_t line = head_end_;
    while (line < stop && !begins_block(line)) ++line;
    return line;
  }

  std::optional<LayoutPlace> taken(const LabelText& label, std::size_t from, std::size_t end) {
    std::optional<LayoutPlace> place = finder_.first(label, from, end);
    if (place) take(*place);
    return place;
  }

  void take(const LayoutPlace& place) {
    for (const Word at : place.words) take(at);
  }

  void take(Word at) {
    lines_[at.line].words[at.word].is_taken = true;
    taken_.push_back(at);
  }

  const LayoutWord& word(Word at) const { return lines_[at.line].words[at.word]; }

  std::vector<Word> free_words(std::size_t line) const {
    std::vector<Word> free;
    for (std::size_t i = 0; i < lines_[line].words.size(); ++i)
      if (!word({line, i}).is_taken) free.push_back({line, i});
    return free;
  }

  bool find_rows(std::size_t stop) {
    find_values_begin(stop);
    const std::vector<LayoutBlockRow> candidates = row_candidates(stop);
    std::vector<LayoutBlockRow> rows = longest_chain(candidates);
    if (rows.empty() || head_goes_on(rows.front().first_line)) return false;
    for (LayoutBlockRow& row : rows) {
      take(*row.label);
      row.is_doubtful = std::count_if(candidates.begin(), candidates.end(),
                                      [&](const LayoutBlockRow& other) { return other.row == row.row; }) > 1;
    }
    for (const RowLabel& row : labels_.rows)
      for (const LabelText& group : row.groups) taken(group, head_end_, stop);
    for (LayoutBlockRow& row : rows) take_values(row);
    add_other_rows(rows, stop);
    doubt_last_row(rows.back(), stop);
    block_.last_line = std::max(block_.last_line, rows.back().last_line);
    block_.rows.insert(block_.rows.end(), rows.begin(), rows.end());
    std::stable_sort(block_.rows.begin(), block_.rows.end(),
                     [](const LayoutBlockRow& a, const LayoutBlockRow& b) { return a.first_line < b.first_line; });
    return true;
  }

  // Words without figures above the columns: there may be more to the header than the form knows.
  bool head_goes_on(std::size_t first_row) const {
    for (std::size_t line = head_end_; line < first_row; ++line) {
      const std::vector<Word> free = free_words(line);
      const bool has_figures = std::any_of(free.begin(), free.end(), [&](Word at) { return word(at).is_figure; });
      if (!has_figures && std::any_of(free.begin(), free.end(), [&](Word at) { return is_beside_values(at); }))
        return true;
    }
    return false;
  }

  // What is cut off, or goes on on a line that cannot be read, may have held the values that are not there.
  void doubt_last_row(LayoutBlockRow& row, std::size_t stop) {
    bool is_followed = false;
    for (std::size_t line = row.last_line + 1; line < lines_.size(); ++line)
      is_followed = is_followed || !lines_[line].words.empty();
    const bool is_full = row.values.size() == labels_.block->columns.size();
    const bool goes_on = stop < lines_.size() && lines_[stop].words.empty();
    if (!is_full && (!is_followed || goes_on)) row.is_doubtful = true;
  }

  void find_values_begin(std::size_t stop) {
    const std::size_t enough = std::min<std::size_t>(labels_.block->columns.size(), 2);
    for (std::size_t line = head_end_; line < stop; ++line) {
      std::vector<Word> figures = free_words(line);
      std::erase_if(figures, [&](Word at) { return !word(at).is_figure; });
      if (figures.size() < enough) continue;
      std::size_t& begin = values_begin_.try_emplace(lines_[line].page, kNowhere).first->second;
      begin = std::min(begin, word(figures.front()).begin);
    }
  }

  bool is_beside_values(Word at) const { return !is_left_of_values(at.line, word(at).end); }

  bool is_left_of_values(std::size_t line, std::size_t column) const {
    const auto found = values_begin_.find(lines_[line].page);
    const bool is_head_page = lines_[line].page == lines_[head_end_ - 1].page;
    const std::size_t figures = found == values_begin_.end() ? leaves_begin_ : found->second;
    return column < (is_head_page ? std::min(figures, leaves_begin_) : figures);
  }

  // Labels of rows stand left of the columns.
  std::vector<LayoutBlockRow> row_candidates(std::size_t stop) {
    std::vector<LayoutBlockRow> found;
    for (std::size_t line = head_end_; line < stop; ++line)
      for (const Word at : free_words(line))
        for (std::size_t r = 0; r < labels_.rows.size(); ++r)
          if (auto place = finder_.at(labels_.rows[r].text, at); place && is_left_of_values(line, word(at).begin))
            found.push_back(
                {.row = r, .label = place, .first_line = place->first_line(), .last_line = place->last_line()});
    return found;
  }

  // What stands to the right of the label on its lines; all of it on one line, or it is not clear what belongs
  // together.
  void take_values(LayoutBlockRow& row) {
    for (std::size_t line = row.first_line; line <= row.last_line; ++line) {
      std::size_t from = row.label->begin;
      for (const Word at : row.label->words)
        if (at.line == line) from = word(at).end;
      for (const Word at : free_words(line))
        if (word(at).begin >= from) row.values.push_back(at);
    }
    for (const Word at : row.values) take(at);
    if (!row.values.empty() && row.values.front().line != row.values.back().line) row.is_doubtful = true;
  }

  // What is left on the lines of the rows and between them: rows that the form does not have, notes, and what may
  // belong to the rows beside it.
  void add_other_rows(std::vector<LayoutBlockRow>& rows, std::size_t stop) {
    std::size_t line = head_end_;
    for (std::size_t i = 0; i < rows.size(); ++i) {
      for (; line < rows[i].first_line; ++line) add_other_row(line, i == 0 ? nullptr : &rows[i - 1], &rows[i]);
      for (; line <= rows[i].last_line; ++line) add_other_row(line, &rows[i], nullptr);
    }
    for (; line < stop && may_be_rest_of(rows.back(), line); ++line) {
      add_other_row(line, &rows.back(), nullptr);
      block_.last_line = line;
    }
  }

  // Near below the row, nothing but what stands beside values; where the row has none, anything with figures.
  bool may_be_rest_of(const LayoutBlockRow& row, std::size_t line) const {
    const std::vector<Word> free = free_words(line);
    if (lines_[line].number - lines_[row.last_line].number > kMostLinesBelow) return false;
    const auto is_figure = [&](Word at) { return word(at).is_figure; };
    return std::none_of(free.begin(), free.end(), [&](Word at) { return is_left_of_values(line, word(at).begin); }) ||
           std::all_of(free.begin(), free.end(), is_figure) ||
           (row.values.empty() && std::any_of(free.begin(), free.end(), is_figure));
  }

  void add_other_row(std::size_t line, LayoutBlockRow* above, LayoutBlockRow* below) {
    LayoutBlockRow other{.row = std::nullopt, .label = std::nullopt, .first_line = line, .last_line = line};
    other.values = free_words(line);
    if (other.values.empty()) return;
    const bool is_header = is_header_again(other.values);
    bool is_of_rows = false;
    for (LayoutBlockRow* row : {above, below})
      if (row != nullptr && !is_header && may_belong_to(other, *row)) {
        row->is_doubtful = is_of_rows = true;
        row->values.insert(row->values.end(), other.values.begin(), other.values.end());
      }
    for (const Word at : other.values) take(at);
    if (!is_of_rows && !is_header) block_.rows.push_back(std::move(other));
  }

  // Whether something of this line stands where values do, and is not a row of its own: as many figures as columns, and
  // the row beside it has its values.
  bool may_belong_to(const LayoutBlockRow& other, const LayoutBlockRow& row) const {
    const std::size_t columns = labels_.block->columns.size();
    std::vector<Word> beside = other.values;
    std::erase_if(beside, [&](Word at) { return !is_beside_values(at); });
    const bool are_figures = std::all_of(beside.begin(), beside.end(), [&](Word at) { return word(at).is_figure; });
    const bool is_row_of_its_own = columns > 1 && beside.size() == columns && are_figures && !row.values.empty();
    return !beside.empty() && !is_row_of_its_own;
  }

  // A line of a header that is printed again on the next page shows nothing else than its labels.
  bool is_header_again(const std::vector<Word>& words) const {
    return std::all_of(words.begin(), words.end(), [&](Word at) {
      return std::any_of(labels_.header.begin(), labels_.header.end(),
                         [&](const HeaderLabel& label) { return label.text.fit(word(at).folded).is_whole; });
    });
  }

  // Whether all these figures cannot be the rest of a number of `row`, or all of its numbers.
  bool is_row_of_its_own(const LayoutBlockRow& other, std::size_t figures, const LayoutBlockRow& row) const {
    const std::size_t columns = labels_.block->columns.size();
    const bool has_label = other.values.size() > figures;
    return columns > 1 && figures == columns && (has_label || !row.values.empty());
  }

  // The next line, or figures near below.
  bool may_be_rest_of_only_row(const LayoutBlockRow& row, std::size_t line) const {
    const std::vector<Word> free = free_words(line);
    const std::size_t distance = lines_[line].number - lines_[row.last_line].number;
    return distance == 1 || (distance <= kMostLinesBelow &&
                             std::all_of(free.begin(), free.end(), [&](Word at) { return word(at).is_figure; }));
  }

  // A block without row labels has one row: what stands below its head.
  bool find_only_row(std::size_t stop) {
    LayoutBlockRow row{.row = 0, .label = std::nullopt, .first_line = head_end_ - 1, .last_line = head_end_ - 1};
    for (std::size_t line = head_end_; line < stop && row.values.empty(); ++line) {
      row.values = free_words(line);
      row.last_line = line;
    }
    for (const Word at : row.values) take(at);
    row.is_doubtful = std::none_of(row.values.begin(), row.values.end(), [&](Word at) { return word(at).is_figure; }) &&
                      !row.values.empty();
    if (row.values.empty()) row.last_line = head_end_ - 1;
    block_.last_line = row.last_line;
    for (std::size_t line = row.last_line + 1; line < stop && may_be_rest_of_only_row(row, line); ++line) {
      for (const Word at : free_words(line)) {
        take(at);
        row.values.push_back(at);
        row.is_doubtful = true;
      }
      block_.last_line = line;
    }
    doubt_last_row(row, stop);
    const bool is_there = !row.values.empty() || !row.is_doubtful;
    block_.rows.push_back(std::move(row));
    return is_there;
  }

  std::vector<LayoutLine>& lines_;
  LayoutLabels& finder_;
  const TableLabels& table_;
  const BlockLabels& labels_;
  LayoutBlock block_;
  std::vector<Word> taken_;
  std::size_t head_end_ = 0;                         // index of the first line below the labels of the columns
  std::size_t leaves_begin_ = kNowhere;              // the leftmost column of labels over columns
  std::map<std::size_t, std::size_t> values_begin_;  // by page, the leftmost column of figures in rows of them
};

}  // namespace

std::optional<LayoutBlock> find_layout_block(std::vector<LayoutLine>& lines, LayoutLabels& finder,
                                             const TableLabels& table, const BlockLabels& labels, std::size_t at,
                                             std::size_t stop) {
  return BlockFinder(lines, finder, table, labels).find(at, stop);
}

}  // namespace nianbao

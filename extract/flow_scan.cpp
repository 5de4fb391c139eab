#include "extract/flow_scan.h"

#include <algorithm>
#include <string_view>
#include <utility>

namespace nianbao {
namespace {

using std::string_view;

// From one label to the next; the longest honest row is far shorter.
constexpr std::size_t kLongestRow = 400;          // bytes of the folded text
constexpr std::size_t kLongestExplanation = 200;  // of a label, in brackets

// Reads one table of a form where it begins.
class TableScanner {
 public:
  TableScanner(const FlowText& flow, const FormAnchors& anchors, const TableLabels& labels)
      : flow_(flow), folded_(flow.folded()), anchors_(anchors), labels_(labels) {}

  FlowTable read(std::size_t at) {
    FlowTable table{.labels = &labels_, .blocks = {}, .all = {at, at}};
    for (const BlockLabels& labels : labels_.blocks)
      if (std::optional<FlowBlock> block = read_block(labels, at)) {
        if (!table.blocks.empty()) table.blocks.back().rows.back().merged_after = 0;
        table.rows += block->rows.size();
        table.blocks.push_back(std::move(*block));
        table.all.to = at;
      }
    return table;
  }

 private:
  std::optional<FlowSpan> label_at(const LabelText& label, std::size_t& at) const {
    const std::size_t length = label.length_at(folded_, at);
    if (length == 0) return std::nullopt;
    const FlowSpan span{at, with_explanation(at + length)};
    at = span.to;
    return span;
  }

  std::optional<FlowSpan> first_of(const std::vector<LabelText>& labels, std::size_t& at) const {
    return labels.empty() ? std::nullopt : label_at(labels.front(), at);
  }

  // The bracket of an enumerator, （六）, explains nothing.
  bool begins_label(std::size_t at) const {
    const auto stands_here = [&](const LabelText& label) { return label.length_at(folded_, at) > 0; };
    return std::any_of(labels_.blocks.begin(), labels_.blocks.end(), [&](const BlockLabels& block) {
      return std::any_of(block.rows.begin(), block.rows.end(), [&](const RowLabel& row) {
        return stands_here(row.text) || std::any_of(row.groups.begin(), row.groups.end(), stands_here);
      });
    });
  }

  // Past a bracket that explains the label before it, and a colon.
  std::size_t with_explanation(std::size_t at) const {
    if (at < folded_.size() && folded_[at] == '(' && !begins_label(at)) {
      const std::size_t closes = folded_.find(')', at);
      if (closes != string_view::npos && closes - at < kLongestExplanation) at = closes + 1;
    }
    return at < folded_.size() && folded_[at] == '.' ? at + 1 : at;
  }

  // `at` goes past the block if it stands there.
  std::optional<FlowBlock> read_block(const BlockLabels& labels, std::size_t& at) {
    FlowBlock block{.labels = &labels};
    std::size_t next = at;
    block.banner = first_of(labels.banner, next);
    block.corner = first_of(labels.corner, next);
    for (const HeaderLabel& label : labels.header) {
      const std::optional<FlowSpan> span = label_at(label.text, next);
      if (!span) return std::nullopt;
      block.header.push_back(*span);
    }
    read_rows(block, next);
    if (block.rows.empty()) return std::nullopt;
    at = next;
    return block;
  }

  void read_rows(FlowBlock& block, std::size_t& at) {
    if (block.labels->rows.empty()) {
      block.rows.push_back({.label = std::nullopt, .row = 0, .values = {at, at}});
      end_row(block, at);
      return;
    }
    for (std::optional<FlowRow> row = row_at(block, at, 0); row; row = row_at(block, at, block.rows.back().row + 1)) {
      if (!block.rows.empty()) block.rows.back().merged_after = row->merged_after;
      row->merged_after.reset();
      block.rows.push_back(*row);
      at = row->values.from;
      end_row(block, at);
    }
  }

  // The row whose label stands at `at`, or behind labels of its groups; `merged_after` of it is how many groups above
  // it are not printed again.
  std::optional<FlowRow> row_at(const FlowBlock& block, std::size_t at, std::size_t first) const {
    const std::vector<RowLabel>& rows = block.labels->rows;
    for (std::size_t r = first; r < rows.size(); ++r) {
      std::size_t next = at;
      std::size_t printed = 0;
      for (const LabelText& group : rows[r].groups)
        if (label_at(group, next)) ++printed;
      if (const auto label = label_at(rows[r].text, next))
        return FlowRow{
            .label = label, .row = r, .values = {next, next}, .merged_after = rows[r].groups.size() - printed};
    }
    return std::nullopt;
  }

  // True where something begins that is no value of this row.
  bool is_next_label(const FlowBlock& block, std::size_t at) const {
    return row_at(block, at, block.rows.back().row + 1) || anchors_.may_begin_table(folded_, at) ||
           anchors_.heading_at(folded_, at) > 0;
  }

  // True if the label at `at` has lost the enumerator that the form gives it: digits before it may be that.
  bool may_have_lost_number(const FlowBlock& block, std::size_t at) const {
    const std::vector<RowLabel>& rows = block.labels->rows;
    return std::any_of(rows.begin(), rows.end(), [&](const RowLabel& row) {
      const std::size_t length = row.text.length_at(folded_, at);
      return length > 0 && row.text.lacks_number(folded_, at, length);
    });
  }

  // Finds where the values of the last row end.
  void end_row(FlowBlock& block, std::size_t& at) {
    FlowRow& row = block.rows.back();
    const std::size_t limit = std::min(folded_.size(), at + kLongestRow);
    std::size_t end = at;
    while (end < limit && !is_next_label(block, end)) ++end;
    row.is_followed = end < limit;
    if (!row.is_followed) end = end_of_figures(at, limit);
    row.values = {at, end};
    row.is_closed = ends_cleanly(row.values) && !(row.is_followed && may_have_lost_number(block, end));
    at = end;
  }

  static bool is_of_figure(char c) { return (c >= '0' && c <= '9') || c == '.' || c == '-' || c == '+' || c == '/'; }

  // Without a label behind them the values are the figures that follow, to the end of their last line.
  std::size_t end_of_figures(std::size_t at, std::size_t limit) const {
    std::size_t end = at;
    while (end < limit && is_of_figure(folded_[end])) ++end;
    return end;
  }

  // Right behind the values stands nothing that their last digits may belong to.
  bool ends_cleanly(const FlowSpan& values) const {
    if (values.to == folded_.size() || !is_of_figure(folded_[values.to])) return true;
    const string_view printed = flow_.printed(values.from, values.to);
    return is_blank(printed.substr(std::max<std::size_t>(printed.size(), 1) - 1)) || anchored_number(values.to);
  }

  // A label of the form that begins with its own enumerator.
  bool anchored_number(std::size_t at) const { return anchors_.heading_at(folded_, at) > 0 || begins_label(at); }

  const FlowText& flow_;
  string_view folded_;
  const FormAnchors& anchors_;
  const TableLabels& labels_;
};

}  // namespace

FlowTable scan_flow_table(const FlowText& flow, const FormAnchors& anchors, const TableLabels& labels, std::size_t at) {
  return TableScanner(flow, anchors, labels).read(at);
}

}  // namespace nianbao

#include "extract/flow_tables.h"

#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <utility>

#include "extract/flow_scan.h"
#include "extract/flow_table_builder.h"
#include "extract/flow_text.h"
#include "extract/layout_tables.h"
#include "extract/row_values.h"
#include "extract/text_stretches.h"
#include "extract/title.h"
#include "schema/form_anchors.h"

namespace nianbao {
namespace {

constexpr std::array kSeparations = {Separation::kLines, Separation::kTabs, Separation::kSpaces, Separation::kNone};

class FlowReader {
 public:
  FlowReader(Document& document, const Schema& schema, const Limits& limits, std::optional<Separation> only)
      : document_(document), schema_(schema), limits_(limits), anchors_(schema.anchors), only_(only) {}

  std::optional<Problem> run() {
    tables_ = static_cast<std::size_t>(
        std::count_if(document_.blocks.begin(), document_.blocks.end(),
                      [](const Block& block) { return std::holds_alternative<Table>(block); }));
    replace_stretches(
        document_, [this](const TextStretch& stretch) { return read(stretch); }, titles_of_other_reports());
    note_dialects();
    if (tables_ > limits_.tables) return beyond(limits_, &Limits::tables, "");
    if (document_.counts.total() > limits_.cells) return beyond(limits_, &Limits::cells, "");
    return std::nullopt;
  }

 private:
  // No row goes on over them.
  std::vector<std::size_t> titles_of_other_reports() const {
    std::vector<std::size_t> blocks;
    std::optional<Title> last;
    for (PlacedTitle& title : find_titles(document_, schema_.lexicon)) {
      if (last && name_different_reports(*last, title.title)) blocks.push_back(title.block);
      last = std::move(title.title);
    }
    return blocks;
  }

  std::vector<Block> read(const TextStretch& stretch) {
    const FlowText flow(stretch);
    const std::vector<FlowTable> found = tables_in(flow);
    if (found.empty()) return unchanged(stretch);
    FlowStyle style{.lexicon = schema_.lexicon, .only = only_};
    style.keeps_to_lines = std::any_of(found.begin(), found.end(),
                                       [&](const FlowTable& table) { return proves_lines(flow, table, style); });
    std::vector<Block> blocks;
    std::size_t done = 0;
    for (const FlowTable& table : found) {
      add_paragraphs(flow, {done, table.all.from}, blocks);
      add_table(build_flow_table(flow, table, style, separations_), blocks);
      done = table.all.to;
    }
    add_paragraphs(flow, {done, flow.folded().size()}, blocks);
    return blocks;
  }

  // No more than one beyond the limit.
  std::vector<FlowTable> tables_in(const FlowText& flow) const {
    std::vector<FlowTable> found;
    for (std::size_t at = 0; at < flow.folded().size() && tables_ + found.size() <= limits_.tables;) {
      std::optional<FlowTable> table = table_at(flow, at);
      at = table ? table->all.to : at + 1;
      if (table) found.push_back(std::move(*table));
    }
    return found;
  }

  // The table of a form that begins here and takes most rows with it; of equal ones the first.
  std::optional<FlowTable> table_at(const FlowText& flow, std::size_t at) const {
    if (!anchors_.may_begin_table(flow.folded(), at)) return std::nullopt;
    std::optional<FlowTable> best;
    for (const TableLabels& labels : anchors_.tables()) {
      FlowTable table = scan_flow_table(flow, anchors_, labels, at);
      if (table.rows > 0 && (!best || table.rows > best->rows)) best = std::move(table);
    }
    return best;
  }

  static void add_paragraphs(const FlowText& flow, const FlowSpan& span, std::vector<Block>& blocks) {
    for (Paragraph& paragraph : flow.paragraphs(span.from, span.to)) blocks.emplace_back(std::move(paragraph));
  }

  void add_table(Table table, std::vector<Block>& blocks) {
    ++tables_;
    document_.counts.shown += table.cells.size();
    blocks.emplace_back(std::move(table));
  }

  void note_dialects() {
    for (const Separation separation : separations_)
      document_.dialect += (document_.dialect.empty() ? "" : "+") + std::string(name_of(separation));
  }

  Document& document_;
  const Schema& schema_;
  const Limits& limits_;
  const FormAnchors& anchors_;
  std::optional<Separation> only_;
  std::size_t tables_ = 0;
  std::set<Separation> separations_;
};

std::optional<Separation> separation_named(const std::string& name) {
  for (const Separation separation : kSeparations)
    if (name == name_of(separation)) return separation;
  return std::nullopt;
}

}  // namespace

const std::vector<std::string>& flow_dialects() {
  static const std::vector<std::string> names = [] {
    std::vector<std::string> all;
    all.reserve(kSeparations.size());
    for (const Separation separation : kSeparations) all.emplace_back(name_of(separation));
    all.emplace_back(kLayoutDialect);
    return all;
  }();
  return names;
}

std::optional<Problem> find_flow_tables(Document& document, const Schema& schema, const ReadOptions& options) {
  const bool is_layout = options.text_dialect == kLayoutDialect;
  if (document.kind == "text" && (is_layout || options.text_dialect.empty()))
    if (auto problem = find_layout_tables(document, schema, options.limits, is_layout)) return problem;
  const std::optional<Separation> wanted = separation_named(options.text_dialect);
  if (document.kind != "text" || (!options.text_dialect.empty() && !wanted)) return std::nullopt;
  return FlowReader(document, schema, options.limits, wanted).run();
}

}  // namespace nianbao

#include "extract/html_body.h"

#include <algorithm>
#include <charconv>
#include <functional>
#include <iterator>
#include <map>
#include <optional>
#include <utility>

#include "extract/html_element.h"
#include "extract/html_flow.h"
#include "extract/html_grid.h"
#include "extract/html_kind.h"
#include "extract/html_sax.h"
#include "extract/html_style_sheet.h"
#include "schema/text.h"

namespace nianbao {
namespace {

using std::string_view;

// Cells may cover so many rows each, taken together: later stages look at every row of every cell.
constexpr std::size_t kCoveredPerCell = 4;

struct OpenElement {
  std::string name;
  ElementEffects effects;
  SelectorNames names = {};  // only where the page has style sheets
  bool stray = false;        // of a table that no tag has opened, which HTML does not have
};

struct OpenTable {
  bool shown = true;
  bool stray = false;
  std::size_t ordinal = 0;
  HtmlGrid grid;
  bool in_cell = false;
  bool in_caption = false;
  bool cell_shown = false;
  bool pictured = false;  // the open cell has a background
  bool moved = false;     // by what style may do to a row or cell: the cells from here on may stand elsewhere
  Cell cell;              // the open one, not yet placed
  std::size_t rowspan = 1;
  std::size_t colspan = 1;
  HtmlFlow cell_text;
  HtmlFlow outer_text;        // of the caption, or between the cells
  std::vector<Block> before;  // paragraphs from there
  std::vector<Block> after;   // what the tables nested in its cells give
};

// Rules for parsing non-negative integers (§2.3.4.2); 1 where it is none.
std::size_t span_of(const HtmlAttributes& attributes, string_view name) {
  const std::string given = attributes.find(name).value_or("");
  string_view text = given;
  while (!text.empty() && is_html_space(text.front())) text.remove_prefix(1);
  if (!text.empty() && text.front() == '+') text.remove_prefix(1);
  std::size_t value = 1;
  const auto [stop, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc::result_out_of_range ? kMaxRowSpan : value;
}

void append(std::vector<Block>& blocks, std::vector<Block>& more) {
  std::move(more.begin(), more.end(), std::back_inserter(blocks));
}

// The tree construction of the HTML Standard (§13.2.6), as far as it decides what is shown where. There is no tree: the
// open elements and what they do to the text in them are enough.
class BodyBuilder : public HtmlHandler {
 public:
  BodyBuilder(const Limits& limits, const HtmlStyleSheet& sheet) : limits_(limits), sheet_(sheet) {}

  const char* start(const std::string& name, const HtmlAttributes& attributes) override {
    if (paragraph_count_ > limits_.paragraphs) return "limit_paragraphs";
    if (is_ignored(name)) return ignore(name, attributes);
    OpenElement element{name, effects_of(name, attributes), names_of(name, attributes)};
    add_rules(element);
    if (is_table_part(name)) return start_table_part(std::move(element), attributes);
    close_what_ends_before(name);
    place(element.effects);
    const ElementEffects& effects = element.effects;
    if (is_read() && !effects.hidden) show_start(name, attributes, effects);
    // Only foreign elements can be closed by their own start tag.
    const bool foreign = name == "svg" || name == "math" || is_open_in_table({"svg", "math"});
    if (is_void(name) || (foreign && attributes.is_self_closing())) return nullptr;
    if (name == "table") return open_table({.shown = is_read() && !effects.hidden}, std::move(element));
    return push(std::move(element));
  }

  void end(const std::string& name) override {
    if (name == "br") {  // </br> is a break (§13.2.6.4.7)
      if (is_read()) flow().break_line();
    } else if (is_table_part(name) || name == "table") {
      end_table_element(name);
    } else if (is_formatting(name)) {
      end_formatting(name);
    } else if (is_special(name)) {
      close_in_scope([&](const OpenElement& e) { return e.name == name || (is_heading(name) && is_heading(e.name)); });
      if (name == "p" && is_read()) end_paragraph();  // </p> alone makes an empty one
    } else {
      end_ordinary(name);
    }
  }

  void text(string_view text) override {
    if (!is_read()) return;
    if (is_in_stray_table_only() && !is_blank(text)) drop_to(innermost_table());
    if (doubtful_ > 0 && is_visible() && !is_blank(text)) mark_object();
    if (is_visible())
      flow().add(drawn(text, {.raised = raised_ > 0, .struck = struck_ > 0}), preformatted_ > 0);
    else
      flow().add(" ", false);
  }

  Result<HtmlBody> finish() {
    drop_to(0);
    end_paragraph();
    if (paragraph_count_ > limits_.paragraphs) return Problem{"limit_paragraphs", ""};
    if (covered_ > kCoveredPerCell * limits_.cells || too_wide_) return Problem{"limit_cells", ""};
    return std::move(body_);
  }

 private:
  bool is_read() const { return hidden_ == 0; }

  bool is_visible() const {
    const auto says = [](const OpenElement& element) { return element.effects.visible.has_value(); };
    const auto nearest = std::find_if(open_.rbegin(), open_.rend(), says);
    return nearest == open_.rend() || *nearest->effects.visible;
  }

  // ---- style

  // Browsers give html and body the attributes of all their tags, and show an option without a choice as text.
  const char* ignore(const std::string& name, const HtmlAttributes& attributes) {
    if (is_read() && name.starts_with("opt")) mark_object();
    if (name == "html" || name == "body")
      for (const std::string& given : names_of(name, attributes)) ++open_names_[given];
    return nullptr;
  }

  SelectorNames names_of(const std::string& name, const HtmlAttributes& attributes) const {
    if (sheet_.empty()) return {};
    return selector_names(name, attributes.find("class").value_or(""), attributes.find("id").value_or(""));
  }

  // Rules count in tables only, where the numbers stand: in the rest of a page they make its menus.
  void add_rules(OpenElement& element) {
    if (tables_.empty() && element.name != "table" && !is_table_part(element.name)) return;
    const auto is_around = [&](const std::string& name) { return open_names_.contains(name); };
    sheet_.for_rules_of(element.names, is_around, [&](const HtmlStyleSheet::Rule& rule) {
      if (!rule.beside) return element.effects.add(doubts_by(rule, element.name));
      (element.name == "tr" || is_row_group(element.name) ? element.effects.moves : element.effects.draws) = true;
    });
  }

  // Found out once for a rule and a kind of element.
  const ElementEffects& doubts_by(const HtmlStyleSheet::Rule& rule, const std::string& name) {
    const std::string kind = is_table_part(name) || name == "table" ? name : is_block(name) ? "div" : "span";
    const auto [known, is_new] = doubts_.try_emplace({&rule, kind});
    if (is_new) known->second = doubts_of(kind, rule.style);
    return known->second;
  }

  // What an element does where it stands: in a cell its text must not go elsewhere, in a flex box it is a box.
  void place(ElementEffects& effects) const {
    if (!tables_.empty() && tables_.back().in_cell && effects.displaced) effects.doubtful = true;
    if (!open_.empty() && open_.back().effects.flex) effects.apart = true;
  }

  // ---- what is shown

  HtmlFlow& flow() {
    if (tables_.empty()) return body_text_;
    return tables_.back().in_cell ? tables_.back().cell_text : tables_.back().outer_text;
  }

  void show_start(const std::string& name, const HtmlAttributes& attributes, const ElementEffects& effects) {
    const bool visible = effects.visible.value_or(is_visible());
    if (visible && (name == "table" || effects.draws || is_object(name, attributes))) mark_object();
    if (name == "br") flow().break_line();
    if (is_block(name)) end_paragraph();
    if (effects.apart) stand_apart();
  }

  void mark_object() {
    if (!tables_.empty() && tables_.back().in_cell) tables_.back().cell.holds_object = true;
  }

  // In a cell, boxes side by side must not become one number; a line of prose goes on.
  void stand_apart() {
    if (!tables_.empty() && tables_.back().in_cell)
      flow().end_line();
    else
      flow().add(" ", false);
  }

  void end_paragraph() {
    if (!tables_.empty() && tables_.back().in_cell) return flow().end_line();
    std::string text = flow().take();
    if (!is_blank(text)) destination().emplace_back(Paragraph{std::move(text), ++paragraph_count_});
  }

  std::vector<Block>& destination() {
    if (tables_.empty()) return body_.blocks;
    return tables_.back().in_cell ? tables_.back().after : tables_.back().before;
  }

  // ---- the open elements

  const char* push(OpenElement element) {
    if (open_.size() >= limits_.depth) return "limit_depth";
    count(element, 1);
    open_.push_back(std::move(element));
    return nullptr;
  }

  void count(const OpenElement& element, int one) {
    const ElementEffects& effects = element.effects;
    for (const std::string& name : element.names) count_name(name, one);
    if (effects.doubtful) doubtful_ += one;
    if (effects.hidden || effects.unread) hidden_ += one;
    if (effects.preformatted) preformatted_ += one;
    if (effects.drawing.raised) raised_ += one;
    if (effects.drawing.struck) struck_ += one;
  }

  void count_name(const std::string& name, int one) {
    const auto known = open_names_.try_emplace(name, 0).first;
    if ((known->second += one) == 0) open_names_.erase(known);
  }

  // Closes open_[size] and all above it.
  void drop_to(std::size_t size) {
    while (open_.size() > size) {
      const OpenElement element = std::move(open_.back());
      open_.pop_back();
      close(element);
    }
  }

  // The same, but formatting elements go on behind what is closed (§13.2.4.3), unless it bounds them.
  void pop_to(std::size_t size) {
    if (is_scope(open_[size].name)) return drop_to(size);
    std::vector<OpenElement> going_on;
    while (open_.size() > size) {
      OpenElement element = std::move(open_.back());
      open_.pop_back();
      if (is_formatting(element.name))
        going_on.push_back(std::move(element));
      else
        close(element);
    }
    for (; !going_on.empty(); going_on.pop_back()) go_on(std::move(going_on.back()));
  }

  // Of like elements three go on ("Noah's Ark clause", §13.2.4.3).
  void go_on(OpenElement element) {
    const auto like =
        std::count_if(open_.begin(), open_.end(), [&](const OpenElement& e) { return e.name == element.name; });
    if (like < 3)
      open_.push_back(std::move(element));
    else
      count(element, -1);
  }

  void close(const OpenElement& element) {
    if (is_read() && is_block(element.name)) end_paragraph();
    if (is_read() && element.effects.apart) stand_apart();
    if (element.name == "caption") end_paragraph(), tables_.back().in_caption = false;
    if (is_cell(element.name)) close_cell();
    if (is_row_group(element.name)) tables_.back().grid.end_row_group();
    count(element, -1);
    if (element.name == "table") close_table();
  }

  // The topmost open element that is `wanted`, above which none is a `bound`.
  template <typename Wanted, typename Bound>
  std::optional<std::size_t> find_open(Wanted wanted, Bound bound) const {
    for (std::size_t i = open_.size(); i-- > 0;) {
      if (wanted(open_[i])) return i;
      if (bound(open_[i])) return std::nullopt;
    }
    return std::nullopt;
  }

  template <typename Wanted>
  void close_in_scope(Wanted wanted) {
    const auto found = find_open(wanted, [](const OpenElement& e) { return !e.stray && is_scope(e.name); });
    if (found) pop_to(*found);
  }

  void close_named(string_view name) {
    close_in_scope([&](const OpenElement& e) { return e.name == name; });
  }

  void close_what_ends_before(const std::string& name) {
    if (is_in_stray_table_only() && is_block(name)) drop_to(innermost_table());
    if (name == "table" && is_between_cells()) return drop_to(innermost_table());
    if (name == "a") return end_formatting(name);
    if (is_heading(name) && !open_.empty() && is_heading(open_.back().name)) pop_to(open_.size() - 1);
    if (name == "li") close_item({"li"});
    if (name == "dd" || name == "dt") close_item({"dd", "dt"});
    // A table ends no paragraph, as in pages without doctype: what hides or strikes the paragraph then holds for it.
    const auto is_bound = [](const OpenElement& e) { return !e.stray && (is_scope(e.name) || e.name == "button"); };
    if (!is_block(name) || name == "table") return;
    if (const auto found = find_open([](const OpenElement& e) { return e.name == "p"; }, is_bound)) pop_to(*found);
  }

  // An item ends the one before it, but not one that a list between them stands in.
  void close_item(std::initializer_list<string_view> names) {
    const auto found =
        find_open([&](const OpenElement& e) { return std::find(names.begin(), names.end(), e.name) != names.end(); },
                  [](const OpenElement& e) {
                    return is_special(e.name) && e.name != "address" && e.name != "div" && e.name != "p";
                  });
    if (found) pop_to(*found);
  }

  void end_ordinary(const std::string& name) {
    const auto found = find_open([&](const OpenElement& e) { return e.name == name; },
                                 [](const OpenElement& e) { return is_special(e.name); });
    if (found) pop_to(*found);
  }

  // Ends its effect, whatever else is open ("adoption agency algorithm", §13.2.6.4.7).
  void end_formatting(const std::string& name) {
    const auto found = find_open([&](const OpenElement& e) { return e.name == name; },
                                 [](const OpenElement& e) { return !e.stray && is_scope(e.name); });
    if (!found) return;
    const OpenElement element = std::move(open_[*found]);
    open_.erase(open_.begin() + static_cast<std::ptrdiff_t>(*found));
    close(element);
  }

  // ---- tables

  // Its place among the open elements; 0 where none is open.
  std::size_t innermost_table() const {
    const auto found = std::find_if(open_.rbegin(), open_.rend(), [](const auto& e) { return e.name == "table"; });
    return found == open_.rend() ? 0 : static_cast<std::size_t>(open_.rend() - found) - 1;
  }

  bool is_between_cells() const {
    return !tables_.empty() && !tables_.back().in_cell && !tables_.back().in_caption && !is_open_in_table({"template"});
  }

  bool is_in_stray_table_only() const { return is_between_cells() && tables_.back().stray; }

  bool is_open_in_table(std::initializer_list<string_view> names) const {
    return std::any_of(
        open_.begin() + static_cast<std::ptrdiff_t>(innermost_table()), open_.end(),
        [&](const OpenElement& e) { return std::find(names.begin(), names.end(), e.name) != names.end(); });
  }

  const char* open_table(OpenTable table, OpenElement element) {
    table.ordinal = table.shown ? ++table_count_ : 0;
    if (table_count_ > limits_.tables) return "limit_tables";
    element.stray = table.stray;
    table.moved = element.effects.moves;
    if (const char* code = push(std::move(element))) return code;
    tables_.push_back(std::move(table));
    return nullptr;
  }

  void close_table() {
    OpenTable table = std::move(tables_.back());
    tables_.pop_back();
    std::string rest = table.outer_text.take();
    if (!is_blank(rest)) table.before.emplace_back(Paragraph{std::move(rest), ++paragraph_count_});
    append(destination(), table.before);
    Table made = table.grid.finish(table.ordinal);
    covered_ += table.grid.covered();
    if (!made.cells.empty()) destination().emplace_back(std::move(made));
    append(destination(), table.after);
  }

  const char* start_table_part(OpenElement element, const HtmlAttributes& attributes) {
    const std::string name = element.name;
    if (is_cell(name) && ++cell_count_ > limits_.cells) return "limit_cells";
    if (is_open_in_table({"template", "svg", "math"})) {  // not of the table, and not shown
      if (is_cell(name)) ++body_.counts.not_shown;
      return nullptr;
    }
    if (tables_.empty() && !is_cell(name)) return nullptr;
    if (tables_.empty()) {
      if (is_read()) end_paragraph();
      if (const char* code = open_table({.shown = is_read(), .stray = true}, {.name = "table"})) return code;
    }
    if (is_cell(name)) return open_cell(std::move(element), attributes);
    if (name == "tr") return open_row(std::move(element));
    drop_to(innermost_table() + 1);
    if (is_row_group(name)) tables_.back().grid.end_row_group();
    if (name == "caption") tables_.back().in_caption = true;
    return name == "col" || name == "colgroup" ? nullptr : push_part(std::move(element));
  }

  const char* push_part(OpenElement element) {
    OpenTable& table = tables_.back();
    element.stray = table.stray;
    element.effects.doubtful = element.effects.doubtful || element.effects.displaced;
    table.moved = table.moved || element.effects.moves;
    return push(std::move(element));
  }

  // Closes what is open in the table, down to one of these parts of it or to itself.
  void close_down_to(std::initializer_list<string_view> names) {
    const std::size_t bottom = innermost_table() + 1;
    std::size_t size = open_.size();
    while (size > bottom && std::find(names.begin(), names.end(), open_[size - 1].name) == names.end()) --size;
    drop_to(size);
  }

  const char* open_row(OpenElement element) {
    close_down_to({"tbody", "thead", "tfoot"});
    if (++row_count_ > limits_.cells) return "limit_cells";
    const char* code = push_part(std::move(element));
    if (code == nullptr && is_read()) tables_.back().grid.begin_row();
    return code;
  }

  const char* open_cell(OpenElement element, const HtmlAttributes& attributes) {
    close_down_to({"tr", "tbody", "thead", "tfoot"});
    if (open_.back().name != "tr")
      if (const char* code = open_row({.name = "tr"})) return code;
    const ElementEffects effects = element.effects;
    if (const char* code = push_part(std::move(element))) return code;
    OpenTable& table = tables_.back();
    table.in_cell = true;
    table.cell_shown = is_read();
    table.cell = {};
    table.cell.holds_object = table.moved || effects.draws;
    table.pictured = effects.pictured;
    table.rowspan = span_of(attributes, "rowspan");
    table.colspan = span_of(attributes, "colspan");
    if (!table.cell_shown) ++body_.counts.not_shown;
    return nullptr;
  }

  void close_cell() {
    OpenTable& table = tables_.back();
    table.in_cell = false;
    if (!table.cell_shown) return;
    table.cell.text = table.cell_text.take();
    if (table.pictured && is_blank(table.cell.text)) table.cell.holds_object = true;
    count_cell(table.cell);
    if (!table.grid.add(std::move(table.cell), table.rowspan, table.colspan)) too_wide_ = true;
  }

  void count_cell(Cell& cell) {
    const bool nested = std::any_of(tables_.begin(), tables_.end() - 1, [](const OpenTable& t) { return t.in_cell; });
    if (cell.text.size() > limits_.cell_bytes) {
      cell.text.clear();
      cell.holds_object = true;
      ++body_.counts.refused;
    } else {
      ++(nested ? body_.counts.nested : body_.counts.shown);
    }
  }

  // Only a table bounds what these end tags reach, and what a template holds is no part of the table.
  void end_table_element(const std::string& name) {
    const auto found = find_open([&](const OpenElement& e) { return e.name == name; },
                                 [](const OpenElement& e) { return e.name == "table" || e.name == "template"; });
    if (found) drop_to(*found);
  }

  const Limits& limits_;
  const HtmlStyleSheet& sheet_;
  HtmlBody body_;
  HtmlFlow body_text_;
  std::vector<OpenElement> open_;
  std::vector<OpenTable> tables_;
  int hidden_ = 0;  // open elements whose content is not read
  int preformatted_ = 0;
  int raised_ = 0;
  int struck_ = 0;
  int doubtful_ = 0;
  std::map<std::string, int, std::less<>> open_names_;  // of html, body and all open elements
  std::map<std::pair<const HtmlStyleSheet::Rule*, std::string>, ElementEffects> doubts_;
  std::size_t table_count_ = 0;
  std::size_t paragraph_count_ = 0;
  std::size_t cell_count_ = 0;
  std::size_t row_count_ = 0;
  std::size_t covered_ = 0;
  bool too_wide_ = false;
};

// The style sheets of a page hold for all of it, wherever they stand.
class StyleCollector : public HtmlHandler {
 public:
  const char* start(const std::string& /*name*/, const HtmlAttributes& /*attributes*/) override { return nullptr; }
  void end(const std::string& /*name*/) override {}
  void text(string_view /*text*/) override {}
  void raw(const std::string& name, string_view text) override {
    if (name == "style") sheet.add(text);
  }

  HtmlStyleSheet sheet;
};

}  // namespace

Result<HtmlBody> read_html_body(string_view html, const Limits& limits) {
  StyleCollector styles;
  if (const auto failed = parse_html(html, styles)) return *failed;
  BodyBuilder builder(limits, styles.sheet);
  const std::optional<Problem> stopped = parse_html(html, builder);
  Result<HtmlBody> body = stopped ? Result<HtmlBody>(*stopped) : builder.finish();
  if (body) return body;
  const LimitKind* kind = limit_kind(body.problem().code);
  return kind != nullptr ? beyond(limits, kind->value, "html") : body.problem();
}

}  // namespace nianbao

#include "extract/html_body.h"

#include <optional>
#include <string>
#include <utility>

#include "extract/html_element.h"
#include "extract/html_kind.h"
#include "extract/html_open_elements.h"
#include "extract/html_page.h"
#include "extract/html_sax.h"
#include "extract/html_sheet_effects.h"
#include "extract/html_style_sheet.h"
#include "schema/text.h"

namespace nianbao {
namespace {

using std::string_view;

// The tree construction of the HTML Standard (§13.2.6), as far as it decides what is shown where.
class BodyBuilder : public HtmlHandler {
 public:
  BodyBuilder(const Limits& limits, const HtmlStyleSheet& sheet)
      : limits_(limits),
        sheet_(sheet),
        page_(limits),
        open_(limits.depth, [this](const OpenElement& element) { close(element); }) {}

  const char* start(const std::string& name, const HtmlAttributes& attributes) override {
    if (page_.has_too_many_paragraphs()) return "limit_paragraphs";
    if (is_ignored(name)) return ignore(name, attributes);
    OpenElement element{name, effects_of(name, attributes), sheet_.names_of(name, attributes)};
    if (page_.is_in_table() || name == "table" || is_table_part(name)) sheet_.add_to(element, open_);
    if (is_table_part(name)) return start_table_part(std::move(element), attributes);
    close_before(name);
    place(element.effects);
    const bool shown = open_.is_read() && !element.effects.hidden;
    if (shown) show_start(name, attributes, element.effects);
    if (is_void(name) || (attributes.is_self_closing() && is_foreign(name))) return nullptr;
    return name == "table" ? open_table(std::move(element), shown) : open_.push(std::move(element));
  }

  void end(const std::string& name) override {
    if (name == "br") {  // </br> is a break (§13.2.6.4.7)
      if (open_.is_read()) page_.break_line();
      return;
    }
    open_.end(name);
    if (name == "p" && open_.is_read()) page_.end_paragraph();  // </p> alone makes an empty one
  }

  void text(string_view text) override {
    if (!open_.is_read()) return;
    if (is_in_stray_table_only() && !is_blank(text)) open_.close_table();
    if (!open_.is_visible()) return page_.add_space();
    if (open_.is_doubtful() && !is_blank(text)) page_.mark_object();
    page_.add_text(text, open_.drawing(), open_.is_preformatted());
  }

  Result<HtmlBody> finish() {
    open_.close_all();
    return page_.finish();
  }

 private:
  // ---- elements

  // Browsers give html and body the attributes of all their tags, and show an option without a choice as text.
  const char* ignore(const std::string& name, const HtmlAttributes& attributes) {
    if (open_.is_read() && name.starts_with("opt")) page_.mark_object();
    if (name == "html" || name == "body") open_.add_page_names(sheet_.names_of(name, attributes));
    return nullptr;
  }

  // A table or a block stands in a table only where it stands in a cell or caption of it.
  void close_before(const std::string& name) {
    if (is_in_stray_table_only() && is_block(name)) open_.close_table();
    if (name == "table" && is_between_cells()) return open_.close_table();
    open_.close_before(name);
  }

  // What an element does where it stands: in a cell its text must not go elsewhere, in a flex box it is a box.
  void place(ElementEffects& effects) const {
    if (page_.is_in_cell() && effects.displaced) effects.doubtful = true;
    if (!open_.empty() && open_.innermost().effects.flex) effects.apart = true;
  }

  void show_start(const std::string& name, const HtmlAttributes& attributes, const ElementEffects& effects) {
    const bool visible = effects.visible.value_or(open_.is_visible());
    if (visible && (name == "table" || effects.draws || is_object(name, attributes))) page_.mark_object();
    if (name == "br") page_.break_line();
    if (is_block(name)) page_.end_paragraph();
    if (effects.apart) page_.stand_apart();
  }

  // Only foreign elements can be closed by their own start tag.
  bool is_foreign(const std::string& name) const {
    return name == "svg" || name == "math" || open_.is_open_in_table({"svg", "math"});
  }

  void close(const OpenElement& element) {
    if (open_.is_read() && is_block(element.name)) page_.end_paragraph();
    if (open_.is_read() && element.effects.apart) page_.stand_apart();
    if (element.name == "caption") page_.end_paragraph(), page_.table().close_caption();
    if (is_cell(element.name)) page_.close_cell();
    if (is_row_group(element.name)) page_.table().end_row_group();
    if (element.name == "table") page_.close_table();
  }

  // ---- tables

  bool is_between_cells() const {
    return page_.is_in_table() && page_.table().is_between_cells() && !open_.is_open_in_table({"template"});
  }

  bool is_in_stray_table_only() const { return is_between_cells() && page_.table().is_stray(); }

  const char* open_table(OpenElement element, bool shown) {
    if (const char* code = page_.open_table(shown, element.stray)) return code;
    if (element.effects.moves) page_.table().move();
    return open_.push(std::move(element));
  }

  const char* start_table_part(OpenElement element, const HtmlAttributes& attributes) {
    const std::string name = element.name;
    if (is_cell(name) && ++cell_count_ > limits_.cells) return "limit_cells";
    if (open_.is_open_in_table({"template", "svg", "math"})) {  // not of the table, and not shown
      if (is_cell(name)) page_.skip_cell();
      return nullptr;
    }
    if (!page_.is_in_table() && !is_cell(name)) return nullptr;
    if (!page_.is_in_table())
      if (const char* code = open_stray_table()) return code;
    if (is_cell(name)) return open_cell(std::move(element), attributes);
    return name == "tr" ? open_row(std::move(element)) : open_other_part(std::move(element));
  }

  const char* open_stray_table() {
    if (open_.is_read()) page_.end_paragraph();
    return open_table({.name = "table", .stray = true}, open_.is_read());
  }

  const char* push_part(OpenElement element) {
    element.stray = page_.table().is_stray();
    element.effects.doubtful = element.effects.doubtful || element.effects.displaced;
    if (element.effects.moves) page_.table().move();
    return open_.push(std::move(element));
  }

  const char* open_other_part(OpenElement element) {
    const std::string& name = element.name;
    open_.close_in_table();
    if (is_row_group(name)) page_.table().end_row_group();
    if (name == "caption") page_.table().open_caption();
    return name == "col" || name == "colgroup" ? nullptr : push_part(std::move(element));
  }

  const char* open_row(OpenElement element) {
    open_.close_in_table({"tbody", "thead", "tfoot"});
    if (++row_count_ > limits_.cells) return "limit_cells";
    const char* code = push_part(std::move(element));
    if (code == nullptr && open_.is_read()) page_.table().begin_row();
    return code;
  }

  const char* open_cell(OpenElement element, const HtmlAttributes& attributes) {
    open_.close_in_table({"tr", "tbody", "thead", "tfoot"});
    if (open_.innermost().name != "tr")
      if (const char* code = open_row({.name = "tr"})) return code;
    const ElementEffects effects = element.effects;
    if (const char* code = push_part(std::move(element))) return code;
    page_.table().open_cell(effects, attributes, open_.is_read());
    if (!open_.is_read()) page_.skip_cell();
    return nullptr;
  }

  const Limits& limits_;
  HtmlSheetEffects sheet_;
  HtmlPage page_;
  OpenElements open_;
  std::size_t cell_count_ = 0;
  std::size_t row_count_ = 0;
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

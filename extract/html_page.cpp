#include "extract/html_page.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "schema/text.h"

namespace nianbao {
namespace {

// Cells may cover so many rows each, taken together: later stages look at every row of every cell.
constexpr std::size_t kCoveredPerCell = 4;

}  // namespace

void HtmlPage::add_text(std::string_view text, const Drawing& drawing, bool preformatted) {
  flow().add(drawn(text, drawing), preformatted);
}

void HtmlPage::end_paragraph() {
  if (is_in_cell()) return flow().end_line();
  std::string text = flow().take();
  if (!is_blank(text)) destination().emplace_back(Paragraph{std::move(text), ++paragraph_count_});
}

void HtmlPage::stand_apart() {
  if (is_in_cell())
    flow().end_line();
  else
    add_space();
}

void HtmlPage::mark_object() {
  if (is_in_cell()) table().mark_object();
}

const char* HtmlPage::open_table(bool shown, bool stray) {
  if (shown) ++table_count_;
  if (table_count_ > limits_.tables) return "limit_tables";
  tables_.emplace_back(shown ? table_count_ : 0, stray);
  return nullptr;
}

void HtmlPage::close_table() {
  end_paragraph();
  OpenTable ended = std::move(tables_.back());
  tables_.pop_back();
  ended.finish(destination());
  covered_ += ended.covered();
}

void HtmlPage::close_cell() {
  std::optional<Cell> cell = table().close_cell();
  if (!cell) return;
  count_cell(*cell);
  if (!table().place(std::move(*cell))) is_too_wide_ = true;
}

// A cell with more text than is kept loses all of it.
void HtmlPage::count_cell(Cell& cell) {
  const bool nested =
      std::any_of(tables_.begin(), tables_.end() - 1, [](const OpenTable& t) { return t.is_in_cell(); });
  if (cell.text.size() > limits_.cell_bytes) {
    cell.text.clear();
    cell.holds_object = true;
    ++body_.counts.refused;
  } else {
    ++(nested ? body_.counts.nested : body_.counts.shown);
  }
}

Result<HtmlBody> HtmlPage::finish() {
  end_paragraph();
  if (has_too_many_paragraphs()) return Problem{"limit_paragraphs", ""};
  if (covered_ > kCoveredPerCell * limits_.cells || is_too_wide_) return Problem{"limit_cells", ""};
  return std::move(body_);
}

}  // namespace nianbao

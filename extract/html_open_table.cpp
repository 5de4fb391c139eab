#include "extract/html_open_table.h"

#include <charconv>
#include <iterator>
#include <string>
#include <string_view>

#include "schema/text.h"

namespace nianbao {
namespace {

// Rules for parsing non-negative integers (§2.3.4.2); 1 where it is none.
std::size_t span_of(const HtmlAttributes& attributes, std::string_view name) {
  const std::string given = attributes.find(name).value_or("");
  std::string_view text = given;
  while (!text.empty() && is_html_space(text.front())) text.remove_prefix(1);
  if (!text.empty() && text.front() == '+') text.remove_prefix(1);
  std::size_t value = 1;
  const auto [stop, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc::result_out_of_range ? kMaxRowSpan : value;
}

void append(std::vector<Block>& blocks, std::vector<Block>& more) {
  std::move(more.begin(), more.end(), std::back_inserter(blocks));
}

}  // namespace

void OpenTable::open_cell(const ElementEffects& effects, const HtmlAttributes& attributes, bool shown) {
  is_in_cell_ = true;
  cell_is_shown_ = shown;
  cell_is_pictured_ = effects.pictured;
  cell_ = {.text = "", .holds_object = is_moved_ || effects.draws};
  rowspan_ = span_of(attributes, "rowspan");
  colspan_ = span_of(attributes, "colspan");
}

std::optional<Cell> OpenTable::close_cell() {
  is_in_cell_ = false;
  if (!cell_is_shown_) return std::nullopt;
  cell_.text = cell_text_.take();
  if (cell_is_pictured_ && is_blank(cell_.text)) cell_.holds_object = true;
  return std::move(cell_);
}

void OpenTable::finish(std::vector<Block>& to) {
  append(to, before_);
  Table made = grid_.finish(ordinal_);
  if (!made.cells.empty()) to.emplace_back(std::move(made));
  append(to, after_);
}

}  // namespace nianbao

#include "extract/html_open_elements.h"

#include <algorithm>
#include <utility>

#include "extract/html_kind.h"

namespace nianbao {
namespace {

using std::string_view;

bool is_named(const OpenElement& element, std::initializer_list<string_view> names) {
  return std::find(names.begin(), names.end(), element.name) != names.end();
}

// What end tags do not reach out of.
bool bounds_scope(const OpenElement& element) { return !element.stray && is_scope(element.name); }

}  // namespace

const char* OpenElements::push(OpenElement element) {
  if (open_.size() >= depth_) return "limit_depth";
  count(element, 1);
  open_.push_back(std::move(element));
  return nullptr;
}

// ---- their effects together

bool OpenElements::is_visible() const {
  const auto says = [](const OpenElement& element) { return element.effects.visible.has_value(); };
  const auto nearest = std::find_if(open_.rbegin(), open_.rend(), says);
  return nearest == open_.rend() || *nearest->effects.visible;
}

void OpenElements::add_page_names(const SelectorNames& names) {
  for (const std::string& name : names) count_name(name, 1);
}

void OpenElements::count(const OpenElement& element, int one) {
  const ElementEffects& effects = element.effects;
  for (const std::string& name : element.names) count_name(name, one);
  if (effects.doubtful) doubtful_ += one;
  if (effects.hidden || effects.unread) hidden_ += one;
  if (effects.preformatted) preformatted_ += one;
  if (effects.drawing.raised) raised_ += one;
  if (effects.drawing.struck) struck_ += one;
}

void OpenElements::count_name(const std::string& name, int one) {
  const auto known = open_names_.try_emplace(name, 0).first;
  if ((known->second += one) == 0) open_names_.erase(known);
}

// ---- closing

// Closes open_[size] and all above it.
void OpenElements::drop_to(std::size_t size) {
  while (open_.size() > size) {
    const OpenElement element = std::move(open_.back());
    open_.pop_back();
    close(element);
  }
}

// The same, but formatting elements go on behind what is closed (§13.2.4.3), unless it bounds them.
void OpenElements::pop_to(std::size_t size) {
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
void OpenElements::go_on(OpenElement element) {
  const auto like =
      std::count_if(open_.begin(), open_.end(), [&](const OpenElement& e) { return e.name == element.name; });
  if (like < 3)
    open_.push_back(std::move(element));
  else
    count(element, -1);
}

void OpenElements::close(const OpenElement& element) {
  on_close_(element);
  count(element, -1);
}

// The innermost open element that is `wanted`, unless a `bound` stands in it.
template <typename Wanted, typename Bound>
std::optional<std::size_t> OpenElements::find(Wanted wanted, Bound bound) const {
  for (std::size_t i = open_.size(); i-- > 0;) {
    if (wanted(open_[i])) return i;
    if (bound(open_[i])) return std::nullopt;
  }
  return std::nullopt;
}

// ---- what start tags close

void OpenElements::close_before(const std::string& name) {
  if (name == "a") return end_formatting(name);
  if (is_heading(name) && !open_.empty() && is_heading(open_.back().name)) pop_to(open_.size() - 1);
  if (name == "li") close_item({"li"});
  if (name == "dd" || name == "dt") close_item({"dd", "dt"});
  // A table ends no paragraph, as in pages without doctype: what hides or strikes the paragraph then holds for it.
  if (is_block(name) && name != "table") close_paragraph();
}

// An item ends the one before it, but not one that a list between them stands in.
void OpenElements::close_item(std::initializer_list<string_view> names) {
  const auto found = find([&](const OpenElement& e) { return is_named(e, names); },
                          [](const OpenElement& e) {
                            return is_special(e.name) && !is_named(e, {"address", "div", "p"});
                          });
  if (found) pop_to(*found);
}

void OpenElements::close_paragraph() {
  const auto found = find([](const OpenElement& e) { return e.name == "p"; },
                          [](const OpenElement& e) { return bounds_scope(e) || (!e.stray && e.name == "button"); });
  if (found) pop_to(*found);
}

// ---- what end tags close

void OpenElements::end(const std::string& name) {
  if (is_table_part(name) || name == "table")
    end_table_element(name);
  else if (is_formatting(name))
    end_formatting(name);
  else if (is_special(name))
    end_special(name);
  else
    end_ordinary(name);
}

// Only a table bounds what these end tags reach, and what a template holds is no part of the table.
void OpenElements::end_table_element(const std::string& name) {
  const auto found = find([&](const OpenElement& e) { return e.name == name; },
                          [](const OpenElement& e) {
                            return is_named(e, {"table", "template"});
                          });
  if (found) drop_to(*found);
}

// The "adoption agency algorithm" (§13.2.6.4.7), as far as it shows.
void OpenElements::end_formatting(const std::string& name) {
  const auto found = find([&](const OpenElement& e) { return e.name == name; }, bounds_scope);
  if (!found) return;
  const OpenElement element = std::move(open_[*found]);
  open_.erase(open_.begin() + static_cast<std::ptrdiff_t>(*found));
  close(element);
}

void OpenElements::end_special(const std::string& name) {
  const auto found = find(
      [&](const OpenElement& e) { return e.name == name || (is_heading(name) && is_heading(e.name)); }, bounds_scope);
  if (found) pop_to(*found);
}

void OpenElements::end_ordinary(const std::string& name) {
  const auto found = find([&](const OpenElement& e) { return e.name == name; },
                          [](const OpenElement& e) { return is_special(e.name); });
  if (found) pop_to(*found);
}

// ---- tables

// Its place among the open elements; 0 where none is open.
std::size_t OpenElements::innermost_table() const {
  const auto found = std::find_if(open_.rbegin(), open_.rend(), [](const auto& e) { return e.name == "table"; });
  return found == open_.rend() ? 0 : static_cast<std::size_t>(open_.rend() - found) - 1;
}

bool OpenElements::is_open_in_table(std::initializer_list<string_view> names) const {
  return std::any_of(open_.begin() + static_cast<std::ptrdiff_t>(innermost_table()), open_.end(),
                     [&](const OpenElement& e) { return is_named(e, names); });
}

void OpenElements::close_in_table(std::initializer_list<string_view> downto) {
  const std::size_t bottom = innermost_table() + 1;
  std::size_t size = open_.size();
  while (size > bottom && !is_named(open_[size - 1], downto)) --size;
  drop_to(size);
}

}  // namespace nianbao

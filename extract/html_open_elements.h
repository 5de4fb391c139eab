// The open elements of a page (HTML Standard §13.2.4.2, the stack of open elements), what they do together to the text
// that stands in them, and which of them a tag closes. There is no tree: this is enough to tell what is shown where.
#pragma once

#include <cstddef>
#include <functional>
#include <initializer_list>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "extract/html_element.h"
#include "extract/html_style_sheet.h"

namespace nianbao {

struct OpenElement {
  std::string name;
  ElementEffects effects;
  SelectorNames names = {};  // only where the page has style sheets
  bool stray = false;        // of a table that no tag has opened, which HTML does not have
};

class OpenElements {
 public:
  // `depth` elements may be open at a time. `on_close` is called with every element that closes, innermost first, when
  // it is no more among the open ones but its effects still hold.
  OpenElements(std::size_t depth, std::function<void(const OpenElement&)> on_close)
      : depth_(depth), on_close_(std::move(on_close)) {}

  // Returns limit_depth, or nullptr.
  const char* push(OpenElement element);

  bool empty() const { return open_.empty(); }
  const OpenElement& innermost() const { return open_.back(); }

  // ---- their effects together

  bool is_read() const { return hidden_ == 0; }
  bool is_visible() const;
  bool is_doubtful() const { return doubtful_ > 0; }
  bool is_preformatted() const { return preformatted_ > 0; }
  Drawing drawing() const { return {.raised = raised_ > 0, .struck = struck_ > 0}; }

  // Whether an open element has this class, id or name, or the page itself.
  bool has_name(const std::string& name) const { return open_names_.contains(name); }
  void add_page_names(const SelectorNames& names);

  // ---- what tags close

  void close_all() { drop_to(0); }

  // By the start tag of an element: what cannot stand around it.
  void close_before(const std::string& name);

  // By an end tag: of a formatting element its effect, whatever else is open; of others all that stands in them.
  // Nothing where the element is not open, or cannot be reached.
  void end(const std::string& name);

  // ---- tables

  // Whether one of these is open, in the innermost table where there is one.
  bool is_open_in_table(std::initializer_list<std::string_view> names) const;

  // Closes the innermost table, or only what is open in it, down to one of these parts of it or to itself.
  void close_table() { drop_to(innermost_table()); }
  void close_in_table(std::initializer_list<std::string_view> downto = {});

 private:
  void count(const OpenElement& element, int one);
  void count_name(const std::string& name, int one);

  template <typename Wanted, typename Bound>
  std::optional<std::size_t> find(Wanted wanted, Bound bound) const;

  void drop_to(std::size_t size);
  void pop_to(std::size_t size);
  void go_on(OpenElement element);
  void close(const OpenElement& element);
  void close_item(std::initializer_list<std::string_view> names);
  void close_paragraph();
  void end_table_element(const std::string& name);
  void end_formatting(const std::string& name);
  void end_special(const std::string& name);
  void end_ordinary(const std::string& name);
  std::size_t innermost_table() const;

  std::size_t depth_;
  std::function<void(const OpenElement&)> on_close_;
  std::vector<OpenElement> open_;
  int hidden_ = 0;  // open elements whose content is not read
  int preformatted_ = 0;
  int raised_ = 0;
  int struck_ = 0;
  int doubtful_ = 0;
  std::map<std::string, int, std::less<>> open_names_;  // of html, body and all open elements
};

}  // namespace nianbao

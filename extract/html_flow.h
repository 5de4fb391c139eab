// Running text of a page with its white space collapsed and its lines ended as a browser does (CSS Text 3 §4.1.1).
#pragma once

#include <string>
#include <string_view>

namespace nianbao {

// ASCII white space (Infra Standard §4.6); NBSP and U+3000 are none.
bool is_html_space(char c);

class HtmlFlow {
 public:
  // Adds text; preformatted text keeps its spaces and line breaks.
  void add(std::string_view text, bool preformatted);

  void break_line();

  // What follows stands on a line of its own.
  void end_line() { line_ended_ = true; }

  // The text so far, which is taken out. A line break that nothing follows shows nothing.
  std::string take();

 private:
  bool at_line_start() const { return text_.empty() || text_.back() == '\n'; }
  void begin_line();
  void put(char c);

  std::string text_;
  bool space_ = false;
  bool line_ended_ = false;
};

}  // namespace nianbao

#include "extract/html_flow.h"

#include <utility>

namespace nianbao {

bool is_html_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r'; }

void HtmlFlow::add(std::string_view text, bool preformatted) {
  for (const char c : text)
    if (preformatted && (c == '\n' || c == '\r'))
      break_line();
    else if (!preformatted && is_html_space(c))
      space_ = true;
    else
      put(c);
}

void HtmlFlow::break_line() {
  begin_line();
  text_ += '\n';
}

std::string HtmlFlow::take() {
  if (text_.ends_with('\n')) text_.pop_back();
  space_ = line_ended_ = false;
  return std::exchange(text_, {});
}

void HtmlFlow::begin_line() {
  if (line_ended_ && !at_line_start()) text_ += '\n';
  if (line_ended_) space_ = false;
  line_ended_ = false;
}

void HtmlFlow::put(char c) {
  begin_line();
  if (space_ && !at_line_start()) text_ += ' ';
  space_ = false;
  text_ += c;
}

}  // namespace nianbao

// Declarations of CSS, as far as they decide what a browser shows of an element's text (CSS Syntax 3).
#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>

namespace nianbao {

// Text of a style attribute or sheet in lower case, without comments.
std::string plain_css(std::string_view text);

// The end of the piece that `text` begins with: at the first of `marks` that stands in no string and no parentheses.
std::size_t end_of_css_piece(std::string_view text, std::string_view marks);

// Of two declarations for one property the later counts, unless only the first is !important.
class HtmlStyle {
 public:
  // `plain` as plain_css() gives it.
  explicit HtmlStyle(std::string_view plain);

  // Empty where it is not declared.
  std::string_view operator[](std::string_view property) const;

  // It means something that is not found out here: escapes, variables, `all`.
  bool is_unclear() const { return is_unclear_; }
  bool names_url() const { return names_url_; }

 private:
  struct Declared {
    std::string value;
    bool important = false;
  };
  void declare(std::string_view declaration);

  std::map<std::string, Declared, std::less<>> declared_;
  bool is_unclear_ = false;
  bool names_url_ = false;
};

}  // namespace nianbao

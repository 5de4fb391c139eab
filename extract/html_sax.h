// Events of an HTML page: its tags and texts as the HTML Standard tokenizes them (§13.2.5). No tree is built here and
// no tag is added or dropped: what an unclosed or misplaced tag means is for the handler to say.
//
// libxml2 is asked for the named character references only. Its own HTML parser (2.9.14) repairs a page before it tells
// of it, in ways that change numbers: `<s><p>12</p></s>` ends the striking before 12, `1</br>2` becomes 12, and
// `<h1 hidden>a<p>1</p></h1>` shows the 1.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extract/problem.h"

namespace nianbao {

// The attributes of one start tag; valid only during start().
class HtmlAttributes {
 public:
  // The value of an attribute by its name in lower case, with character references resolved; the first one counts.
  std::optional<std::string> find(std::string_view name) const;
  bool is_self_closing() const { return self_closing_; }

 private:
  friend class HtmlTokenizer;
  struct Attribute {
    std::string_view name;
    std::string_view value;
  };
  std::vector<Attribute> attributes_;
  bool self_closing_ = false;
};

// Receives the events in document order, with element names in lower case.
class HtmlHandler {
 public:
  HtmlHandler() = default;
  HtmlHandler(const HtmlHandler&) = delete;
  HtmlHandler& operator=(const HtmlHandler&) = delete;
  virtual ~HtmlHandler() = default;

  // Return a code to stop with that problem, or nullptr to go on.
  virtual const char* start(const std::string& name, const HtmlAttributes& attributes) = 0;
  virtual void end(const std::string& name) = 0;
  virtual void text(std::string_view text) = 0;

  // What stands in an element without markup, behind its start.
  virtual void raw(const std::string& /*name*/, std::string_view /*text*/) {}
};

// Reads all of `html`, in UTF-8. Comments and declarations are left out; what stands in elements without markup
// (script, style, title, textarea …) is no text. Problem: what the handler stopped with.
std::optional<Problem> parse_html(std::string_view html, HtmlHandler& handler);

}  // namespace nianbao

// The headings of the forms' sections as they are looked for among the lines of a document.
#pragma once

#include <string>
#include <vector>

#include "schema/form.h"

namespace nianbao {

struct Heading {
  std::string text;  // as comparable_heading() gives it
  int section = 0;
  std::string last_letter;  // last_letter() of it
};

// A folded line as headings are compared: 行政复议、行政诉讼 and 行政复议，行政诉讼 are the same one.
std::string comparable_heading(const std::string& folded);

// Every heading of every form, longest first, so that the longer of two that begin alike is tried first.
std::vector<Heading> headings_of(const std::vector<Form>& forms);

}  // namespace nianbao

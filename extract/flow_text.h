// A stretch of a text as one flow of characters that leads back to its lines.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "extract/document.h"
#include "schema/text.h"

namespace nianbao {

class FlowText {
 public:
  // The lines of `paragraphs`, with the empty lines between them. At least one.
  explicit FlowText(const std::vector<const Paragraph*>& paragraphs);

  // As traced_fold() shows it. Labels are searched here; all places are places in it.
  std::string_view folded() const { return traced_.text; }

  // The printed text of the characters from `from` up to before `to`, with what shows nothing around them.
  std::string_view printed(std::size_t from, std::size_t to) const;

  // The line of the file in which byte `offset` of printed(`from`, …) stands.
  std::size_t line_at(std::size_t from, std::size_t offset) const;

  // What stands between two places as paragraphs, one a line, without empty ones.
  std::vector<Paragraph> paragraphs(std::size_t from, std::size_t to) const;

 private:
  // Where the printed character before `place` ends, with quotes behind it, which the folded text does not have.
  std::size_t end_before(std::size_t place) const;

  std::string text_;
  std::vector<std::size_t> line_starts_;  // in text_
  std::vector<std::size_t> line_numbers_;
  TracedText traced_;
};

}  // namespace nianbao

// How programs write what they save as .docx: the same paragraphs and tables, in more or fewer words.
#pragma once

#include <random>
#include <string>
#include <vector>

#include "tests/support/docx_builder.h"

namespace nianbao::bench {

// What surrounds the text. In all of it `#` stands for eight hexadecimal digits that differ at every place.
struct Markup {
  std::string name;
  std::string table_properties;
  std::string row_attributes;
  std::string row_properties;
  std::string cell_borders;  // behind its width and spans
  std::string paragraph_attributes;
  std::string paragraph_properties;
  std::string cell_paragraph_properties;
  std::string run_attributes;
  std::string run_properties;
  int longest_run = 0;  // in characters, after which a further run begins; 0: a paragraph is one
};

// A desktop editor that marks every run with its session, one that writes styles and empty properties, a plain one.
const std::vector<Markup>& usual_markups();

// Nothing but the text, as small as documents get; and every character in a run of its own, as converters of printed
// pages write.
const Markup& bare_markup();
const Markup& scattered_markup();

class MarkupWriter {
 public:
  // `random` must outlive it.
  MarkupWriter(const Markup& markup, std::mt19937& random) : markup_(markup), random_(random) {}

  std::string paragraph(const std::string& text) { return paragraph(text, markup_.paragraph_properties); }
  std::string table(const std::vector<test::RowSpec>& rows);

 private:
  std::string paragraph(const std::string& text, const std::string& properties);
  std::string runs(const std::string& text);
  std::string cell(const test::CellSpec& cell, int width);
  std::string row(const test::RowSpec& row, int width);
  std::string marked(const std::string& text);
  std::size_t run_length();

  const Markup& markup_;
  std::mt19937& random_;
};

}  // namespace nianbao::bench

// The numbers that Word itself puts before paragraphs (一、 1. （二）): they are in no text of the document, only here.
// ISO/IEC 29500-1 §17.9.
#pragma once

#include <cstddef>
#include <map>
#include <string>

#include "extract/problem.h"
#include "extract/xml_part.h"

namespace nianbao {

struct NumberingLevel {
  std::string format = "decimal";  // w:numFmt
  std::string text;                // w:lvlText, with %1 … %9
  int start = 1;
  bool restarts = true;  // w:lvlRestart is not 0: counts anew after a higher level
  bool legal = false;    // w:isLgl: higher levels are shown in decimal
  std::string style;     // w:pStyle: the paragraph style that stands at this level
};

// Which list a paragraph belongs to. `list` 0 means none (§17.9.18: numId 0 removes numbering).
struct ListPlace {
  int list = 0;
  int level = 0;
  bool has_list = false;
  bool has_level = false;
};

using NumberingLevels = std::map<int, NumberingLevel>;

struct ListDefinition {
  std::string abstract;         // lists of one abstract definition count on together
  NumberingLevels overrides;    // w:lvlOverride
  std::map<int, int> restarts;  // w:startOverride by level
};

struct Numbering {
  std::map<int, ListDefinition> lists;
  std::map<std::string, NumberingLevels> abstracts;  // levels of abstract definitions, those of list styles included

  // The level of a list, its own or that of its abstract definition; nullptr where there is none.
  const NumberingLevel* level(const ListDefinition& list, int level) const;

  // From the numbering part; an empty one defines nothing. A damaged part is a problem: numbers would silently be
  // missing.
  static Result<Numbering> read(const XmlPart& part);
};

// Counts through one document.
class NumberingCounter {
 public:
  explicit NumberingCounter(const Numbering& numbering) : numbering_(numbering) {}

  // What Word prints before a paragraph with this style and with these places, its own and that of its style: "一、",
  // or empty (no list, bullets).
  std::string next(const std::string& style, const ListPlace& own, const ListPlace& inherited);

 private:
  using Counts = std::map<int, int>;  // by level

  int level_of(const ListDefinition& list, const std::string& style, const ListPlace& place) const;
  void start_list(int id, const ListDefinition& list, Counts& counts);
  void count(const ListDefinition& list, int level, Counts& counts) const;

  const Numbering& numbering_;
  std::map<std::string, Counts> counts_;  // by abstract list
  std::map<int, bool> started_;           // lists seen, for restarts
};

}  // namespace nianbao

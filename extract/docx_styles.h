// What the styles of a Word document say that changes what is read: lists, and text that is hidden, raised or struck
// (ISO/IEC 29500-1 §17.7).
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>

#include "extract/docx_numbering.h"
#include "extract/problem.h"
#include "extract/xml_part.h"

namespace nianbao {

// How text is drawn, as far as it is said: by a run, a style or the document's defaults.
struct RunLook {
  std::optional<bool> hidden;         // w:vanish
  std::optional<bool> struck;         // w:strike
  std::optional<bool> struck_double;  // w:dstrike
  std::optional<bool> script;         // w:vertAlign: superscript or subscript
  std::optional<bool> shifted;        // w:position: above or below the line
  std::optional<bool> white;          // w:color
  std::optional<bool> symbols;        // w:rFonts: a font that draws letters as pictures

  // Takes one child of w:rPr; others are ignored.
  void read(const XmlName& name, const XmlAttributes& attributes);
};

// How text is drawn in the end.
struct DrawnLook {
  bool hidden = false;
  bool raised = false;  // or lowered
  bool struck = false;
  bool white = false;
  bool symbols = false;
};

struct Style {
  std::string based_on;
  ListPlace place;
  RunLook look;
};

// Copies share what was read and are cheap. Not to be shared between threads.
class Styles {
 public:
  // From the style part; an empty one defines nothing. A damaged part is a problem.
  static Result<Styles> read(const XmlPart& part);

  // Of a paragraph or character style by its id, what it is based on included; the default style for an empty id of a
  // paragraph. Unknown ids say nothing.
  ListPlace list_of(const std::string& paragraph_style) const;

  // How a run is drawn that says `own` itself. Hidden and the two ways of striking are toggles: a paragraph and a
  // character style that both set one leave it off (§17.7.3); of the others the nearest counts.
  DrawnLook look_of(const RunLook& own, const std::string& paragraph_style, const std::string& character_style) const;

 private:
  friend class StyleHandler;
  struct Sheet {
    std::map<std::string, Style> styles;
    std::string default_paragraph;
    RunLook defaults;
  };

  // `paragraph_style`, or the default one where that is empty.
  const std::string& shown(const std::string& paragraph_style) const;
  // With what it is based on; found out when it is first asked for, as most styles are never used.
  const Style& resolved(const std::string& id) const;
  Style inherited(const std::string& id) const;

  std::shared_ptr<const Sheet> sheet_ = std::make_shared<const Sheet>();
  mutable std::map<std::string, Style> resolved_;
};

// False for w:val "0", "false" and "off" (§17.17.4).
bool is_on(const XmlAttributes& attributes);

}  // namespace nianbao

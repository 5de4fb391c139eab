// The open runs of a Word document and how they draw their text; runs nest through text boxes.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "extract/docx_styles.h"
#include "extract/xml_events.h"

namespace nianbao {

class RunStack {
 public:
  // `styles` must outlive this.
  explicit RunStack(const Styles& styles) : styles_(styles) {}

  // A run of a paragraph with this style.
  void open(const std::string& paragraph_style) { runs_.push_back({.paragraph_style = paragraph_style}); }
  void close();

  // Takes one child of the w:rPr of the innermost run; nothing where none is open.
  void read_property(const XmlName& name, const XmlAttributes& attributes);

  // True if any open run is hidden.
  bool hide();

  // How the innermost run draws; as plain text where none is open. Its properties have been read by now.
  DrawnLook look();

 private:
  struct Run {
    std::string paragraph_style;
    std::string style = {};
    RunLook own = {};
    std::optional<DrawnLook> drawn = {};  // found out with its first text
  };

  const DrawnLook& look_of(Run& run) const;

  const Styles& styles_;
  std::vector<Run> runs_;
};

}  // namespace nianbao

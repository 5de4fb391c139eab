#include "extract/docx_runs.h"

#include <algorithm>

namespace nianbao {

void RunStack::close() {
  if (!runs_.empty()) runs_.pop_back();
}

void RunStack::read_property(const XmlName& name, const XmlAttributes& attributes) {
  if (runs_.empty()) return;
  runs_.back().own.read(name, attributes);
  if (name.known == XmlLocal::kRStyle) runs_.back().style = attributes.find("val").value_or("");
}

bool RunStack::hide() {
  return std::any_of(runs_.begin(), runs_.end(), [this](Run& run) { return look_of(run).hidden; });
}

DrawnLook RunStack::look() { return runs_.empty() ? DrawnLook{} : look_of(runs_.back()); }

const DrawnLook& RunStack::look_of(Run& run) const {
  if (!run.drawn) run.drawn = styles_.look_of(run.own, run.paragraph_style, run.style);
  return *run.drawn;
}

}  // namespace nianbao

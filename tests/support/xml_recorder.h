// All that a parser tells of an XML part, in one string, to hold two parsers against each other.
#pragma once

#include <string>

#include "extract/xml_events.h"

namespace nianbao::test {

// Its marks are characters that no XML can hold, so that equal strings are equal events.
class XmlRecorder : public XmlHandler {
 public:
  const char* start(const XmlName& name, const XmlAttributes& attributes) override {
    note('\1', name);
    for (const XmlAttribute& attribute : attributes.all())
      events.append("\2").append(attribute.prefix) +=
          std::string(attribute.prefix.empty() ? "" : ":").append(attribute.local).append("\3").append(attribute.value);
    return nullptr;
  }
  void end(const XmlName& name) override { note('\4', name); }
  void text(std::string_view text) override { events.append("\5").append(text); }

  std::string events;

 private:
  void note(char mark, const XmlName& name) {
    (events += mark) += static_cast<char>('0' + static_cast<int>(name.space));
    events.append(name.local);
  }
};

}  // namespace nianbao::test

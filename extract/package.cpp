#include "extract/package.h"

#include <optional>
#include <utility>

namespace nianbao {
namespace {

std::string name_of(const XmlAttributes& attributes) { return part_key(attributes.find("name").value_or("")); }

class NameCollector : public XmlHandler {
 public:
  const char* start(const XmlName& name, const XmlAttributes& attributes) override {
    if (name.is(XmlSpace::kFlatPackage, "part")) names.insert(name_of(attributes));
    return nullptr;
  }
  void end(const XmlName& /*name*/) override {}
  void text(std::string_view /*text*/) override {}

  std::set<std::string> names;
};

// Passes on what is in the pkg:xmlData of one part.
class PartFilter : public XmlHandler {
 public:
  PartFilter(std::string_view key, XmlHandler& to) : key_(key), to_(to) {}

  const char* start(const XmlName& name, const XmlAttributes& attributes) override {
    if (depth_ > 0) return ++depth_, to_.start(name, attributes);
    if (name.is(XmlSpace::kFlatPackage, "part")) in_part_ = name_of(attributes) == key_;
    if (in_part_ && name.is(XmlSpace::kFlatPackage, "xmlData")) depth_ = 1;
    return nullptr;
  }

  void end(const XmlName& name) override {
    if (depth_ == 0) return;
    if (--depth_ > 0) to_.end(name);
  }

  void text(std::string_view text) override {
    if (depth_ > 1) to_.text(text);
  }

 private:
  std::string_view key_;
  XmlHandler& to_;
  bool in_part_ = false;
  std::size_t depth_ = 0;  // below and with pkg:xmlData
};

}  // namespace

bool ZipPackage::has(const std::string& part) const { return archive_.find(part).has_value(); }

XmlPart ZipPackage::xml(const std::string& part) const {
  return XmlPart([this, part](const MakeXmlHandler& make) -> std::optional<Problem> {
    const Result<std::string> content = archive_.read(part);
    if (!content) return content.problem();
    return parse_xml(*content, make, limits_);
  });
}

Result<std::string> ZipPackage::bytes(const std::string& part) const { return archive_.read(part); }

Result<PackedMember> ZipPackage::packed(const std::string& part) const { return archive_.packed(part); }

Result<FlatPackage> FlatPackage::open(std::string_view xml, const Limits& limits) {
  std::optional<NameCollector> collector;
  const auto make = [&]() -> XmlHandler& { return collector.emplace(); };
  if (std::optional<Problem> problem = parse_xml(xml, make, limits)) return *problem;
  FlatPackage package(xml, limits);
  package.names_ = std::move(collector->names);
  return package;
}

bool FlatPackage::has(const std::string& part) const { return names_.contains(part_key(part)); }

XmlPart FlatPackage::xml(const std::string& part) const {
  return XmlPart([this, part](const MakeXmlHandler& make) -> std::optional<Problem> {
    if (!has(part)) return Problem{"part_missing", part};
    const std::string key = part_key(part);
    std::optional<PartFilter> filter;
    return parse_xml(
        xml_, [&]() -> XmlHandler& { return filter.emplace(key, make()); }, limits_);
  });
}

Result<std::string> FlatPackage::bytes(const std::string& part) const { return Problem{"part_missing", part}; }

Result<PackedMember> FlatPackage::packed(const std::string& part) const { return Problem{"part_missing", part}; }

}  // namespace nianbao

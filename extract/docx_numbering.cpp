#include "extract/docx_numbering.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <utility>

#include "extract/docx_number_format.h"

namespace nianbao {
namespace {

int to_int(std::string_view text, int otherwise) {
  int value = otherwise;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

constexpr int kMaxLevel = 8;                // §17.9.6: nine levels
constexpr std::size_t kMaxLevelText = 255;  // bytes

bool is_level(int level) { return level >= 0 && level <= kMaxLevel; }

int value_of(const XmlAttributes& attributes, int otherwise) {
  return to_int(attributes.find("val").value_or(""), otherwise);
}

class NumberingHandler : public XmlHandler {
 public:
  const char* start(const XmlName& name, const XmlAttributes& attributes) override {
    if (name.space != XmlSpace::kWord) return nullptr;
    if (name.local == "styleLink") style_links_[std::string(attributes.find("val").value_or(""))] = abstract_;
    if (name.local == "numStyleLink") linked_[abstract_] = attributes.find("val").value_or("");
    if (name.local == "abstractNum") abstract_ = attributes.find("abstractNumId").value_or("");
    if (name.local == "num") open_list(to_int(attributes.find("numId").value_or(""), 0));
    if (name.local == "abstractNumId" && list_ != nullptr) list_->abstract = attributes.find("val").value_or("");
    if (name.local == "lvl") open_level(to_int(attributes.find("ilvl").value_or(""), 0));
    if (name.local == "lvlOverride")
      override_level_ = std::clamp(to_int(attributes.find("ilvl").value_or(""), 0), 0, kMaxLevel);
    if (name.local == "startOverride" && list_ != nullptr)
      list_->restarts[override_level_] = std::clamp(value_of(attributes, 1), 0, kMaxListNumber);
    if (level_ != nullptr) read_level(name, attributes);
    return nullptr;
  }

  void end(const XmlName& name) override {
    if (name.space != XmlSpace::kWord) return;
    if (name.local == "lvl") level_ = nullptr;
    if (name.local == "num") list_ = nullptr;
    if (name.local == "abstractNum") abstract_.clear();
  }

  void text(std::string_view /*text*/) override {}

  Numbering resolved() {
    Numbering numbering{std::move(lists_), abstracts_};
    // A definition may borrow the levels of a list style (§17.9.21, §17.9.27).
    for (const auto& [abstract, style] : linked_) {
      const auto owner = style_links_.find(style);
      const auto levels = owner == style_links_.end() ? abstracts_.end() : abstracts_.find(owner->second);
      if (levels != abstracts_.end()) numbering.abstracts[abstract] = levels->second;
    }
    return numbering;
  }

 private:
  void open_list(int id) { list_ = &lists_[id]; }

  void open_level(int level) {
    if (is_level(level)) level_ = list_ != nullptr ? &list_->overrides[level] : &abstracts_[abstract_][level];
  }

  void read_level(const XmlName& name, const XmlAttributes& attributes) {
    if (name.local == "start") level_->start = std::clamp(value_of(attributes, 1), 0, kMaxListNumber);
    if (name.local == "numFmt") level_->format = attributes.find("val").value_or("decimal");
    if (name.local == "lvlRestart") level_->restarts = value_of(attributes, 1) != 0;
    if (name.local == "pStyle") level_->style = attributes.find("val").value_or("");
    if (name.local == "isLgl") level_->legal = attributes.find("val").value_or("1") != "0";
    if (name.local == "lvlText") level_->text = attributes.find("val").value_or("").substr(0, kMaxLevelText);
  }

  std::map<std::string, NumberingLevels> abstracts_;
  std::map<int, ListDefinition> lists_;
  std::map<std::string, std::string> style_links_;  // list style to the abstract definition that makes it
  std::map<std::string, std::string> linked_;       // abstract definition to the list style that it borrows
  std::string abstract_;
  ListDefinition* list_ = nullptr;
  NumberingLevel* level_ = nullptr;
  int override_level_ = 0;
};

// lvlText with every %k replaced by the count of level k.
std::string filled(const Numbering& numbering, const ListDefinition& list, const NumberingLevel& level,
                   const std::map<int, int>& counts) {
  std::string out;
  for (std::size_t i = 0; i < level.text.size(); ++i) {
    if (level.text[i] != '%' || i + 1 == level.text.size() || level.text[i + 1] < '1' || level.text[i + 1] > '9') {
      out += level.text[i];
      continue;
    }
    const int at = level.text[++i] - '1';
    const auto count = counts.find(at);
    const NumberingLevel* definition = numbering.level(list, at);
    if (count == counts.end() || definition == nullptr) continue;
    out += format_number(count->second, level.legal ? "decimal" : definition->format);
  }
  return out;
}

}  // namespace

Result<Numbering> Numbering::read(const XmlPart& part) {
  std::optional<NumberingHandler> handler;
  if (const auto problem = part.parse([&]() -> XmlHandler& { return handler.emplace(); })) return *problem;
  return handler->resolved();
}

const NumberingLevel* Numbering::level(const ListDefinition& list, int level) const {
  if (const auto own = list.overrides.find(level); own != list.overrides.end()) return &own->second;
  const auto abstract = abstracts.find(list.abstract);
  if (abstract == abstracts.end()) return nullptr;
  const auto found = abstract->second.find(level);
  return found == abstract->second.end() ? nullptr : &found->second;
}

// A list that overrides where its levels start counts them anew from its first paragraph on.
void NumberingCounter::start_list(int id, const ListDefinition& list, Counts& counts) {
  if (started_[id]) return;
  started_[id] = true;
  for (const auto& [level, start] : list.restarts) counts.erase(level);
}

// A style that names only its list stands at the level that names the style (§17.9.23).
int NumberingCounter::level_of(const ListDefinition& list, const std::string& style, const ListPlace& place) const {
  if (place.has_level || style.empty()) return place.level;
  for (int at = 0; at <= kMaxLevel; ++at)
    if (const NumberingLevel* level = numbering_.level(list, at); level != nullptr && level->style == style) return at;
  return place.level;
}

// Begins or goes on counting `level`; the levels below begin anew, those above have begun.
void NumberingCounter::count(const ListDefinition& list, int level, Counts& counts) const {
  const auto start_of = [&](int at) {
    const auto overridden = list.restarts.find(at);
    if (overridden != list.restarts.end()) return overridden->second;
    const NumberingLevel* found = numbering_.level(list, at);
    return found == nullptr ? 1 : found->start;
  };
  const auto restarts = [&](int at) {
    const NumberingLevel* found = numbering_.level(list, at);
    return found == nullptr || found->restarts;
  };
  const auto current = counts.find(level);
  counts[level] = current == counts.end() ? start_of(level) : std::min(current->second, kMaxListNumber) + 1;
  std::erase_if(counts, [&](const auto& entry) { return entry.first > level && restarts(entry.first); });
  for (int above = 0; above < level; ++above)
    if (numbering_.level(list, above) != nullptr) counts.try_emplace(above, start_of(above));
}

std::string NumberingCounter::next(const std::string& style, const ListPlace& own, const ListPlace& inherited) {
  ListPlace place = own;
  if (!place.has_list) place.list = inherited.list;
  if (!place.has_level) place.level = inherited.level, place.has_level = inherited.has_level;
  const auto found = numbering_.lists.find(place.list);
  if (place.list == 0 || found == numbering_.lists.end()) return "";
  const ListDefinition& list = found->second;
  place.level = level_of(list, style, place);
  const NumberingLevel* level = is_level(place.level) ? numbering_.level(list, place.level) : nullptr;
  if (level == nullptr) return "";
  Counts& counts = counts_[list.abstract];
  start_list(place.list, list, counts);
  count(list, place.level, counts);
  return level->format == "bullet" ? "" : filled(numbering_, list, *level, counts);
}

}  // namespace nianbao

#include "extract/docx_numbering.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <set>
#include <stdexcept>

#include "extract/docx_number_format.h"
#include "schema/text.h"

namespace nianbao {
namespace {

int to_int(const std::string& text, int otherwise) {
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
    if (name.local == "styleLink") style_links_[attributes.find("val").value_or("")] = abstract_;
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

  // Lists with the levels of their abstract definition below their own.
  std::map<int, ListDefinition> resolved() const {
    std::map<int, ListDefinition> lists = lists_;
    for (auto& [id, list] : lists)
      if (const auto found = abstracts_.find(definition_of(list.abstract)); found != abstracts_.end())
        list.levels.insert(found->second.begin(), found->second.end());
    return lists;
  }

 private:
  // The abstract definition that has the levels: a definition may borrow those of a list style (§17.9.21, §17.9.27).
  std::string definition_of(const std::string& abstract) const {
    const auto link = linked_.find(abstract);
    if (link == linked_.end()) return abstract;
    const auto owner = style_links_.find(link->second);
    return owner == style_links_.end() ? abstract : owner->second;
  }

  void open_list(int id) { list_ = &lists_[id]; }

  void open_level(int level) {
    if (is_level(level)) level_ = list_ != nullptr ? &list_->levels[level] : &abstracts_[abstract_][level];
  }

  void read_level(const XmlName& name, const XmlAttributes& attributes) {
    if (name.local == "start") level_->start = std::clamp(value_of(attributes, 1), 0, kMaxListNumber);
    if (name.local == "numFmt") level_->format = attributes.find("val").value_or("decimal");
    if (name.local == "lvlRestart") level_->restarts = value_of(attributes, 1) != 0;
    if (name.local == "pStyle") level_->style = attributes.find("val").value_or("");
    if (name.local == "isLgl") level_->legal = attributes.find("val").value_or("1") != "0";
    if (name.local == "lvlText") level_->text = attributes.find("val").value_or("").substr(0, kMaxLevelText);
  }

  std::map<std::string, std::map<int, NumberingLevel>> abstracts_;
  std::map<int, ListDefinition> lists_;
  std::map<std::string, std::string> style_links_;  // list style to the abstract definition that makes it
  std::map<std::string, std::string> linked_;       // abstract definition to the list style that it borrows
  std::string abstract_;
  ListDefinition* list_ = nullptr;
  NumberingLevel* level_ = nullptr;
  int override_level_ = 0;
};

int start_of(const ListDefinition& list, int level) {
  const auto overridden = list.restarts.find(level);
  return overridden != list.restarts.end() ? overridden->second : list.levels.at(level).start;
}

bool restarts(const ListDefinition& list, int level) {
  const auto found = list.levels.find(level);
  return found == list.levels.end() || found->second.restarts;
}

// lvlText with every %k replaced by the count of level k.
std::string filled(const ListDefinition& list, const NumberingLevel& level, const std::map<int, int>& counts) {
  std::string out;
  for (std::size_t i = 0; i < level.text.size(); ++i) {
    if (level.text[i] != '%' || i + 1 == level.text.size() || level.text[i + 1] < '1' || level.text[i + 1] > '9') {
      out += level.text[i];
      continue;
    }
    const int at = level.text[++i] - '1';
    const auto count = counts.find(at);
    const auto definition = list.levels.find(at);
    if (count == counts.end() || definition == list.levels.end()) continue;
    out += format_number(count->second, level.legal ? "decimal" : definition->second.format);
  }
  return out;
}

}  // namespace

Result<Numbering> Numbering::read(const XmlPart& part) {
  NumberingHandler handler;
  if (const auto problem = part.parse(handler)) return *problem;
  return Numbering{handler.resolved()};
}

// A list that overrides where its levels start counts them anew from its first paragraph on.
void NumberingCounter::start_list(int id, const ListDefinition& list, std::map<int, int>& counts) {
  if (started_[id]) return;
  started_[id] = true;
  for (const auto& [level, start] : list.restarts) counts.erase(level);
}

// A style that names only its list stands at the level that names the style (§17.9.23).
int NumberingCounter::level_of(const std::string& style, const ListPlace& place) const {
  const auto list = numbering_.lists.find(place.list);
  if (place.has_level || list == numbering_.lists.end()) return place.level;
  for (const auto& [level, definition] : list->second.levels)
    if (!style.empty() && definition.style == style) return level;
  return place.level;
}

std::string NumberingCounter::next(const std::string& style, const ListPlace& own, const ListPlace& inherited) {
  ListPlace place = own;
  if (!place.has_list) place.list = inherited.list;
  if (!place.has_level) place.level = inherited.level, place.has_level = inherited.has_level;
  place.level = level_of(style, place);
  const auto found = numbering_.lists.find(place.list);
  if (place.list == 0 || found == numbering_.lists.end() || !is_level(place.level)) return "";
  const ListDefinition& list = found->second;
  const auto level = list.levels.find(place.level);
  if (level == list.levels.end()) return "";
  std::map<int, int>& counts = counts_[list.abstract];
  start_list(place.list, list, counts);
  const auto current = counts.find(place.level);
  counts[place.level] =
      current == counts.end() ? start_of(list, place.level) : std::min(current->second, kMaxListNumber) + 1;
  std::erase_if(counts, [&](const auto& count) { return count.first > place.level && restarts(list, count.first); });
  for (int above = 0; above < place.level; ++above)
    if (list.levels.contains(above)) counts.try_emplace(above, start_of(list, above));
  return level->second.format == "bullet" ? "" : filled(list, level->second, counts);
}

}  // namespace nianbao

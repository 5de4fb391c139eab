#include "extract/docx_numbering.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <set>
#include <stdexcept>

#include "extract/xml_sax.h"
#include "schema/numeral.h"
#include "schema/text.h"

namespace nianbao {
namespace {

int to_int(const std::string& text, int otherwise) {
  int value = otherwise;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

constexpr int kMaxNumber = 32'767;          // as in Word
constexpr int kMaxLevel = 8;                // §17.9.6: nine levels
constexpr std::size_t kMaxLevelText = 255;  // bytes
constexpr std::size_t kMaxStyleDepth = 64;

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
      list_->restarts[override_level_] = std::clamp(value_of(attributes, 1), 0, kMaxNumber);
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
    if (name.local == "start") level_->start = std::clamp(value_of(attributes, 1), 0, kMaxNumber);
    if (name.local == "numFmt") level_->format = attributes.find("val").value_or("decimal");
    if (name.local == "lvlRestart") level_->restarts = value_of(attributes, 1) != 0;
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

struct Style {
  std::string based_on;
  ListPlace place;
};

class StyleHandler : public XmlHandler {
 public:
  const char* start(const XmlName& name, const XmlAttributes& attributes) override {
    if (name.space != XmlSpace::kWord) return nullptr;
    if (name.local == "style") open_style(attributes);
    if (style_ == nullptr) return nullptr;
    if (name.local == "basedOn") style_->based_on = attributes.find("val").value_or("");
    if (name.local == "numId") style_->place.list = value_of(attributes, 0), style_->place.has_list = true;
    if (name.local == "ilvl") style_->place.level = value_of(attributes, 0), style_->place.has_level = true;
    return nullptr;
  }

  void end(const XmlName& name) override {
    if (name.is(XmlSpace::kWord, "style")) style_ = nullptr;
  }

  void text(std::string_view /*text*/) override {}

  std::map<std::string, ListPlace> resolved() const {
    std::map<std::string, ListPlace> places;
    for (const auto& [id, style] : styles_) places[id] = inherited(id);
    return places;
  }

  std::string default_style;

 private:
  void open_style(const XmlAttributes& attributes) {
    const std::string id = attributes.find("styleId").value_or("");
    const std::string is_default = attributes.find("default").value_or("");
    if (attributes.find("type").value_or("paragraph") != "paragraph") return;
    style_ = &styles_[id];
    if (is_default == "1" || is_default == "true" || is_default == "on") default_style = id;
  }

  ListPlace inherited(const std::string& id) const {
    ListPlace place;
    std::set<std::string> seen;
    for (auto at = styles_.find(id);
         at != styles_.end() && seen.size() < kMaxStyleDepth && seen.insert(at->first).second;
         at = styles_.find(at->second.based_on)) {
      const ListPlace& own = at->second.place;
      if (!place.has_list && own.has_list) place.list = own.list, place.has_list = true;
      if (!place.has_level && own.has_level) place.level = own.level, place.has_level = true;
    }
    return place;
  }

  std::map<std::string, Style> styles_;
  Style* style_ = nullptr;
};

constexpr std::array kHeavenlyStems = {"甲", "乙", "丙", "丁", "戊", "己", "庚", "辛", "壬", "癸"};
constexpr std::array kEarthlyBranches = {"子", "丑", "寅", "卯", "辰", "巳", "午", "未", "申", "酉", "戌", "亥"};
constexpr std::array kDigits = {"〇", "一", "二", "三", "四", "五", "六", "七", "八", "九"};

std::string digit_by_digit(int number) {
  std::string out;
  for (const char digit : std::to_string(number)) out += kDigits.at(static_cast<std::size_t>(digit - '0'));
  return out;
}

std::string full_width(int number) {
  std::string out;
  for (const char digit : std::to_string(number))
    out += std::string("\xEF\xBC") + static_cast<char>(0x90 + (digit - '0'));
  return out;
}

std::string letters(int number, char first) {
  // a … z, then aa … zz (§17.18.59 lowerLetter).
  return std::string(static_cast<std::size_t>((number - 1) / 26 + 1), static_cast<char>(first + (number - 1) % 26));
}

std::string roman(int number, bool upper) {
  constexpr std::array<std::pair<int, const char*>, 13> kSigns = {{{1000, "m"},
                                                                   {900, "cm"},
                                                                   {500, "d"},
                                                                   {400, "cd"},
                                                                   {100, "c"},
                                                                   {90, "xc"},
                                                                   {50, "l"},
                                                                   {40, "xl"},
                                                                   {10, "x"},
                                                                   {9, "ix"},
                                                                   {5, "v"},
                                                                   {4, "iv"},
                                                                   {1, "i"}}};
  std::string out;
  for (const auto& [value, sign] : kSigns)
    for (; number >= value; number -= value) out += sign;
  if (upper)
    std::transform(out.begin(), out.end(), out.begin(), [](char c) { return static_cast<char>(c - 'a' + 'A'); });
  return out;
}

std::string enclosed(int number) {
  // U+2460 … U+2473 are ① … ⑳.
  if (number > 20) return std::to_string(number);
  const int code = 0x2460 + number - 1;
  return {static_cast<char>(0xE0 | (code >> 12)), static_cast<char>(0x80 | ((code >> 6) & 0x3F)),
          static_cast<char>(0x80 | (code & 0x3F))};
}

std::string chinese(int number) { return write_chinese_numeral(number); }
using LegalDigits = std::array<const char*, 13>;
constexpr LegalDigits kPlain = {"一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "百", "千", "万"};
constexpr LegalDigits kLegalSimplified = {"壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖", "拾", "佰", "仟", "万"};
constexpr LegalDigits kLegalTraditional = {"壹", "貳", "參", "肆", "伍", "陸", "柒",
                                           "捌", "玖", "拾", "佰", "仟", "萬"};

// The legal numerals 壹贰叁 in place of 一二三; 十二 is written 壹拾贰.
std::string legal(int number, const LegalDigits& digits) {
  std::string text = chinese(number);
  for (std::size_t i = 0; i < kPlain.size(); ++i) text = replace_all(std::move(text), kPlain.at(i), digits.at(i));
  return text.rfind("拾", 0) == 0 ? "壹" + text : text;
}

std::string stem(int number) { return kHeavenlyStems.at(static_cast<std::size_t>((number - 1) % 10)); }
std::string branch(int number) { return kEarthlyBranches.at(static_cast<std::size_t>((number - 1) % 12)); }
std::string two_digits(int number) { return (number < 10 ? "0" : "") + std::to_string(number); }
std::string nothing(int /*number*/) { return ""; }

struct NumberFormat {
  const char* name;
  std::string (*write)(int);
};

constexpr std::array kFormats = {
    NumberFormat{"chineseCounting", chinese},
    NumberFormat{"chineseCountingThousand", chinese},
    NumberFormat{"japaneseCounting", chinese},
    NumberFormat{"taiwaneseCounting", chinese},
    NumberFormat{"taiwaneseCountingThousand", chinese},
    NumberFormat{"koreanCounting", chinese},
    NumberFormat{"chineseLegalSimplified", [](int n) { return legal(n, kLegalSimplified); }},
    NumberFormat{"ideographLegalTraditional", [](int n) { return legal(n, kLegalTraditional); }},
    NumberFormat{"ideographDigital", digit_by_digit},
    NumberFormat{"japaneseDigitalTenThousand", digit_by_digit},
    NumberFormat{"ideographTraditional", stem},
    NumberFormat{"ideographZodiac", branch},
    NumberFormat{"decimalFullWidth", full_width},
    NumberFormat{"decimalFullWidth2", full_width},
    NumberFormat{"decimalEnclosedCircle", enclosed},
    NumberFormat{"decimalEnclosedCircleChinese", enclosed},
    NumberFormat{"decimalZero", two_digits},
    NumberFormat{"lowerLetter", [](int n) { return letters(n, 'a'); }},
    NumberFormat{"upperLetter", [](int n) { return letters(n, 'A'); }},
    NumberFormat{"lowerRoman", [](int n) { return roman(n, false); }},
    NumberFormat{"upperRoman", [](int n) { return roman(n, true); }},
    NumberFormat{"none", nothing},
    NumberFormat{"bullet", nothing},
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

std::string format_number(int number, const std::string& format) {
  if (number < 1 || number > kMaxNumber) return std::to_string(number);
  for (const NumberFormat& known : kFormats)
    if (format == known.name) return known.write(number);
  return std::to_string(number);
}

Result<Numbering> Numbering::read(std::string_view numbering_xml, std::string_view styles_xml) {
  Numbering numbering;
  NumberingHandler lists;
  if (!numbering_xml.empty())
    if (const auto problem = parse_xml(numbering_xml, lists)) return *problem;
  StyleHandler styles;
  if (!styles_xml.empty())
    if (const auto problem = parse_xml(styles_xml, styles)) return *problem;
  numbering.lists = lists.resolved();
  numbering.styles = styles.resolved();
  numbering.default_style = styles.default_style;
  return numbering;
}

// A list that overrides where its levels start counts them anew from its first paragraph on.
void NumberingCounter::start_list(int id, const ListDefinition& list, std::map<int, int>& counts) {
  if (started_[id]) return;
  started_[id] = true;
  for (const auto& [level, start] : list.restarts) counts.erase(level);
}

std::string NumberingCounter::next(const std::string& style, const ListPlace& own) {
  ListPlace place = own;
  const auto inherited = numbering_.styles.find(style.empty() ? numbering_.default_style : style);
  if (inherited != numbering_.styles.end()) {
    if (!place.has_list) place.list = inherited->second.list;
    if (!place.has_level) place.level = inherited->second.level;
  }
  const auto found = numbering_.lists.find(place.list);
  if (place.list == 0 || found == numbering_.lists.end() || !is_level(place.level)) return "";
  const ListDefinition& list = found->second;
  const auto level = list.levels.find(place.level);
  if (level == list.levels.end()) return "";
  std::map<int, int>& counts = counts_[list.abstract];
  start_list(place.list, list, counts);
  const auto current = counts.find(place.level);
  counts[place.level] =
      current == counts.end() ? start_of(list, place.level) : std::min(current->second, kMaxNumber) + 1;
  std::erase_if(counts, [&](const auto& count) { return count.first > place.level && restarts(list, count.first); });
  for (int above = 0; above < place.level; ++above)
    if (list.levels.contains(above)) counts.try_emplace(above, start_of(list, above));
  return level->second.format == "bullet" ? "" : filled(list, level->second, counts);
}

}  // namespace nianbao

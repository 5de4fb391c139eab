#include "extract/docx_styles.h"

#include <array>
#include <charconv>
#include <set>

#include "extract/docx_markup.h"

namespace nianbao {

namespace {

// Word itself stops at ten.
constexpr std::size_t kMaxStyleDepth = 64;

int value_of(const XmlAttributes& attributes) {
  const std::string_view text = attributes.find("val").value_or("");
  int value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

bool is_white(std::string_view color) { return color == "FFFFFF" || color == "ffffff"; }

bool is_yes(const std::optional<std::string_view>& value) { return value == "1" || value == "true" || value == "on"; }

using Look = std::optional<bool> RunLook::*;
constexpr std::array<Look, 7> kLooks = {&RunLook::hidden,  &RunLook::struck, &RunLook::struck_double, &RunLook::script,
                                        &RunLook::shifted, &RunLook::white,  &RunLook::symbols};

// A toggle: what the run itself says, else the defaults, or the styles against each other.
bool toggled(const std::optional<bool>& own, const std::optional<bool>& defaults, const std::optional<bool>& paragraph,
             const std::optional<bool>& character) {
  if (own) return *own;
  return defaults.value_or(false) || paragraph.value_or(false) != character.value_or(false);
}

}  // namespace

bool is_on(const XmlAttributes& attributes) {
  const std::optional<std::string_view> value = attributes.find("val");
  return value != "0" && value != "false" && value != "off";
}

void RunLook::read(const XmlName& name, const XmlAttributes& attributes) {
  if (name.space != XmlSpace::kWord) return;
  switch (name.known) {
    case XmlLocal::kVanish:
      hidden = is_on(attributes);
      break;
    case XmlLocal::kStrike:
      struck = is_on(attributes);
      break;
    case XmlLocal::kDstrike:
      struck_double = is_on(attributes);
      break;
    case XmlLocal::kVertAlign:
      script = attributes.find("val") != "baseline";
      break;
    case XmlLocal::kPosition:
      shifted = attributes.find("val").value_or("0") != "0";
      break;
    case XmlLocal::kColor:
      white = is_white(attributes.find("val").value_or(""));
      break;
    case XmlLocal::kRFonts:
      if (const std::optional<std::string_view> font = attributes.find("ascii")) symbols = is_symbol_font(*font);
      break;
    default:
      break;
  }
}

class StyleHandler : public XmlHandler {
 public:
  const char* start(const XmlName& name, const XmlAttributes& attributes) override {
    if (name.space != XmlSpace::kWord) return nullptr;
    if (name.local == "style") open_style(attributes);
    if (name.local == "rPrDefault") look_ = &sheet.defaults;
    if (name.local == "tblStylePr") look_ = nullptr;
    if (look_ != nullptr) look_->read(name, attributes);
    if (style_ != nullptr) read_style(name.local, attributes);
    return nullptr;
  }

  void end(const XmlName& name) override {
    if (name.space != XmlSpace::kWord) return;
    if (name.local == "style") style_ = nullptr, look_ = nullptr;
    if (name.local == "rPrDefault") look_ = nullptr;
  }

  void text(std::string_view /*text*/) override {}

  Styles::Sheet sheet;

 private:
  void open_style(const XmlAttributes& attributes) {
    const std::string id(attributes.find("styleId").value_or(""));
    const std::string_view type = attributes.find("type").value_or("paragraph");
    if (id.empty() || (type != "paragraph" && type != "character")) return;
    style_ = &sheet.styles[id];
    look_ = &style_->look;
    if (type == "paragraph" && is_yes(attributes.find("default"))) sheet.default_paragraph = id;
  }

  void read_style(std::string_view local, const XmlAttributes& attributes) {
    if (local == "basedOn") style_->based_on = attributes.find("val").value_or("");
    if (local == "numId") style_->place.list = value_of(attributes), style_->place.has_list = true;
    if (local == "ilvl") style_->place.level = value_of(attributes), style_->place.has_level = true;
  }

  Style* style_ = nullptr;
  RunLook* look_ = nullptr;  // of the open style or of the defaults
};

Result<Styles> Styles::read(const XmlPart& part) {
  std::optional<StyleHandler> handler;
  if (const auto problem = part.parse([&]() -> XmlHandler& { return handler.emplace(); })) return *problem;
  Styles styles;
  styles.sheet_ = std::make_shared<const Sheet>(std::move(handler->sheet));
  return styles;
}

const Style& Styles::resolved(const std::string& id) const {
  const auto [at, is_new] = resolved_.try_emplace(id);
  if (is_new) at->second = inherited(id);
  return at->second;
}

Style Styles::inherited(const std::string& id) const {
  const std::map<std::string, Style>& all = sheet_->styles;
  Style style;
  std::set<std::string> seen;
  for (auto at = all.find(id); at != all.end() && seen.size() < kMaxStyleDepth && seen.insert(at->first).second;
       at = all.find(at->second.based_on)) {
    const Style& own = at->second;
    if (!style.place.has_list && own.place.has_list) style.place.list = own.place.list, style.place.has_list = true;
    if (!style.place.has_level && own.place.has_level)
      style.place.level = own.place.level, style.place.has_level = true;
    for (const Look look : kLooks)
      if (!(style.look.*look)) style.look.*look = own.look.*look;
  }
  return style;
}

const std::string& Styles::shown(const std::string& paragraph_style) const {
  return paragraph_style.empty() ? sheet_->default_paragraph : paragraph_style;
}

ListPlace Styles::list_of(const std::string& paragraph_style) const { return resolved(shown(paragraph_style)).place; }

DrawnLook Styles::look_of(const RunLook& own, const std::string& paragraph_style,
                          const std::string& character_style) const {
  const RunLook& defaults = sheet_->defaults;
  const RunLook& paragraph = resolved(shown(paragraph_style)).look;
  const RunLook& character = resolved(character_style).look;
  const auto toggle = [&](Look look) { return toggled(own.*look, defaults.*look, paragraph.*look, character.*look); };
  const auto nearest = [&](Look look) {
    for (const RunLook* said : {&own, &character, &paragraph, &defaults})
      if (said->*look) return *(said->*look);
    return false;
  };
  return {.hidden = toggle(&RunLook::hidden),
          .raised = nearest(&RunLook::script) || nearest(&RunLook::shifted),
          .struck = toggle(&RunLook::struck) || toggle(&RunLook::struck_double),
          .white = nearest(&RunLook::white),
          .symbols = nearest(&RunLook::symbols)};
}

}  // namespace nianbao

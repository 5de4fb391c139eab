#include "extract/docx_markup.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "extract/one_of.h"
#include "schema/text.h"

namespace nianbao {
namespace {

using std::string_view;

constexpr std::array<string_view, 6> kSilentFields = {"XE", "TC", "TA", "RD", "SET", "PRIVATE"};
// The prefixes that Word writes for what it has understood since 2010.
constexpr std::array<string_view, 18> kUnderstood = {"wps", "wpg", "wpc", "wpi", "wp14", "w14", "w15", "w16", "w16se",
                                                     "a14", "a15", "a16", "cx",  "cx1",  "cx4", "p14", "v",   "aink"};

}  // namespace

bool is_property(XmlLocal local) {
  switch (local) {
    case XmlLocal::kPPr:
    case XmlLocal::kRPr:
    case XmlLocal::kTblPr:
    case XmlLocal::kTblGrid:
    case XmlLocal::kTblPrEx:
    case XmlLocal::kSectPr:
    case XmlLocal::kSdtPr:
    case XmlLocal::kSdtEndPr:
      return true;
    default:
      return false;
  }
}

bool is_never_shown(XmlLocal local) {
  switch (local) {
    // Earlier properties kept by tracked changes (§17.13.5), moved-away content, and the reading aid of ruby.
    case XmlLocal::kPPrChange:
    case XmlLocal::kRPrChange:
    case XmlLocal::kTcPrChange:
    case XmlLocal::kTrPrChange:
    case XmlLocal::kTblPrChange:
    case XmlLocal::kMoveFrom:
    case XmlLocal::kRt:
    case XmlLocal::kSectPrChange:
    // Other parts.
    case XmlLocal::kHdr:
    case XmlLocal::kFtr:
    case XmlLocal::kFootnote:
    case XmlLocal::kEndnote:
    case XmlLocal::kLists:
    case XmlLocal::kStyles:
    case XmlLocal::kFonts:
      return true;
    default:
      return false;
  }
}

bool is_object(XmlLocal local) {
  switch (local) {
    case XmlLocal::kBlip:
    case XmlLocal::kImagedata:
    case XmlLocal::kOLEObject:
    case XmlLocal::kChart:
    case XmlLocal::kRelIds:
    case XmlLocal::kContentPart:
    case XmlLocal::kControl:
    case XmlLocal::kTextpath:
      return true;
    default:
      return false;
  }
}

bool is_plain_math(XmlLocal local) {
  switch (local) {
    case XmlLocal::kOMathPara:
    case XmlLocal::kOMath:
    case XmlLocal::kR:
    case XmlLocal::kT:
    case XmlLocal::kRPr:
    case XmlLocal::kCtrlPr:
      return true;
    default:
      return false;
  }
}

bool is_understood(string_view required) {
  for (std::size_t at = 0; at < required.size();) {
    const std::size_t end = std::min(required.find(' ', at), required.size());
    if (end > at && !is_one_of(required.substr(at, end - at), kUnderstood)) return false;
    at = end + 1;
  }
  return true;
}

bool is_silent_field(string_view code) {
  const string_view words = trim(code);
  return is_one_of(words.substr(0, words.find(' ')), kSilentFields);
}

bool is_symbol_font(string_view font) { return font.starts_with("Wingdings") || font == "Webdings"; }

std::string symbol(std::string_view hex) {
  unsigned code = 0;
  std::from_chars(hex.data(), hex.data() + hex.size(), code, 16);
  if (code < 0x80 || (code >= 0xD800 && code < 0xF900) || code > 0xFFFF) return std::string(kUnknownGlyph);
  if (code < 0x800) return {static_cast<char>(0xC0 | (code >> 6)), static_cast<char>(0x80 | (code & 0x3F))};
  return {static_cast<char>(0xE0 | (code >> 12)), static_cast<char>(0x80 | ((code >> 6) & 0x3F)),
          static_cast<char>(0x80 | (code & 0x3F))};
}

}  // namespace nianbao

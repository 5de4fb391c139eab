#include "extract/docx_markup.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "extract/one_of.h"
#include "schema/text.h"

namespace nianbao {
namespace {

using std::string_view;

constexpr std::array<string_view, 8> kProperties = {"pPr",     "rPr",    "tblPr", "tblGrid",
                                                    "tblPrEx", "sectPr", "sdtPr", "sdtEndPr"};
// Earlier properties kept by tracked changes (§17.13.5), moved-away content, and the reading aid of ruby.
constexpr std::array<string_view, 8> kUnshown = {"pPrChange",   "rPrChange", "tcPrChange", "trPrChange",
                                                 "tblPrChange", "moveFrom",  "rt",         "sectPrChange"};
constexpr std::array<string_view, 7> kOtherParts = {"hdr", "ftr", "footnote", "endnote", "lists", "styles", "fonts"};
constexpr std::array<string_view, 8> kObjects = {"blip",   "imagedata",   "OLEObject", "chart",
                                                 "relIds", "contentPart", "control",   "textpath"};
constexpr std::array<string_view, 6> kPlainMath = {"oMathPara", "oMath", "r", "t", "rPr", "ctrlPr"};
constexpr std::array<string_view, 6> kSilentFields = {"XE", "TC", "TA", "RD", "SET", "PRIVATE"};
// The prefixes that Word writes for what it has understood since 2010.
constexpr std::array<string_view, 18> kUnderstood = {"wps", "wpg", "wpc", "wpi", "wp14", "w14", "w15", "w16", "w16se",
                                                     "a14", "a15", "a16", "cx",  "cx1",  "cx4", "p14", "v",   "aink"};

}  // namespace

bool is_property(string_view local) { return is_one_of(local, kProperties); }

bool is_never_shown(string_view local) { return is_one_of(local, kUnshown) || is_one_of(local, kOtherParts); }

bool is_object(string_view local) { return is_one_of(local, kObjects); }

bool is_plain_math(string_view local) { return is_one_of(local, kPlainMath); }

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

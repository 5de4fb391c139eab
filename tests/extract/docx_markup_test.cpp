// What names of WordprocessingML mean.
#include "extract/docx_markup.h"

#include <gtest/gtest.h>

namespace nianbao::test {
namespace {

TEST(DocxMarkup, ChoicesThatAreUnderstood) {
  for (const char* known : {"", "wps", "w14 wps", " wps  v "}) EXPECT_TRUE(is_understood(known)) << known;
  for (const char* unknown : {"zz", "wps zz", "WPS", "wpsx", "zz wps"}) EXPECT_FALSE(is_understood(unknown)) << unknown;
}

TEST(DocxMarkup, FieldsThatShowNothing) {
  for (const char* silent : {"XE \"5\"", " TC 7", "RD x", "SET a 5"}) EXPECT_TRUE(is_silent_field(silent)) << silent;
  for (const char* shown : {"", "EQ", "XEN", "xe", "FORMTEXT"}) EXPECT_FALSE(is_silent_field(shown)) << shown;
}

TEST(DocxMarkup, Symbols) {
  const std::vector<std::pair<const char*, const char*>> cases = {
      {"2460", "①"},
      {"00B2", "²"},
      {"4E00", "一"},
      {"F0FC", "\xEF\xBF\xBD"},
      {"0035", "\xEF\xBF\xBD"},
      {"", "\xEF\xBF\xBD"},
      {"x", "\xEF\xBF\xBD"},
      {"D800", "\xEF\xBF\xBD"},
      {"12345678", "\xEF\xBF\xBD"},
  };
  for (const auto& [hex, shown] : cases) EXPECT_EQ(symbol(hex), shown) << hex;
}

TEST(DocxMarkup, KindsOfElements) {
  for (const char* name : {"pPr", "rPr", "sectPr", "sdtPr"}) EXPECT_TRUE(is_property(local_of(name))) << name;
  for (const char* name : {"p", "r", "tcPr", "trPr"}) EXPECT_FALSE(is_property(local_of(name))) << name;
  for (const char* name : {"moveFrom", "rPrChange", "rt", "hdr", "footnote"})
    EXPECT_TRUE(is_never_shown(local_of(name))) << name;
  for (const char* name : {"moveTo", "ins", "ruby", "body", "tbl"})
    EXPECT_FALSE(is_never_shown(local_of(name))) << name;
  for (const char* name : {"blip", "imagedata", "chart", "textpath"}) EXPECT_TRUE(is_object(local_of(name))) << name;
  for (const char* name : {"drawing", "pict", "t", "txbxContent"}) EXPECT_FALSE(is_object(local_of(name))) << name;
  for (const char* name : {"oMath", "r", "t"}) EXPECT_TRUE(is_plain_math(local_of(name))) << name;
  for (const char* name : {"sSup", "f", "phant", "acc"}) EXPECT_FALSE(is_plain_math(local_of(name))) << name;
}

}  // namespace
}  // namespace nianbao::test

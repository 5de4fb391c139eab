// Bytes to text: strict, and never the wrong encoding without a word.
#include "extract/encoding.h"

#include <gtest/gtest.h>

#include "schema/text.h"

namespace nianbao::test {
namespace {

using namespace std::string_literals;

// UTF-8 (of the basic plane) as UTF-16.
std::string utf16(const std::string& text, bool big_endian) {
  std::string out;
  for (std::size_t i = 0; i < text.size();) {
    const auto lead = static_cast<unsigned char>(text[i]);
    const std::size_t length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : 3;
    unsigned code = length == 1 ? lead : length == 2 ? lead & 0x1FU : lead & 0x0FU;
    for (std::size_t k = 1; k < length; ++k) code = (code << 6U) | (static_cast<unsigned char>(text[i + k]) & 0x3FU);
    i += length;
    const char high = static_cast<char>(code >> 8U);
    const char low = static_cast<char>(code & 0xFFU);
    out += big_endian ? std::string{high, low} : std::string{low, high};
  }
  return out;
}

// Of the basic plane too.
std::string utf32(const std::string& text, bool big_endian) {
  const std::string units = utf16(text, big_endian);
  std::string out;
  for (std::size_t i = 0; i < units.size(); i += 2)
    out += big_endian ? "\0\0"s + units.substr(i, 2) : units.substr(i, 2) + "\0\0"s;
  return out;
}

// "encoding:text", or the code of the problem in angle brackets.
std::string decoded(const std::string& bytes, const std::string& encoding = "") {
  const Result<DecodedText> text = decode_text(bytes, encoding);
  return text ? text->encoding + ":" + text->text : "<" + text.problem().code + ">";
}

const std::string kReport = "一、总体情况\n2020年，本机关收到申请12件。\n";
const std::string kGbk = "\xD2\xBB\xA1\xA2\xD7\xDC\xCC\xE5\xC7\xE9\xBF\xF6 2020";  // 一、总体情况 2020

struct EncodingCase {
  const char* what;
  std::string bytes;
  std::string expected;
};

TEST(Encoding, IsFoundOut) {
  const std::vector<EncodingCase> cases = {
      {"empty", "", "UTF-8:"},
      {"ASCII", "2020", "UTF-8:2020"},
      {"UTF-8", kReport, "UTF-8:" + kReport},
      {"UTF-8 with BOM", "\xEF\xBB\xBF" + kReport, "UTF-8:" + kReport},
      {"only a BOM", "\xEF\xBB\xBF", "UTF-8:"},
      {"UTF-8 beyond the basic plane", "𠮷1", "UTF-8:𠮷1"},
      {"UTF-16LE with BOM", "\xFF\xFE" + utf16(kReport, false), "UTF-16LE:" + kReport},
      {"UTF-16BE with BOM", "\xFE\xFF" + utf16(kReport, true), "UTF-16BE:" + kReport},
      {"UTF-32LE with BOM", "\xFF\xFE\0\0"s + utf32(kReport, false), "UTF-32LE:" + kReport},
      {"UTF-32BE with BOM", "\0\0\xFE\xFF"s + utf32(kReport, true), "UTF-32BE:" + kReport},
      {"UTF-32LE beyond the basic plane", "\xFF\xFE\0\0\xB7\x0B\x02\0"s, "UTF-32LE:𠮷"},
      {"only a BOM of UTF-32LE", "\xFF\xFE\0\0"s, "UTF-32LE:"},
      {"UTF-32LE cut within a character", "\xFF\xFE\0\0"s + utf32("年", false).substr(0, 3), "<encoding>"},
      {"UTF-32BE beyond Unicode", "\0\0\xFE\xFF\0\x11\0\0"s, "<encoding>"},
      {"UTF-16LE without BOM, ASCII", utf16("2020\n", false), "UTF-16LE:2020\n"},
      {"UTF-16BE without BOM, ASCII", utf16("2020\n", true), "UTF-16BE:2020\n"},
      {"UTF-16LE without BOM, no character that ends in 00", utf16("总体情况 2020\n", false),
       "UTF-16LE:总体情况 2020\n"},
      // 一 is U+4E00: its low byte is NUL too, and every report has it.
      {"UTF-16LE without BOM, with 一", utf16(kReport, false), "UTF-16LE:" + kReport},
      {"UTF-16BE without BOM, with 一", utf16(kReport, true), "UTF-16BE:" + kReport},
      {"GBK", kGbk, "GB18030:一、总体情况 2020"},
      {"GB18030, four bytes", "\x95\x32\x82\x36"s, "GB18030:𠀀"},
  };
  for (const EncodingCase& made : cases) EXPECT_EQ(decoded(made.bytes), made.expected) << made.what;
}

// 政府信息公開工作年度報告 in Big5: well-formed GB18030 too, read so as 狥┎獺そ秨….
const std::string kBig5 =
    "\xAC\x46\xA9\xB2\xAB\x48\xAE\xA7\xA4\xBD\xB6\x7D\xA4\x75\xA7\x40\xA6\x7E\xAB\xD7\xB3\xF8\xA7\x69";
const std::string kTraditional = "政府信息公開工作年度報告";

// Where no name, BOM or NUL tells, how common the characters are.
TEST(Encoding, IsTheOneInWhichTheCharactersAreCommon) {
  const std::string simplified = "政府信息公开工作年度报告，收到申请十二件。";
  const std::vector<EncodingCase> cases = {
      {"Big5", kBig5, "Big5:" + kTraditional},
      {"Big5 with figures", kBig5 + "\n12\n0\n" + kBig5 + "\n",
       "Big5:" + kTraditional + "\n12\n0\n" + kTraditional + "\n"},
      {"GBK", encode_text(simplified, "GBK"), "GB18030:" + simplified},
      {"Traditional characters in GBK", encode_text(kTraditional, "GBK"), "GB18030:" + kTraditional},
      {"UTF-16LE without an ASCII character", utf16(simplified, false), "UTF-16LE:" + simplified},
      {"UTF-16BE without an ASCII character", utf16(simplified, true), "UTF-16BE:" + simplified},
      {"UTF-16LE with one", utf16(simplified + simplified + simplified + "\n", false),
       "UTF-16LE:" + simplified + simplified + simplified + "\n"},
      // Latin letters in pairs are Chinese characters in UTF-16.
      {"GBK with many letters", encode_text("<table class='annual report of the bureau'>" + simplified, "GBK"),
       "GB18030:<table class='annual report of the bureau'>" + simplified},
      {"UTF-8 cut in a character", (simplified + simplified).substr(0, 2 * simplified.size() - 1), "<encoding>"},
      {"Big5 with a false second byte", kBig5 + "\xA4\x20" + kBig5, "<encoding>"},
      {"neither: French in Latin-1",
       "\xE9t\xE9 \xE0 la pr\xE9"
       "fecture, \xEAtre \xE9lu, d\xE9"
       "j\xE0 \xE9gar\xE9 \xE7",
       "<encoding>"},
  };
  for (const EncodingCase& made : cases) EXPECT_EQ(decoded(made.bytes), made.expected) << made.what;
}

TEST(Encoding, NulsHideNothing) {
  const std::string lost = "\xEF\xBF\xBD";
  const std::vector<EncodingCase> cases = {
      {"inside a word", "行政\0许可\n"s, "UTF-8:行政许可\n"},
      {"behind a word", "行政许可\0\n3\n"s, "UTF-8:行政许可\n3\n"},
      {"where a digit may have stood, before",
       "\t\0"
       "3\n"s,
       "UTF-8:\t" + lost + "3\n"},
      {"where a digit may have stood, behind", "\t3\0\n"s, "UTF-8:\t3" + lost + "\n"},
      {"between digits",
       "1\0"
       "2"s,
       "UTF-8:1" + lost + "2"},
      {"beside a digit of full width", "１\0２"s, "UTF-8:１" + lost + "２"},
      {"beside a sign of a number", "1.\0\n-\0\n"s, "UTF-8:1." + lost + "\n-" + lost + "\n"},
      {"for a whole cell", "规章\n\t\0\n\t1\n"s, "UTF-8:规章\n\t" + lost + "\n\t1\n"},
      {"several in a row", "行政\0\0\0许可 1\0\0\0 2"s, "UTF-8:行政许可 1" + lost + " 2"},
      {"filling the file up", "行政许可\n3\n" + std::string(512, '\0'), "UTF-8:行政许可\n3\n"},
      {"filling up a file that ends in a number", "行政许可\n3" + std::string(512, '\0'), "UTF-8:行政许可\n3" + lost},
      {"inside a character of UTF-8", "行\xE6\0\x94\xBF许可行政许可"s, "UTF-8:行政许可行政许可"},
      {"inside a character of GBK", kGbk + "\xD2\0\xBB"s + kGbk, "GB18030:一、总体情况 2020一一、总体情况 2020"},
      {"in GBK",
       "\xD2\xBB\0\xA1\xA2\xD7\xDC\xCC\xE5\xC7\xE9\xBF\xF6"
       "12\0\n"s,
       "GB18030:一、总体情况12" + lost + "\n"},
  };
  for (const EncodingCase& made : cases) {
    const std::string head = made.expected.starts_with("GB") ? "" : "一、总体情况\n";
    const std::size_t name = made.expected.find(':') + 1;
    EXPECT_EQ(decoded(head + made.bytes), made.expected.substr(0, name) + head + made.expected.substr(name))
        << made.what;
    const Result<DecodedText> text = decode_text(head + made.bytes, "");
    EXPECT_TRUE(text && text->has_nuls) << made.what;
  }
  EXPECT_FALSE(decode_text(kReport, "")->has_nuls);
  EXPECT_FALSE(decode_text(utf16(kReport, true), "")->has_nuls) << "those of UTF-16 are none";
}

TEST(Encoding, TextIsWrittenInAnother) {
  EXPECT_EQ(encode_text("一、总体情况 2020", "GB18030"), kGbk);
  EXPECT_EQ(encode_text("é€1", "windows-1252"),
            "\xE9\x80"
            "1");
  EXPECT_EQ(encode_text("一1", "windows-1252"),
            "\x1A"
            "1")
      << "what it does not have";
  EXPECT_EQ(encode_text("", "GB18030"), "");
  EXPECT_THROW(encode_text("1", "no-such-encoding"), std::logic_error);
}

TEST(Encoding, MalformedBytesAreAProblem) {
  const std::vector<std::pair<const char*, std::string>> cases = {
      {"byte of no encoding", "2020\xFF"},
      {"UTF-8 and a byte of no encoding", kReport + "\xFF\n"},
      {"GBK cut in a character", kGbk + "\xD7"},
      {"GBK with a false second byte", kGbk + "\xD7\x20" + "1"},
      {"UTF-8 BOM, then malformed", "\xEF\xBB\xBF\xE4\xB8"},
      {"UTF-8 BOM, then GBK", "\xEF\xBB\xBF" + kGbk},
      {"UTF-8 BOM, then an overlong NUL", "\xEF\xBB\xBF\xC0\x80"},
      {"UTF-8 BOM, then a surrogate", "\xEF\xBB\xBF\xED\xA0\x80"},
      {"UTF-16LE BOM, odd number of bytes", "\xFF\xFE\x31"s + "\0\x32"s},
      {"UTF-16LE BOM, lone surrogate", "\xFF\xFE\x00\xD8\x31\x00"s},
      {"UTF-16BE BOM, cut surrogate pair", "\xFE\xFF\xD8\x42"s},
  };
  for (const auto& [what, bytes] : cases) EXPECT_EQ(decoded(bytes), "<encoding>") << what;
}

TEST(Encoding, MalformedBytesInUtf8HaveAPlace) {
  EXPECT_EQ(decode_text(kReport + "\xE4\xB8\n", "").problem().detail, "UTF-8, L3");
  EXPECT_EQ(decode_text("2020\n\xFF\n", "").problem().detail, "") << "nothing tells that it is UTF-8";
}

struct NamedCase {
  const char* what;
  const char* encoding;
  std::string bytes;
  std::string text;  // in angle brackets: a problem
};

TEST(Encoding, MayBeNamed) {
  const std::vector<NamedCase> cases = {
      {"GBK by its name", "GBK", kGbk, "一、总体情况 2020"},
      {"GB2312 by its name", "GB2312", kGbk, "一、总体情况 2020"},
      {"lower case", "gb18030", kGbk, "一、总体情况 2020"},
      {"UTF-8", "UTF-8", kReport, kReport},
      {"UTF-8 in lower case", "utf-8", kReport, kReport},
      {"UTF-8 with BOM", "UTF-8", "\xEF\xBB\xBF" + kReport, kReport},
      {"UTF-16LE without BOM", "UTF-16LE", utf16(kReport, false), kReport},
      {"UTF-16BE without BOM", "UTF-16BE", utf16(kReport, true), kReport},
      {"UTF-16LE with its BOM", "UTF-16LE", "\xFF\xFE" + utf16(kReport, false), kReport},
      {"UTF-16 with a BOM that says little endian", "UTF-16", "\xFF\xFE" + utf16(kReport, false), kReport},
      {"UTF-16 with a BOM that says big endian", "UTF-16", "\xFE\xFF" + utf16(kReport, true), kReport},
      {"UTF-32 with a BOM that says little endian", "UTF-32", "\xFF\xFE\0\0"s + utf32(kReport, false), kReport},
      {"UTF-16 whose first character is a NUL", "UTF-16", "\xFF\xFE\0\0"s + utf16(kReport, false), kReport},
      {"Big5", "Big5", "\xA4\x40", "一"},
      {"named UTF-8 but GBK", "UTF-8", kGbk, "<encoding>"},
      {"named utf-8 but GBK", "utf-8", kGbk, "<encoding>"},
      {"named GB18030 but malformed", "GB18030", kGbk + "\xFF", "<encoding>"},
      {"unknown name", "no-such-encoding", kReport, "<encoding_unknown>"},
      {"unknown name, empty text", "no-such-encoding", "", "<encoding_unknown>"},
  };
  for (const NamedCase& made : cases) {
    const std::string expected = made.text.front() == '<' ? made.text : std::string(made.encoding) + ":" + made.text;
    EXPECT_EQ(decoded(made.bytes, made.encoding), expected) << made.what;
  }
}

TEST(Encoding, NeverGivesMalformedText) {
  for (int first = 0; first < 256; ++first)
    for (const char* rest : {"", "\x30", "\x80", "\xE4", "\xFF"}) {
      const Result<DecodedText> text = decode_text(std::string(1, static_cast<char>(first)) + rest, "");
      EXPECT_TRUE(!text || is_utf8(text->text)) << first << " " << rest;
    }
}

TEST(Encoding, NamesInsideArchives) {
  EXPECT_EQ(decode_name("年报/2020.docx"), "年报/2020.docx");
  EXPECT_EQ(decode_name("\xC4\xEA\xB1\xA8.docx"), "年报.docx");
  EXPECT_EQ(decode_name(""), "");
  EXPECT_TRUE(
      is_utf8(decode_name("a\xFF"
                          "b\x81")));
  EXPECT_NE(decode_name("a\xFF"
                        "b")
                .find("\xEF\xBF\xBD"),
            std::string::npos)
      << "what cannot be read is shown as U+FFFD";
}

}  // namespace
}  // namespace nianbao::test

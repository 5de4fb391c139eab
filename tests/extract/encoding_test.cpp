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

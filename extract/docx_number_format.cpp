#include "extract/docx_number_format.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>

#include "schema/numeral.h"
#include "schema/text.h"

namespace nianbao {
namespace {

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

}  // namespace

std::string format_number(int number, const std::string& format) {
  if (number < 1 || number > kMaxListNumber) return std::to_string(number);
  for (const NumberFormat& known : kFormats)
    if (format == known.name) return known.write(number);
  return std::to_string(number);
}

}  // namespace nianbao

#include "schema/plain_text.h"

#include <optional>

#include "schema/text.h"

namespace nianbao {
namespace {

using std::size_t;

constexpr char32_t kNothing = 0;
constexpr char32_t kUnknown = 0xFFFFFFFF;
constexpr std::u32string_view kQuotes = U"\"'`“”‘’「」『』";
constexpr std::u32string_view kSentenceEnds = U"。！？；：!?;:";
constexpr std::u32string_view kOrdinals = U"0123456789一二三四五六七八九十第";
constexpr std::u32string_view kEnumerators = U"、.．)）是";
constexpr size_t kShortestBrokenLine = 20;

char32_t decoded(std::string_view character) {
  const auto byte = [&](size_t i) { return static_cast<char32_t>(static_cast<unsigned char>(character[i])); };
  switch (character.size()) {
    case 1:
      return byte(0) < 0x80 ? byte(0) : U'\uFFFD';
    case 2:
      return byte(0) < 0xC0 ? U'\uFFFD' : (byte(0) & 0x1F) << 6U | (byte(1) & 0x3F);
    case 3:
      return byte(0) < 0xE0 ? U'\uFFFD' : (byte(0) & 0x0F) << 12U | (byte(1) & 0x3F) << 6U | (byte(2) & 0x3F);
    case 4:
      return byte(0) < 0xF0
                 ? U'\uFFFD'
                 : (byte(0) & 0x07) << 18U | (byte(1) & 0x3F) << 12U | (byte(2) & 0x3F) << 6U | (byte(3) & 0x3F);
    default:
      return U'\uFFFD';
  }
}

bool is_digit(char32_t c) { return c >= U'0' && c <= U'9'; }

// Full-width signs that stand in or round numbers; ， and ； stay, they part clauses.
bool is_half_width_here(char32_t c) {
  const bool alphanumeric =
      (c >= 0xFF10 && c <= 0xFF19) || (c >= 0xFF21 && c <= 0xFF3A) || (c >= 0xFF41 && c <= 0xFF5A);
  return alphanumeric || std::u32string_view(U"％（）．：－／＋＠＿＝＆＃").find(c) != std::u32string_view::npos;
}

char32_t made_plain(std::string_view character) {
  const char32_t c = decoded(character);
  if (is_blank(character) || kQuotes.find(c) != std::u32string_view::npos) return kNothing;
  if (is_half_width_here(c)) return c - 0xFF01 + U'!';
  if (c < 0x2E80) return c;
  const std::u32string simple = code_points(simplified(character));
  return simple.size() == 1 ? simple.front() : c;
}

// Every character of the basic plane is made plain once a thread.
char32_t plain_character(std::string_view character) {
  thread_local std::vector<char32_t> known(0x10000, kUnknown);
  const char32_t c = decoded(character);
  if (c >= known.size()) return c;
  char32_t& plain = known[c];
  if (plain == kUnknown) plain = made_plain(character);
  return plain;
}

class Writer {
 public:
  void add(std::string_view character, size_t index, size_t byte) {
    const char32_t c = character == "\n" ? kNothing : plain_character(character);
    if (c == kNothing) {
      if (!gap_) gap_ = Place{index, byte};
      line_ended_ = line_ended_ || character == "\n";
      return;
    }
    part_from(c);
    put(c, {index, byte});
    ++line_length_;
  }

  PlainText finish(size_t length, size_t bytes) {
    plain_.origin.push_back(length);
    plain_.bytes.push_back(bytes);
    return std::move(plain_);
  }

 private:
  struct Place {
    size_t index = 0;
    size_t byte = 0;
  };

  // What stood between the last character and `c`: nothing, a space of a number, a line break.
  void part_from(char32_t c) {
    const bool digits = !plain_.text.empty() && is_digit(plain_.text.back()) && is_digit(c);
    if (whole_line_) confirm(c);
    if (gap_ && !plain_.text.empty()) {
      if (line_ended_)
        end_line(c, digits);
      else if (digits)
        put(U' ', *gap_);
    }
    if (line_ended_) line_length_ = 0;
    line_ended_ = false;
    gap_.reset();
  }

  void end_line(char32_t c, bool digits) {
    const bool broken =
        line_length_ >= kShortestBrokenLine && kSentenceEnds.find(plain_.text.back()) == std::u32string_view::npos;
    if (!broken || c == U'(')
      put(U'\n', *gap_);
    else if (digits)
      put(U' ', *gap_);
    else
      whole_line_ = gap_;
  }

  // The second character of a line shows that the first is an enumerator: the line before was whole.
  void confirm(char32_t c) {
    const char32_t first = plain_.text.back();
    if (kEnumerators.find(c) != std::u32string_view::npos && kOrdinals.find(first) != std::u32string_view::npos) {
      const Place place{plain_.origin.back(), plain_.bytes.back()};
      plain_.text.pop_back(), plain_.origin.pop_back(), plain_.bytes.pop_back();
      put(U'\n', *whole_line_);
      put(first, place);
    }
    whole_line_.reset();
  }

  void put(char32_t c, Place place) {
    plain_.text += c;
    plain_.origin.push_back(place.index);
    plain_.bytes.push_back(place.byte);
  }

  PlainText plain_;
  size_t line_length_ = 0;
  bool line_ended_ = false;
  std::optional<Place> gap_;         // of the first invisible character since the last visible one
  std::optional<Place> whole_line_;  // of the line break that was left out before the last character
};

}  // namespace

std::u32string code_points(std::string_view text) {
  std::u32string out;
  while (!text.empty()) {
    const std::string_view character = first_character(text);
    out += decoded(character);
    text.remove_prefix(character.size());
  }
  return out;
}

std::string utf8_of(std::u32string_view text) {
  std::string out;
  const auto add = [&](char32_t bits) { out += static_cast<char>(static_cast<unsigned char>(bits)); };
  for (const char32_t c : text) {
    if (c < 0x80) {
      add(c);
    } else if (c < 0x800) {
      add(0xC0 | c >> 6U), add(0x80 | (c & 0x3F));
    } else if (c < 0x10000) {
      add(0xE0 | c >> 12U), add(0x80 | (c >> 6U & 0x3F)), add(0x80 | (c & 0x3F));
    } else {
      add(0xF0 | c >> 18U), add(0x80 | (c >> 12U & 0x3F)), add(0x80 | (c >> 6U & 0x3F)), add(0x80 | (c & 0x3F));
    }
  }
  return out;
}

PlainText plain_text(std::string_view text) {
  Writer writer;
  size_t index = 0;
  size_t byte = 0;
  for (; byte < text.size(); ++index) {
    const std::string_view character = first_character(text.substr(byte));
    writer.add(character, index, byte);
    byte += character.size();
  }
  return writer.finish(index, byte);
}

}  // namespace nianbao

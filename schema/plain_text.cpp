#include "schema/plain_text.h"

#include "schema/text.h"

namespace nianbao {
namespace {

using std::size_t;

constexpr char32_t kNothing = 0;
constexpr char32_t kUnknown = 0xFFFFFFFF;
constexpr std::u32string_view kQuotes = U"\"'`“”‘’「」『』";
constexpr std::u32string_view kSentenceEnds = U"。！？；：!?;:";
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
    byte_ = byte;
    if (character == "\n") {
      line_ended_ = true;
      return;
    }
    const char32_t c = plain_character(character);
    if (c == kNothing) {
      blank_ = true;
      return;
    }
    part_from(c, index);
    put(c, index);
    ++line_length_;
  }

  PlainText finish(size_t length, size_t bytes) {
    plain_.origin.push_back(length);
    plain_.bytes.push_back(bytes);
    return std::move(plain_);
  }

 private:
  // What stood between the last character and `c`: nothing, a space of a number, a line break.
  void part_from(char32_t c, size_t index) {
    const bool digits = !plain_.text.empty() && is_digit(plain_.text.back()) && is_digit(c);
    if (line_ended_ && !plain_.text.empty()) {
      const bool broken =
          line_length_ >= kShortestBrokenLine && kSentenceEnds.find(plain_.text.back()) == std::u32string_view::npos;
      if (!broken || c == U'(')
        put(U'\n', index);
      else
        doubtful_ = digits ? 0 : plain_.text.size();
      if (broken && digits) put(U' ', index);
    } else if (blank_ && digits) {
      put(U' ', index);
    } else if (doubtful_ != 0) {
      confirm(c);
    }
    if (line_ended_) line_length_ = 0;
    line_ended_ = blank_ = false;
  }

  // The second character of a line shows that the first is an enumerator: the line before was whole.
  void confirm(char32_t c) {
    if (kEnumerators.find(c) != std::u32string_view::npos) {
      plain_.text.insert(doubtful_, 1, U'\n');
      repeat(plain_.origin);
      repeat(plain_.bytes);
    }
    doubtful_ = 0;
  }

  void repeat(std::vector<size_t>& places) const {
    const size_t place = places[doubtful_];
    places.insert(places.begin() + static_cast<std::ptrdiff_t>(doubtful_), place);
  }

  void put(char32_t c, size_t index) {
    plain_.text += c;
    plain_.origin.push_back(index);
    plain_.bytes.push_back(byte_);
  }

  PlainText plain_;
  size_t byte_ = 0;
  size_t line_length_ = 0;
  size_t doubtful_ = 0;  // where a line break was left out before the last character; 0 for nowhere
  bool line_ended_ = false;
  bool blank_ = false;
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

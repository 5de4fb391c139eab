#include "extract/text_damage.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "extract/encoding.h"
#include "extract/encoding_guess.h"
#include "schema/memo.h"
#include "schema/text.h"

namespace nianbao {
namespace {

using std::string_view;

constexpr string_view kReplacement = "\xEF\xBF\xBD";

// All text of a document, line by line, with the block or cell where each stands.
class TextCollector {
 public:
  explicit TextCollector(const Document& document) : document_(document) {
    for (const Block& block : document.blocks) {
      if (const auto* paragraph = std::get_if<Paragraph>(&block)) add(paragraph->text, block, nullptr);
      if (const auto* table = std::get_if<Table>(&block))
        for (const Cell& cell : table->cells) add(cell.text, block, &cell);
    }
  }

  const std::string& text() const { return text_; }

  // The address of a line of text().
  std::string place_of(std::size_t line) const {
    const Place& place = places_.at(line);
    if (place.cell != nullptr) return address_of(document_, std::get<Table>(*place.block), *place.cell);
    return address_of(document_, std::get<Paragraph>(*place.block));
  }

 private:
  struct Place {
    const Block* block = nullptr;
    const Cell* cell = nullptr;
  };

  void add(const std::string& text, const Block& block, const Cell* cell) {
    for (LineReader lines(text); const auto line = lines.next();) {
      text_.append(*line).append(1, '\n');
      places_.push_back({&block, cell});
    }
  }

  const Document& document_;
  std::string text_;
  std::vector<Place> places_;
};

// One kind of damage in a document.
struct Damaged {
  std::size_t characters = 0;
  std::size_t first_line = 0;
  std::size_t last_line = 0;

  void add(std::size_t line, std::size_t found) {
    if (found == 0) return;
    first_line = characters == 0 ? line : std::min(first_line, line);
    last_line = std::max(last_line, line);
    characters += found;
  }
};

unsigned byte_at(string_view bytes, std::size_t at) { return static_cast<unsigned char>(bytes[at]); }

// The character of three bytes of UTF-8 at `at`, or 0.
unsigned three_bytes_at(string_view bytes, std::size_t at) {
  if (at + 3 > bytes.size() || (byte_at(bytes, at) & 0xF0U) != 0xE0U || (byte_at(bytes, at + 1) & 0xC0U) != 0x80U ||
      (byte_at(bytes, at + 2) & 0xC0U) != 0x80U)
    return 0;
  return (byte_at(bytes, at) & 0x0FU) << 12U | (byte_at(bytes, at + 1) & 0x3FU) << 6U |
         (byte_at(bytes, at + 2) & 0x3FU);
}

bool is_chinese(unsigned character) {
  return (character >= 0x4E00 && character <= 0x9FFF) || (character >= 0x3000 && character <= 0x303F) ||
         (character >= 0xFF01 && character <= 0xFF5E);
}

// What the bytes of a line say as UTF-8.
struct AsUtf8 {
  std::size_t chinese = 0;   // characters
  std::size_t replaced = 0;  // U+FFFD: 锟斤拷 are the bytes of two
  std::size_t beyond = 0;    // bytes outside ASCII
};

AsUtf8 read_as_utf8(string_view bytes) {
  AsUtf8 read;
  for (std::size_t at = 0; at < bytes.size();) {
    const unsigned character = three_bytes_at(bytes, at);
    const bool is_replaced = character == 0xFFFD;
    const bool is_read = is_replaced || is_chinese(character);
    read.chinese += is_read && !is_replaced ? 1U : 0U;
    read.replaced += is_replaced ? 1U : 0U;
    read.beyond += is_read ? 3U : byte_at(bytes, at) >= 0x80 ? 1U : 0U;
    at += is_read ? 3U : 1U;
  }
  return read;
}

bool is_ascii(string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return (c & 0x80) == 0; });
}

// What the bytes of a line say as UTF-8 when it is written as GB18030. Most lines are labels, which come again.
AsUtf8 bytes_of_gb18030(string_view line) {
  thread_local Memo<AsUtf8> known;
  return known.of(line, [](string_view anew) { return read_as_utf8(encode_text(anew, "GB18030")); });
}

// Characters of a text that bytes in one encoding were read into, where it is such; else 0. Some characters may have
// been lost. In Chinese as it is written, written as GB18030, a hundredth of the bytes look so.
std::size_t as_misread_utf8(const AsUtf8& read) {
  constexpr std::size_t kFewest = 3;
  return read.chinese >= kFewest && read.chinese * 3 * 10 >= read.beyond * 6 ? read.chinese : 0;
}

std::size_t longest_run_beyond_ascii(string_view bytes) {
  std::size_t longest = 0;
  std::size_t run = 0;
  for (const char c : bytes) {
    run = (c & 0x80) != 0 ? run + 1 : 0;
    longest = std::max(longest, run);
  }
  return longest;
}

// Chinese has words of several characters in a row; accents stand alone, marks of footnotes (¹¹⁴) are short.
std::size_t as_misread_gb18030(string_view bytes) {
  constexpr std::size_t kShortestRun = 8;
  if (longest_run_beyond_ascii(bytes) < kShortestRun) return 0;
  const Commonness read = commonness_as_gb18030(bytes);
  return read.permille() >= 800 ? read.common : 0;
}

std::size_t as_replaced(const AsUtf8& read) { return read.replaced * 3 * 10 >= read.beyond * 6 ? read.replaced : 0; }

constexpr string_view kShortestLoss = "???";

// Runs of `?` that stand for lost characters.
std::size_t question_marks(string_view line) {
  std::size_t lost = 0;
  for (std::size_t at = line.find('?'); at != string_view::npos; at = line.find('?', at)) {
    const std::size_t end = std::min(line.find_first_not_of('?', at), line.size());
    if (end - at >= kShortestLoss.size()) lost += end - at;
    at = end;
  }
  return lost;
}

std::size_t replacements(string_view line) {
  std::size_t lost = 0;
  for (std::size_t at = line.find(kReplacement); at != string_view::npos; at = line.find(kReplacement, at + 3)) ++lost;
  return lost;
}

// Calls take(line number, line) for each line of `text`; they count from `first`.
template <typename Take>
void each_line(string_view text, std::size_t first, Take take) {
  for (std::size_t at = 0; at < text.size(); ++first) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    take(first, text.substr(at, end - at));
    at = end + 1;
  }
}

// U+0080 to U+009F are letters and signs in Windows-1252 and stay what they are in ISO-8859-1.
const char* latin_of(string_view text) {
  for (std::size_t at = text.find('\xC2'); at != string_view::npos; at = text.find('\xC2', at + 1))
    if (at + 1 < text.size() && byte_at(text, at + 1) < 0xA0) return "ISO-8859-1";
  return "windows-1252";
}

class DamageScan {
 public:
  // Goes through the text in parts of whole lines: written in another encoding it takes more room.
  DamageScan(string_view text, bool counts_replacements) : counts_replacements_(counts_replacements) {
    constexpr std::size_t kPart = 64U << 10U;
    std::size_t line = 0;
    while (!text.empty()) {
      const std::size_t last = text.size() <= kPart ? text.size() : text.find('\n', kPart);
      const string_view part = text.substr(0, last == string_view::npos ? last : last + 1);
      scan(part, line);
      line += static_cast<std::size_t>(std::count(part.begin(), part.end(), '\n'));
      text.remove_prefix(part.size());
    }
  }

  const Damaged& misread() const { return misread_; }
  const Damaged& lost() const { return lost_; }

 private:
  void scan(string_view text, std::size_t first) {
    if (text.find(kShortestLoss) != string_view::npos)
      each_line(text, first, [&](std::size_t at, string_view line) { lost_.add(at, question_marks(line)); });
    if (counts_replacements_)
      each_line(text, first, [&](std::size_t at, string_view line) { lost_.add(at, replacements(line)); });
    each_line(text, first, [&](std::size_t at, string_view line) {
      if (is_ascii(line)) return;
      const AsUtf8 read = bytes_of_gb18030(line);
      misread_.add(at, as_misread_utf8(read));
      lost_.add(at, as_replaced(read));
    });
    // Chinese has none of the letters U+00C0 to U+00FF, which all bytes of it from 0xC0 become.
    if (text.find('\xC3') == string_view::npos) return;
    const std::string as_latin = encode_text(text, latin_of(text));
    each_line(as_latin, first, [&](std::size_t at, string_view line) {
      misread_.add(at, as_misread_utf8(read_as_utf8(line)));
      misread_.add(at, as_misread_gb18030(line));
    });
  }

  bool counts_replacements_;
  Damaged misread_;
  Damaged lost_;
};

// Letters of any script, as far as characters are: no digits, spaces or punctuation of ASCII.
std::size_t letters_in(string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0xC0 || (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
  }));
}

// From where to where.
std::string detail_of(const Damaged& damaged, const TextCollector& shown) {
  const std::string first = shown.place_of(damaged.first_line);
  const std::string last = shown.place_of(damaged.last_line);
  return first == last ? first : first + " – " + last;
}

}  // namespace

void note_text_damage(Document& document) {
  const TextCollector shown(document);
  // In Word documents U+FFFD also stands for signs of fonts that have no characters, such as bullets.
  const DamageScan damage(shown.text(), !document.encoding.empty());
  const Damaged& misread = damage.misread();
  const Damaged& lost = damage.lost();
  if (misread.characters > 0) document.damage.push_back({"mojibake_part", detail_of(misread, shown)});
  if (lost.characters > 0) document.damage.push_back({"text_lost_part", detail_of(lost, shown)});
  // Some characters prove nothing about a whole file.
  constexpr std::size_t kFewest = 20;
  const std::size_t letters = letters_in(shown.text());
  // Mojibake has up to three letters for a character of the text that it was.
  if (misread.characters >= kFewest && misread.characters * 4 > letters)
    document.lost_text = Problem{"mojibake", detail_of(misread, shown)};
  else if (lost.characters >= kFewest && lost.characters * 2 > letters)
    document.lost_text = Problem{"text_lost", detail_of(lost, shown)};
}

}  // namespace nianbao

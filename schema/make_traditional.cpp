// Writes what ICU knows of Traditional characters into a .cpp, when the program is built: make_traditional OUT. Making
// ICU's own transliterator takes each thread longer than a report, and using it is slow.
#include <unicode/translit.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <fstream>
#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

namespace {

using icu::UnicodeString;

struct Rule {
  UnicodeString from;
  UnicodeString to;
};

std::unique_ptr<icu::Transliterator> transliterator() {
  UErrorCode status = U_ZERO_ERROR;
  std::unique_ptr<icu::Transliterator> made(
      icu::Transliterator::createInstance("Traditional-Simplified", UTRANS_FORWARD, status));
  if (U_FAILURE(status)) throw std::runtime_error("ICU has no Traditional-Simplified data");
  return made;
}

// No letter, digit or sign that rules are written with.
bool is_plain(char16_t c) { return c >= 0x2000 && (c < 0xD800 || c > 0xDFFF); }

bool is_plain(const UnicodeString& text) {
  for (int32_t i = 0; i < text.length(); ++i)
    if (!is_plain(text[i])) return false;
  return !text.isEmpty();
}

// `單于 > 单于`. Rules that say more, or change the length, are not understood.
Rule rule_from(const UnicodeString& line) {
  const int32_t sign = line.indexOf(u" > ");
  if (sign < 0) throw std::runtime_error("a rule of Traditional-Simplified is no pair of texts");
  Rule rule{UnicodeString(line, 0, sign), UnicodeString(line, sign + 3)};
  if (!is_plain(rule.from) || !is_plain(rule.to) || rule.from.length() != rule.to.length())
    throw std::runtime_error("a rule of Traditional-Simplified is not one of characters for as many others");
  return rule;
}

// By their first character; those of one character in ICU's order, for the first that fits is taken.
std::vector<Rule> rules() {
  UnicodeString text;
  transliterator()->toRules(text, false);
  std::vector<Rule> all;
  for (int32_t at = 0; at < text.length();) {
    const int32_t end = text.indexOf(u';', at);
    if (end < 0) break;
    all.push_back(rule_from(UnicodeString(text, at, end - at).trim()));
    at = end + 1;
  }
  std::stable_sort(all.begin(), all.end(), [](const Rule& a, const Rule& b) { return a.from[0] < b.from[0]; });
  return all;
}

std::string utf8_of(const UnicodeString& text) {
  std::string out;
  return text.toUTF8String(out);
}

void write(const std::string& path) {
  std::ofstream out(path, std::ios::binary);
  out << "// Made from ICU's data by schema/make_traditional.cpp.\n#include \"schema/traditional.h\"\n\n"
         "namespace nianbao {\n\nconst std::u16string_view kTraditionalText =";
  for (const Rule& rule : rules()) out << "\n    u\"" << utf8_of(rule.from) << ">" << utf8_of(rule.to) << ";\"";
  out << ";\n\n}  // namespace nianbao\n";
  if (!out.flush()) throw std::runtime_error(path + " cannot be written");
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) return 2;
  write(argv[1]);
  return 0;
}

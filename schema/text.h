// Chinese text as the program compares it: folding of labels, what counts as invisible, widths on a terminal.
// The only place, with numeral and encoding, that knows ICU. Everything takes and gives UTF-8; malformed bytes
// count as U+FFFD and never throw.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace nianbao {

// True for text that shows nothing: empty, spaces of any kind (U+3000, NBSP), zero-width and control characters, BOM.
bool is_blank(std::string_view text);

// `text` without what shows nothing at both ends, up to a character that opens a direction (direction.h): what is blank
// need not be empty then.
std::string_view trim(std::string_view text);

// NFKC, Traditional characters to Simplified, lower case, and without spaces, invisible characters and quotes: two
// spellings of one label give the same string. 其它 is 其他; `1、` `1．` `1.` give `1.`; trailing : ; , . 。 go.
std::string fold(std::string_view text);

// A text folded character by character, so that every byte of it can be traced back. Labels are searched in it: as in
// fold(), what shows nothing and quotes are gone, but all of `、,;:·。.` are `.`, wherever they stand.
struct TracedText {
  std::string text;
  std::vector<std::size_t> origin;  // by byte of `text`: where its character begins; one more for the end
};

TracedText traced_fold(std::string_view text);

// The text of traced_fold(text).
std::string fold_characters(std::string_view text);

// The last character of fold(text), found without folding the rest of it; empty where that is nothing but `、,;:·。.`.
// Only to be held against that of another text, for it is shown as in fold_characters().
std::string last_letter(std::string_view text);

// Traditional characters to Simplified and full-width digits to ASCII; nothing else changes.
std::string simplified(std::string_view text);

// `folded` without a leading enumerator (`1.` `一、` `(一)` `第一部分`); unchanged where it has none.
std::string without_enumerator(const std::string& folded);

// `folded` without a bracketed explanation at its end (`规章(…)` gives `规章`); unchanged where nothing would be left.
std::string without_explanation(const std::string& folded);

// The content of the bracket at the end of `folded`, empty where there is none.
std::string explanation_of(const std::string& folded);

// The lines of `text`, which must outlive this, one by one. LF, CRLF and a lone CR end a line; the last one is given
// even where it is empty.
class LineReader {
 public:
  explicit LineReader(std::string_view text) : rest_(text) {}
  std::optional<std::string_view> next();

 private:
  std::optional<std::string_view> rest_;
};

// The same, all at once.
std::vector<std::string_view> split_lines(std::string_view text);

// The lines of `text`, each trimmed, put together: a label as it reads, whatever its line breaks.
std::string joined_lines(std::string_view text);

// Replaces every occurrence of `from` (not empty) in `text`.
std::string replace_all(std::string_view text, std::string_view from, std::string_view to);

// Columns that `text` takes on a terminal: East Asian wide characters take two, combining and invisible ones none.
std::size_t display_width(std::string_view text);

// The first and the last character (code point) of `text`; empty for an empty text.
std::string_view first_character(std::string_view text);
std::string_view last_character(std::string_view text);

// Characters (code points) in `text`.
std::size_t character_count(std::string_view text);

// True if the bytes are well-formed UTF-8.
bool is_utf8(std::string_view bytes);

// `bytes` with U+FFFD for what is not well-formed UTF-8.
std::string valid_utf8(std::string_view bytes);

}  // namespace nianbao

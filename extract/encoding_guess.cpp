#include "extract/encoding_guess.h"

#include <algorithm>
#include <utility>

#include "schema/text.h"

namespace nianbao {
namespace {

using std::string_view;

// Bytes alone do not tell Big5 from GB18030: nearly every text in Big5 is well-formed GB18030 too. But both standards
// put the characters of everyday use into one level and the rare ones into another. Of seven real reports, read in
// their own encoding, at least 99.9 % of the characters are of the first level (Traditional ones in GBK: 62 % to 68 %);
// Big5 read as GB18030 has 18 % to 27 %, GB18030 read as Big5 at most 52 %, UTF-8 read as GB18030 14 %.
constexpr std::size_t kPlausibleGb18030 = 450;  // permille
constexpr std::size_t kPlausibleBig5 = 800;
constexpr std::size_t kPlausibleUtf16 = 800;  // read with its bytes exchanged it has a third
// Fewer characters prove nothing.
constexpr std::size_t kFewestJudged = 8;

unsigned byte_at(string_view bytes, std::size_t at) { return static_cast<unsigned char>(bytes[at]); }
bool is_within(unsigned byte, unsigned first, unsigned last) { return byte >= first && byte <= last; }

enum class Kind { kCommon, kRare, kNeither };

Kind gb18030_kind(unsigned lead, unsigned trail) {
  if (trail < 0xA1) return Kind::kRare;
  if (is_within(lead, 0xA1, 0xA3)) return Kind::kNeither;
  return is_within(lead, 0xB0, 0xD7) ? Kind::kCommon : Kind::kRare;
}

Kind big5_kind(unsigned lead, unsigned trail) {
  if (is_within(lead, 0xA1, 0xA3)) return Kind::kNeither;
  return is_within(lead, 0xA4, 0xC5) || (lead == 0xC6 && trail < 0x7F) ? Kind::kCommon : Kind::kRare;
}

void count(Commonness& counts, Kind kind) {
  if (kind == Kind::kCommon) ++counts.common;
  if (kind == Kind::kRare) ++counts.rare;
}

// In both, a byte from 0x80 leads a character of two; in GB18030 one of four where a digit follows.
Commonness commonness_by_pairs(string_view bytes, Kind (*kind)(unsigned lead, unsigned trail)) {
  Commonness counts;
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    const unsigned lead = byte_at(bytes, i);
    if (lead < 0x80 || i + 1 == bytes.size()) continue;
    const unsigned trail = byte_at(bytes, i + 1);
    count(counts, trail < 0x40 ? Kind::kRare : kind(lead, trail));
    i += is_within(trail, '0', '9') ? 3U : 1U;
  }
  return counts;
}

Kind utf16_kind(unsigned unit) {
  if (is_within(unit, 0x4E00, 0x9FA5)) return Kind::kCommon;
  const bool is_neither = is_within(unit, 0x20, 0x7E) || is_within(unit, '\t', '\r') ||
                          is_within(unit, 0x2010, 0x2027) || is_within(unit, 0x3000, 0x303F) ||
                          is_within(unit, 0xFF01, 0xFF5E);
  return is_neither ? Kind::kNeither : Kind::kRare;
}

Commonness commonness_as_utf16(string_view bytes, bool big_endian) {
  Commonness counts;
  if (bytes.size() % 2 != 0) return counts;
  for (std::size_t i = 0; i < bytes.size(); i += 2) {
    const unsigned first = byte_at(bytes, i);
    const unsigned second = byte_at(bytes, i + 1);
    count(counts, utf16_kind(big_endian ? first << 8U | second : second << 8U | first));
  }
  return counts;
}

bool is_plausible(const Commonness& counts, std::size_t permille) {
  return counts.judged() >= kFewestJudged && counts.permille() >= permille;
}

// Pairs of letters and digits are characters of UTF-16 too; in Chinese a quarter of the bytes or more are none of
// ASCII.
bool is_plausible_utf16(string_view bytes, bool big_endian) {
  const auto beyond_ascii = std::count_if(bytes.begin(), bytes.end(), [](char c) { return (c & 0x80) != 0; });
  return static_cast<std::size_t>(beyond_ascii) * 8 > bytes.size() &&
         is_plausible(commonness_as_utf16(bytes, big_endian), kPlausibleUtf16);
}

std::vector<std::string> by_commonness(string_view bytes) {
  const Commonness gb18030 = commonness_as_gb18030(bytes);
  const Commonness big5 = commonness_by_pairs(bytes, big5_kind);
  std::vector<std::string> likely;
  if (is_plausible(gb18030, kPlausibleGb18030) || gb18030.judged() < kFewestJudged) likely.emplace_back("GB18030");
  // Where both are as common, GB18030: reports are rarely in Big5.
  if (is_plausible(big5, kPlausibleBig5))
    likely.insert(big5.permille() > gb18030.permille() ? likely.begin() : likely.end(), "Big5");
  // Last: UTF-16 has no characters that are common in the others.
  if (is_plausible_utf16(bytes, false)) likely.emplace_back("UTF-16LE");
  if (is_plausible_utf16(bytes, true)) likely.emplace_back("UTF-16BE");
  return likely;
}

// Drops every run of NULs that a character begins before and ends behind. `begins` is told every other byte and says
// whether a character may go on behind it.
template <typename Begins>
std::string without_inner_nuls(string_view bytes, Begins begins, unsigned first_end, unsigned last_end) {
  std::string out;
  bool is_open = false;
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    const std::size_t next = std::min(bytes.find_first_not_of('\0', i), bytes.size());
    const bool is_inside = is_open && next < bytes.size() && is_within(byte_at(bytes, next), first_end, last_end);
    if (!is_inside) out.append(next - i, '\0');
    if (next == bytes.size()) break;
    out += bytes[next];
    is_open = begins(byte_at(bytes, next));
    i = next;
  }
  return out;
}

// Control characters that no text has. 0x1A ends files of old programs.
bool is_strange_control(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte < 0x20 && byte != 0 && !is_within(byte, '\t', '\r') && byte != 0x1A;
}

}  // namespace

Commonness commonness_as_gb18030(string_view bytes) { return commonness_by_pairs(bytes, gb18030_kind); }

bool is_chinese_utf8(string_view bytes) {
  const auto leads_three = [](char c) { return (static_cast<unsigned char>(c) & 0xF0U) == 0xE0U; };
  return std::any_of(bytes.begin(), bytes.end(), leads_three) && is_utf8(bytes);
}

std::vector<std::string> likely_encodings(string_view bytes) {
  if (is_chinese_utf8(bytes)) return {"UTF-8"};
  if (auto utf16 = utf16_by_nuls(bytes)) return {std::move(*utf16)};
  if (is_utf8(bytes)) return {"UTF-8"};
  return by_commonness(bytes);
}

std::optional<std::string> utf16_by_nuls(string_view bytes) {
  std::size_t at_even = 0;
  std::size_t at_odd = 0;
  for (std::size_t i = 0; i < bytes.size(); ++i)
    if (bytes[i] == '\0') ++(i % 2 == 0 ? at_even : at_odd);
  const bool dense = (at_even + at_odd) * 20 > bytes.size();
  if (!dense || bytes.size() % 2 != 0) return std::nullopt;
  if (at_odd > 2 * at_even) return "UTF-16LE";
  if (at_even > 2 * at_odd) return "UTF-16BE";
  return std::nullopt;
}

std::string closed_up(string_view bytes) {
  const auto begins_utf8 = [](unsigned byte) { return byte >= 0x80; };
  std::string as_utf8 = without_inner_nuls(bytes, begins_utf8, 0x80, 0xBF);
  if (is_utf8(as_utf8)) return as_utf8;
  const auto begins_pair = [is_open = false](unsigned byte) mutable { return is_open = !is_open && byte >= 0x80; };
  return without_inner_nuls(bytes, begins_pair, 0x40, 0xFE);
}

bool is_text_with_nuls(string_view bytes) {
  const std::vector<std::string> whole = likely_encodings(bytes);
  if (!whole.empty() && whole.front().starts_with("UTF-16")) return true;
  const string_view text = bytes.substr(0, bytes.find_last_not_of('\0') + 1);
  constexpr std::size_t kBytesANul = 20;
  const auto nuls = static_cast<std::size_t>(std::count(text.begin(), text.end(), '\0'));
  return !text.empty() && nuls * kBytesANul <= text.size() &&
         std::none_of(text.begin(), text.end(), is_strange_control) &&
         (!likely_encodings(text).empty() || !likely_encodings(closed_up(text)).empty());
}

}  // namespace nianbao

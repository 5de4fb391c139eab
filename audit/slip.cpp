#include "audit/slip.h"

#include <algorithm>
#include <string>

namespace nianbao {
namespace {

struct SlipWords {
  Slip slip;
  const char* id;
  const char* zh;
  const char* en;
};

constexpr SlipWords kWords[] = {
    {Slip::kRowShifted, "row_shifted", "整行错位一列", "the whole row stands one column beside its place"},
    {Slip::kMoved, "moved", "填到了相邻的单元格", "the number stands in the next cell"},
    {Slip::kSwapped, "swapped", "相邻两格的数字互换", "two neighbours are exchanged"},
    {Slip::kDigitsSwapped, "digits_swapped", "相邻两位数字颠倒", "two digits are exchanged"},
    {Slip::kDigitDropped, "digit_dropped", "漏了一位数字", "a digit is missing"},
    {Slip::kDigitAdded, "digit_added", "多了一位数字", "a digit is too much"},
    {Slip::kScale, "scale", "多了或少了几个 0", "zeros are missing or too many"},
    {Slip::kDigitChanged, "digit_changed", "错了一位数字", "one digit is another one"},
    {Slip::kCopied, "copied", "抄了旁边或总计的数字", "the number of a neighbour or a total was copied"},
    {Slip::kLeftOut, "left_out", "漏填，写成了 0", "left out, 0 stands in its place"},
    {Slip::kOther, "other", "原因不明", "no slip that is known"},
};

const SlipWords& words_of(Slip slip) {
  return *std::find_if(std::begin(kWords), std::end(kWords), [&](const SlipWords& w) { return w.slip == slip; });
}

// `longer` is `shorter` with one more digit somewhere.
bool has_one_more(const std::string& longer, const std::string& shorter) {
  if (longer.size() != shorter.size() + 1) return false;
  const auto [at, other] = std::mismatch(shorter.begin(), shorter.end(), longer.begin());
  return std::equal(at, shorter.end(), other + 1);
}

bool is_scaled(const std::string& longer, const std::string& shorter) {
  return longer.size() > shorter.size() && shorter != "0" && longer.starts_with(shorter) &&
         longer.find_first_not_of('0', shorter.size()) == std::string::npos;
}

bool has_swapped_digits(const std::string& a, const std::string& b) {
  if (a.size() != b.size()) return false;
  const auto [x, y] = std::mismatch(a.begin(), a.end(), b.begin());
  return a.end() - x >= 2 && x[0] == y[1] && x[1] == y[0] && std::equal(x + 2, a.end(), y + 2);
}

bool has_one_other_digit(const std::string& a, const std::string& b) {
  if (a.size() != b.size()) return false;
  const auto [x, y] = std::mismatch(a.begin(), a.end(), b.begin());
  return std::equal(x + 1, a.end(), y + 1);
}

}  // namespace

const char* name_of(Slip slip) { return words_of(slip).id; }
const char* zh_of(Slip slip) { return words_of(slip).zh; }
const char* en_of(Slip slip) { return words_of(slip).en; }

Slip slip_between(std::int64_t printed, std::int64_t meant) {
  const std::string shown = std::to_string(printed);
  const std::string right = std::to_string(meant);
  if (has_swapped_digits(shown, right)) return Slip::kDigitsSwapped;
  if (is_scaled(shown, right) || is_scaled(right, shown)) return Slip::kScale;
  if (has_one_more(right, shown) && printed != 0) return Slip::kDigitDropped;
  if (has_one_more(shown, right) && meant != 0) return Slip::kDigitAdded;
  if (printed == 0) return Slip::kLeftOut;
  if (shown.size() > 1 && has_one_other_digit(shown, right)) return Slip::kDigitChanged;
  return Slip::kOther;
}

}  // namespace nianbao

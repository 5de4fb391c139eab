#include "extract/docx_known_styles.h"

#include <algorithm>
#include <cstddef>
#include <utility>
#include <vector>

namespace nianbao {
namespace {

constexpr std::size_t kMostParts = 4;
constexpr std::size_t kLargestPart = 1U << 20U;

struct KnownPart {
  PackedMember member;
  Limits limits;
  Styles styles;
};

// The one that was used last comes first.
Styles first_of(std::vector<KnownPart>& parts, std::vector<KnownPart>::iterator used) {
  std::rotate(parts.begin(), used, used + 1);
  return parts.front().styles;
}

}  // namespace

Result<Styles> read_styles(PackedMember member, const Limits& limits) {
  thread_local std::vector<KnownPart> known;
  const auto found = std::find_if(known.begin(), known.end(), [&](const KnownPart& part) {
    return part.member == member && part.limits == limits;
  });
  if (found != known.end()) return first_of(known, found);
  const Result<std::string> bytes = unpacked(member, limits);
  if (!bytes) return bytes.problem();
  Result<Styles> styles = Styles::read(XmlPart(std::string_view(*bytes), limits));
  if (!styles || std::max(bytes->size(), member.bytes.size()) > kLargestPart) return styles;
  if (known.size() == kMostParts) known.pop_back();
  known.push_back({std::move(member), limits, *styles});
  return first_of(known, known.end() - 1);
}

}  // namespace nianbao

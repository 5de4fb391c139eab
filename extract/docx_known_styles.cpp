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
  std::string bytes;
  Limits limits;
  Styles styles;
};

// The one that was used last comes first.
Styles first_of(std::vector<KnownPart>& parts, std::vector<KnownPart>::iterator used) {
  std::rotate(parts.begin(), used, used + 1);
  return parts.front().styles;
}

}  // namespace

Result<Styles> read_styles(std::string bytes, const Limits& limits) {
  thread_local std::vector<KnownPart> known;
  const auto found = std::find_if(known.begin(), known.end(),
                                  [&](const KnownPart& part) { return part.bytes == bytes && part.limits == limits; });
  if (found != known.end()) return first_of(known, found);
  Result<Styles> styles = Styles::read(XmlPart(std::string_view(bytes), limits));
  if (!styles || bytes.size() > kLargestPart) return styles;
  if (known.size() == kMostParts) known.pop_back();
  known.push_back({std::move(bytes), limits, *styles});
  return first_of(known, known.end() - 1);
}

}  // namespace nianbao

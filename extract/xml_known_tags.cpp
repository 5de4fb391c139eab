#include "extract/xml_known_tags.h"

#include <cstring>

namespace nianbao {
namespace {

std::uint64_t eight_bytes(const char* at) {
  std::uint64_t bytes = 0;
  std::memcpy(&bytes, at, sizeof bytes);
  return bytes;
}

// Of the ends and the middle: tags differ in their names, and then in one value.
std::uint64_t hash_of(std::string_view bytes) {
  constexpr std::size_t kWord = sizeof(std::uint64_t);
  std::uint64_t hash = bytes.size();
  const auto mix = [&](std::uint64_t word) { hash = (hash ^ word) * 0x9E3779B97F4A7C15U, hash ^= hash >> 29U; };
  if (bytes.size() < kWord) {
    for (const char c : bytes) hash = hash << 8U ^ static_cast<unsigned char>(c);
    mix(0);
    return hash;
  }
  mix(eight_bytes(bytes.data()));
  mix(eight_bytes(bytes.data() + (bytes.size() - kWord) / 2));
  mix(eight_bytes(bytes.data() + bytes.size() - kWord));
  return hash;
}

}  // namespace

XmlKnownTags::XmlKnownTags() : entries_(kPlaces) {}

XmlKnownTags::Entry& XmlKnownTags::place_of(std::string_view bytes) { return entries_[hash_of(bytes) % kPlaces]; }

const XmlStartTag* XmlKnownTags::find(std::string_view bytes) {
  Entry& entry = place_of(bytes);
  if (entry.era != era_ || entry.bytes != bytes) return nullptr;
  entry.tag.attributes = {attributes_.data() + entry.first_attribute, entry.tag.attributes.size()};
  return &entry.tag;
}

void XmlKnownTags::add(std::string_view bytes, const XmlStartTag& tag) {
  if (attributes_.size() + tag.attributes.size() > kMostAttributes) forget();
  place_of(bytes) = {bytes, tag, static_cast<std::uint32_t>(attributes_.size()), era_};
  attributes_.insert(attributes_.end(), tag.attributes.begin(), tag.attributes.end());
}

void XmlKnownTags::forget() {
  ++era_;
  attributes_.clear();
}

}  // namespace nianbao

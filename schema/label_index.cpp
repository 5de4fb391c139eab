#include "schema/label_index.h"

#include <algorithm>

#include "schema/text.h"

namespace nianbao {
namespace {

void add_once(std::vector<LabelHit>& hits, LabelHit hit) {
  const auto same = std::find_if(hits.begin(), hits.end(), [&](const LabelHit& h) { return h.id == hit.id; });
  if (same == hits.end()) hits.push_back(hit);
}

void add_once(std::vector<std::string>& keys, std::string key) {
  if (!key.empty() && std::find(keys.begin(), keys.end(), key) == keys.end()) keys.push_back(std::move(key));
}

}  // namespace

std::vector<std::string> label_keys(std::string_view text) {
  std::vector<std::string> keys;
  const std::string folded = fold(text);
  add_once(keys, folded);
  add_once(keys, without_explanation(folded));
  add_once(keys, without_enumerator(folded));
  add_once(keys, without_explanation(without_enumerator(folded)));
  return keys;
}

void LabelIndex::add(std::string_view label, std::size_t id, Spelling spelling) {
  const std::vector<std::string> keys = label_keys(label);
  if (keys.empty()) return;
  add_once(exact_[keys.front()], {id, spelling});
  for (std::size_t i = 1; i < keys.size(); ++i) add_once(shortened_[keys[i]], {id, Spelling::kAlias});
  for (const std::string& key : keys)
    spellings_.push_back({.text = traced_fold(key).text,
                          .id = id,
                          .spelling = &key == &keys.front() ? spelling : Spelling::kAlias,
                          .is_numbered = without_enumerator(key) != key});
}

std::vector<LabelHit> LabelIndex::find(const std::vector<std::string>& keys) const {
  for (std::size_t i = 0; i < keys.size(); ++i) {
    const auto found = exact_.find(keys[i]);
    if (found == exact_.end()) continue;
    std::vector<LabelHit> hits = found->second;
    if (i > 0)
      for (LabelHit& hit : hits) hit.spelling = Spelling::kAlias;
    return hits;
  }
  for (const std::string& key : keys)
    if (const auto found = shortened_.find(key); found != shortened_.end()) return found->second;
  return {};
}

}  // namespace nianbao

#include "schema/label_index.h"

#include <algorithm>

#include "schema/memo.h"
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

LabelKeys::LabelKeys(std::vector<std::string> keys) : keys_(std::move(keys)) {
  for (const std::string& key : keys_) hashes_.push_back(std::hash<std::string>()(key));
}

std::shared_ptr<const LabelKeys> known_label_keys(std::string_view text) {
  thread_local Memo<std::shared_ptr<const LabelKeys>> known;
  return known.of(text, [](std::string_view anew) { return std::make_shared<const LabelKeys>(label_keys(anew)); });
}

void LabelIndex::add(std::string_view label, std::size_t id, Spelling spelling) {
  const std::vector<std::string> keys = label_keys(label);
  if (keys.empty()) return;
  Meaning& own = meaning_of(keys.front());
  add_once(own.exact, {id, spelling});
  add_once(own.alias, {id, Spelling::kAlias});
  for (std::size_t i = 1; i < keys.size(); ++i) add_once(meaning_of(keys[i]).shortened, {id, Spelling::kAlias});
  for (const std::string& key : keys)
    spellings_.push_back({.text = fold_characters(key),
                          .id = id,
                          .spelling = &key == &keys.front() ? spelling : Spelling::kAlias,
                          .is_numbered = without_enumerator(key) != key});
}

LabelIndex::Meaning& LabelIndex::meaning_of(const std::string& key) {
  slots_.set(std::hash<std::string>()(key) % kSlots);
  return meanings_[key];
}

const LabelIndex::Meaning* LabelIndex::find(const LabelKeys& keys, std::size_t i) const {
  if (!slots_.test(keys.hash(i) % kSlots)) return nullptr;
  const auto found = meanings_.find(keys[i]);
  return found == meanings_.end() ? nullptr : &found->second;
}

const std::vector<LabelHit>& LabelIndex::find(const LabelKeys& keys) const {
  static const std::vector<LabelHit> kNone;
  const std::vector<LabelHit>* shortened = &kNone;
  for (std::size_t i = 0; i < keys.size(); ++i) {
    const Meaning* meaning = find(keys, i);
    if (meaning == nullptr) continue;
    if (!meaning->exact.empty()) return i == 0 ? meaning->exact : meaning->alias;
    if (shortened->empty()) shortened = &meaning->shortened;
  }
  return *shortened;
}

}  // namespace nianbao

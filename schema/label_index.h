// Finds which label of the form a piece of document text is, whatever its spelling.
#pragma once

#include <bitset>
#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace nianbao {

// How far the printed text is from the form's own: the same after folding, or a known other spelling.
enum class Spelling { kLabel, kAlias };

struct LabelHit {
  std::size_t id = 0;
  Spelling spelling = Spelling::kLabel;

  friend bool operator==(const LabelHit&, const LabelHit&) = default;
};

// The spellings under which a text is looked up, best first: folded, without a trailing explanation in brackets,
// without its enumerator, without both. No duplicates.
std::vector<std::string> label_keys(std::string_view text);

// Such spellings, hashed once: they are looked up in many indexes.
class LabelKeys {
 public:
  LabelKeys() = default;
  LabelKeys(std::vector<std::string> keys);

  bool empty() const { return keys_.empty(); }
  std::size_t size() const { return keys_.size(); }
  const std::string& front() const { return keys_.front(); }
  const std::string& operator[](std::size_t i) const { return keys_[i]; }
  std::size_t hash(std::size_t i) const { return hashes_[i]; }

 private:
  std::vector<std::string> keys_;
  std::vector<std::size_t> hashes_;
};

// LabelKeys of label_keys(text). Every report has the same labels: each thread remembers them.
std::shared_ptr<const LabelKeys> known_label_keys(std::string_view text);

// A spelling as traced_fold() shows it, without punctuation at its end.
struct LabelSpelling {
  std::string text;
  std::size_t id = 0;
  Spelling spelling = Spelling::kLabel;
  bool is_numbered = false;  // begins with an enumerator
};

class LabelIndex {
 public:
  // Adds the form's own spelling of label `id`, or with kAlias another one that means it.
  void add(std::string_view label, std::size_t id, Spelling spelling);

  // What the text with these keys may be: all ids of the first key that is known, each once; empty where none is.
  // More than one id means that the text alone does not decide.
  const std::vector<LabelHit>& find(const LabelKeys& keys) const;

  // All spellings that are known.
  const std::vector<LabelSpelling>& spellings() const { return spellings_; }

  bool empty() const { return spellings_.empty(); }

 private:
  // What a key may be.
  struct Meaning {
    std::vector<LabelHit> exact;
    std::vector<LabelHit> alias;  // the same, for a text that was shortened to this key
    // Shortened spellings (no enumerator, no explanation); consulted only where the exact ones fail.
    std::vector<LabelHit> shortened;
  };

  static constexpr std::size_t kSlots = 1024;

  Meaning& meaning_of(const std::string& key);
  const Meaning* find(const LabelKeys& keys, std::size_t i) const;

  std::unordered_map<std::string, Meaning> meanings_;
  std::bitset<kSlots> slots_;  // of the hashes that are there: most texts are no label of this index
  std::vector<LabelSpelling> spellings_;
};

}  // namespace nianbao

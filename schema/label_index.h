// Finds which label of the form a piece of document text is, whatever its spelling.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
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
  std::vector<LabelHit> find(const std::vector<std::string>& keys) const;

  // All spellings that are known.
  const std::vector<LabelSpelling>& spellings() const { return spellings_; }

  bool empty() const { return exact_.empty(); }

 private:
  std::map<std::string, std::vector<LabelHit>, std::less<>> exact_;
  // Shortened spellings (no enumerator, no explanation); consulted only where the exact ones fail.
  std::map<std::string, std::vector<LabelHit>, std::less<>> shortened_;
  std::vector<LabelSpelling> spellings_;
};

}  // namespace nianbao

#include "schema/comparison_parser.h"

#include <charconv>
#include <sstream>
#include <string_view>

namespace nianbao {
namespace {

constexpr std::string_view kPrevious = "prev.";

std::optional<Relation> relation_named(const std::string& word) {
  for (const Relation relation : {Relation::kLess, Relation::kAtMost, Relation::kEqual, Relation::kDifferent,
                                  Relation::kAtLeast, Relation::kMore})
    if (word == name_of(relation)) return relation;
  return std::nullopt;
}

class Parser {
 public:
  Parser(const std::string& text, const FieldIndex& fields) : text_(text), words_(text), fields_(fields) { next(); }

  Comparison comparison() {
    Comparison comparison{.left = sum(), .right = {}};
    const auto relation = relation_named(word_);
    if (!relation) fail("< <= = != >= or > is expected");
    comparison.relation = *relation;
    next();
    comparison.right = sum();
    if (!word_.empty()) fail("\"" + word_ + "\" is not expected");
    return comparison;
  }

 private:
  void next() {
    word_.clear();
    words_ >> word_;
  }

  [[noreturn]] void fail(const std::string& reason) const { throw ComparisonError("\"" + text_ + "\": " + reason); }

  std::vector<Term> sum() {
    std::vector<Term> terms = {term(1)};
    while (word_ == "+" || word_ == "-") {
      const int sign = word_ == "+" ? 1 : -1;
      next();
      terms.push_back(term(sign));
    }
    return terms;
  }

  Term term(std::int64_t sign) {
    const auto number = Decimal::parse(word_);
    if (!number) return field_term(sign);
    const std::string printed = word_;
    next();
    if (word_ != "*") return {.number = *number->times(sign)};
    next();
    std::int64_t factor = 0;
    const auto [end, error] = std::from_chars(printed.data(), printed.data() + printed.size(), factor);
    if (error != std::errc() || end != printed.data() + printed.size()) fail("a factor is a whole number");
    return field_term(sign * factor);
  }

  Term field_term(std::int64_t factor) {
    std::string_view id = word_;
    const bool is_previous = id.starts_with(kPrevious);
    if (is_previous) id.remove_prefix(kPrevious.size());
    const auto field = fields_.find(id);
    if (!field)
      fail(id.empty() ? "a field or a number is expected" : "no form has the field \"" + std::string(id) + "\"");
    next();
    return {.factor = factor, .field = field, .is_previous = is_previous};
  }

  const std::string& text_;
  std::istringstream words_;
  const FieldIndex& fields_;
  std::string word_;
};

}  // namespace

Comparison parse_comparison(const std::string& text, const FieldIndex& fields) {
  return Parser(text, fields).comparison();
}

}  // namespace nianbao

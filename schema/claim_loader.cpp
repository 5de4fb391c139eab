#include "schema/claim_loader.h"

#include <algorithm>

#include "schema/json_node.h"
#include "schema/plain_text.h"

namespace nianbao {
namespace {

using std::string;

std::u32string word_of(const string& text) { return code_points(text); }

using WordList = std::vector<std::u32string>;

Words longest_first(WordList words) {
  std::stable_sort(words.begin(), words.end(), [](const auto& a, const auto& b) { return a.size() > b.size(); });
  return words;
}

Words words_of(const JsonNode& node) {
  WordList words;
  for (const string& word : node.strings()) words.push_back(word_of(word));
  return longest_first(std::move(words));
}

std::map<std::u32string, int> powers_of(const JsonNode& node) {
  std::map<std::u32string, int> powers;
  for (const string& key : node.keys()) powers[word_of(key)] = node.at(key).integer();
  return powers;
}

std::vector<int> integers_of(const JsonNode& node) {
  std::vector<int> integers;
  for (const JsonNode& item : node.items()) integers.push_back(item.integer());
  return integers;
}

Sum sum_of(const JsonNode& node) {
  Sum sum;
  for (const string& operand : node.strings()) {
    const bool negative = operand.front() == '-';
    sum.push_back({operand.substr(negative ? 1 : 0), negative});
  }
  if (sum.empty()) node.fail("a reading has at least one field");
  return sum;
}

std::vector<Sum> sums_of(const JsonNode& node) {
  std::vector<Sum> sums;
  for (const JsonNode& item : node.items()) sums.push_back(sum_of(item));
  return sums;
}

NumberWords numbers_of(const JsonNode& node) {
  node.expect_only({"units", "chinese_units", "multiples", "about_before", "about_between", "about_after", "not_units",
                    "ordinal_before", "numeral_not_behind", "hours", "minutes", "each_before", "bare_before",
                    "zero_before", "quoted"});
  NumberWords words{.units = words_of(node.at("units")),
                    .chinese_units = words_of(node.at("chinese_units")),
                    .multiples = powers_of(node.at("multiples")),
                    .multiple_words = {},
                    .about_before = words_of(node.at("about_before")),
                    .about_between = words_of(node.at("about_between")),
                    .about_after = words_of(node.at("about_after")),
                    .not_units = words_of(node.at("not_units")),
                    .ordinal_before = words_of(node.at("ordinal_before")),
                    .numeral_not_behind = words_of(node.at("numeral_not_behind")),
                    .hours = words_of(node.at("hours")),
                    .minutes = words_of(node.at("minutes")),
                    .each_before = words_of(node.at("each_before")),
                    .bare_before = words_of(node.at("bare_before")),
                    .zero_before = words_of(node.at("zero_before")),
                    .quoted = {}};
  WordList multiple_words;
  for (const auto& [word, power] : words.multiples) multiple_words.push_back(word);
  words.multiple_words = longest_first(std::move(multiple_words));
  const JsonNode quoted = node.at("quoted");
  for (const string& open : quoted.keys())
    words.quoted[word_of(open).front()] = word_of(quoted.at(open).string()).front();
  return words;
}

// The terms, and the bit of each meaning by its name.
class TermBook {
 public:
  TermBook(ClaimWords& words, const JsonNode& node) : words_(words) {
    for (const auto& [name, role] : kRoles) words_.roles[role] = 0;
    for (const JsonNode& group : node.items()) add(group);
    for (const auto& [bit, node_of] : pending_) words_.stands_for[bit] = meaning_of(node_of, node_of.string());
    for (const auto& [bit, other] : absorbed_) words_.absorbs[bit] |= meaning_of(other, other.string());
  }

  // One name, or several joined with +; nothing for "".
  Meanings meanings_of(const JsonNode& node) const {
    if (node.is_empty_text()) return 0;
    const string names = node.string();
    Meanings meanings = 0;
    for (std::size_t at = 0; at <= names.size();) {
      const std::size_t end = std::min(names.find('+', at), names.size());
      meanings |= meaning_of(node, names.substr(at, end - at));
      at = end + 1;
    }
    return meanings;
  }

 private:
  inline static const std::map<string, TermRole> kRoles = {{"predicate", TermRole::kPredicate},
                                                           {"context", TermRole::kContext},
                                                           {"excludes", TermRole::kExcludes},
                                                           {"part", TermRole::kPart},
                                                           {"one_of_several", TermRole::kOneOfSeveral},
                                                           {"shared", TermRole::kShared},
                                                           {"off_topic", TermRole::kOffTopic},
                                                           {"disclosure", TermRole::kDisclosure},
                                                           {"proactive", TermRole::kProactive},
                                                           {"disowns", TermRole::kDisowns},
                                                           {"all", TermRole::kAll},
                                                           {"this_year", TermRole::kThisYear},
                                                           {"period", TermRole::kPeriod},
                                                           {"negation", TermRole::kNegation},
                                                           {"nothing", TermRole::kNothing}};

  void add(const JsonNode& group) {
    group.expect_only({"name", "is", "stands_for", "absorbs", "words", "joined"});
    const auto role = kRoles.find(group.at("is").string());
    if (role == kRoles.end()) group.at("is").fail("is no role of a term");
    const string name = group.at("name").string();
    if (bits_.contains(name)) group.at("name").fail("is there already");
    if (bits_.size() == kMostMeanings) group.fail("more than 64 groups of terms");
    const Meanings bit = Meanings{1} << bits_.size();
    bits_[name] = bit;
    words_.roles[role->second] |= bit;
    if (const auto other = group.find("stands_for")) pending_.emplace_back(bit, *other);
    if (const auto others = group.find("absorbs"))
      for (const JsonNode& other : others->items()) absorbed_.emplace_back(bit, other);
    for (const string& word : group.at("words").strings()) words_.terms.add(word_of(word), bit);
    if (const auto parts = group.find("joined"))
      for (const std::u32string& word : joined_words(*parts)) words_.terms.add(word, bit);
  }

  // Every first part with every second one: 上年|结转.
  static WordList joined_words(const JsonNode& parts) {
    WordList words(1);
    for (const JsonNode& part : parts.items()) {
      WordList longer;
      for (const std::u32string& begin : words)
        for (const string& end : part.strings()) longer.push_back(begin + word_of(end));
      words = std::move(longer);
    }
    return words;
  }

  Meanings meaning_of(const JsonNode& node, const string& name) const {
    const auto found = bits_.find(name);
    if (found == bits_.end()) node.fail("there is no group of terms " + name);
    return found->second;
  }

  static constexpr std::size_t kMostMeanings = 64;
  ClaimWords& words_;
  std::map<string, Meanings> bits_;
  std::vector<std::pair<Meanings, JsonNode>> pending_;
  std::vector<std::pair<Meanings, JsonNode>> absorbed_;
};

std::vector<Meanings> alternatives(const JsonNode& node, const TermBook& book) {
  std::vector<Meanings> out;
  for (const JsonNode& item : node.items()) out.push_back(book.meanings_of(item));
  return out;
}

bool flag(const JsonNode& node, const char* key) { return node.find(key).has_value() && node.at(key).boolean(); }

Subject subject_of(const JsonNode& node, const TermBook& book, const JsonNode& unit_groups) {
  node.expect_only({"id",          "rule",      "none_rule", "name",       "en",    "predicates", "contexts",
                    "own_context", "whole",     "undivided", "unanswered", "alone", "after",      "disclosure",
                    "may_be_none", "bare_none", "of_all",    "years",      "units", "readings"});
  Subject subject{.id = node.at("id").string(),
                  .rule = node.at("rule").string(),
                  .none_rule = {},
                  .name_zh = node.at("name").string(),
                  .name_en = node.at("en").string(),
                  .predicates = alternatives(node.at("predicates"), book),
                  .contexts = alternatives(node.at("contexts"), book),
                  .own_context = flag(node, "own_context"),
                  .whole = flag(node, "whole"),
                  .undivided = flag(node, "undivided"),
                  .unanswered = flag(node, "unanswered"),
                  .alone = flag(node, "alone"),
                  .after = flag(node, "after"),
                  .disclosure = flag(node, "disclosure"),
                  .may_be_none = flag(node, "may_be_none"),
                  .bare_none = flag(node, "bare_none"),
                  .of_all = flag(node, "of_all"),
                  .years = {0},
                  .units = words_of(unit_groups.at(node.at("units").string())),
                  .readings = sums_of(node.at("readings"))};
  const auto none = node.find("none_rule");
  subject.none_rule = none ? none->string() : subject.rule;
  if (const auto years = node.find("years")) subject.years = integers_of(*years);
  return subject;
}

YearWords years_of(const JsonNode& node) {
  node.expect_only({"sections",  "next_year_sections",
                    "work",      "leads",
                    "self",      "ourselves",
                    "this_time", "not_this_time",
                    "publish",   "reports",
                    "will",      "of_report",
                    "of_older",  "matters",
                    "own",       "sources",
                    "until",     "ends",
                    "made",      "announce",
                    "announced", "plan",
                    "compare",   "contrast"});
  return {.sections = integers_of(node.at("sections")),
          .next_year_sections = integers_of(node.at("next_year_sections")),
          .work = words_of(node.at("work")),
          .leads = words_of(node.at("leads")),
          .self = words_of(node.at("self")),
          .this_time = words_of(node.at("this_time")),
          .publish = words_of(node.at("publish")),
          .reports = words_of(node.at("reports")),
          .will = words_of(node.at("will")),
          .not_this_time = words_of(node.at("not_this_time")),
          .of_report = words_of(node.at("of_report")),
          .of_older = words_of(node.at("of_older")),
          .matters = words_of(node.at("matters")),
          .own = words_of(node.at("own")),
          .sources = words_of(node.at("sources")),
          .until = words_of(node.at("until")),
          .ends = words_of(node.at("ends")),
          .made = words_of(node.at("made")),
          .announce = words_of(node.at("announce")),
          .announced = words_of(node.at("announced")),
          .plan = words_of(node.at("plan")),
          .compare = words_of(node.at("compare")),
          .contrast = words_of(node.at("contrast"))};
}

ShareWords shares_of(const JsonNode& node) {
  node.expect_only({"units", "before", "of", "wholes", "growth", "fall"});
  return {.units = words_of(node.at("units")),
          .before = words_of(node.at("before")),
          .rules = node.at("of").strings(),
          .wholes = sums_of(node.at("wholes")),
          .growth = words_of(node.at("growth")),
          .fall = words_of(node.at("fall"))};
}

PartWords parts_of(const JsonNode& node) {
  node.expect_only({"parts_begin", "not_all", "kinds"});
  PartWords words{.begin = words_of(node.at("parts_begin")), .not_all = words_of(node.at("not_all")), .kinds = {}};
  for (const JsonNode& kind : node.at("kinds").items()) words.kinds.push_back(words_of(kind));
  return words;
}

FeeWords fees_of(const JsonNode& node) {
  node.expect_only({"section", "about", "charged", "unpaid", "money", "step", "parts_begin", "not_charged"});
  FeeWords words{.section = node.at("section").integer(),
                 .about = words_of(node.at("about")),
                 .charged = words_of(node.at("charged")),
                 .unpaid = node.at("unpaid").string(),
                 .money = powers_of(node.at("money")),
                 .step = node.at("step").integer(),
                 .parts_begin = words_of(node.at("parts_begin")),
                 .not_charged = words_of(node.at("not_charged"))};
  if (words.step < 1) node.at("step").fail("is less than 1");
  return words;
}

}  // namespace

ClaimWords load_claims(const SchemaFile& file) {
  const JsonNode root = JsonNode::parse(file.name, file.json);
  root.expect_only({"numbers",  "breaks",      "terms",     "fillers", "connectors", "plain",      "things",
                    "reasons",  "ways",        "all_ways",  "before",  "from",       "date_joins", "inside",
                    "subjects", "unit_groups", "years",     "period",  "shares",     "sums",       "bodies",
                    "places",   "ourselves",   "own_names", "fees"});
  ClaimWords words;
  words.numbers = numbers_of(root.at("numbers"));
  const JsonNode breaks = root.at("breaks");
  breaks.expect_only({"sentence", "half", "clause", "list"});
  words.sentence_breaks = words_of(breaks.at("sentence"));
  words.half_breaks = words_of(breaks.at("half"));
  words.clause_breaks = words_of(breaks.at("clause"));
  words.list_breaks = words_of(breaks.at("list"));
  const TermBook book(words, root.at("terms"));
  words.fillers = words_of(root.at("fillers"));
  words.connectors = words_of(root.at("connectors"));
  words.plain = words_of(root.at("plain"));
  words.things = words_of(root.at("things"));
  words.reasons = words_of(root.at("reasons"));
  words.ways = words_of(root.at("ways"));
  words.all_ways = words_of(root.at("all_ways"));
  words.before = words_of(root.at("before"));
  words.from = words_of(root.at("from"));
  words.alone_units = words_of(root.at("unit_groups").at("cases_alone"));
  words.date_joins = words_of(root.at("date_joins"));
  words.inside = words_of(root.at("inside"));
  for (const JsonNode& subject : root.at("subjects").items())
    words.subjects.push_back(subject_of(subject, book, root.at("unit_groups")));
  words.years = years_of(root.at("years"));
  words.period = words_of(root.at("period"));
  words.shares = shares_of(root.at("shares"));
  words.sums = parts_of(root.at("sums"));
  for (const JsonNode& body : root.at("bodies").items()) {
    body.expect_only({"words", "not_of"});
    words.bodies.push_back({.words = words_of(body.at("words")), .not_of = body.at("not_of").strings()});
  }
  for (const JsonNode& place : root.at("places").items()) {
    place.expect_only({"words", "of"});
    words.places.push_back({.words = words_of(place.at("words")), .of = place.at("of").strings()});
  }
  words.ourselves = words_of(root.at("ourselves"));
  words.own_names = words_of(root.at("own_names"));
  words.fees = fees_of(root.at("fees"));
  return words;
}

}  // namespace nianbao

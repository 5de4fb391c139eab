#include "audit/prose_claims.h"

#include <algorithm>
#include <cstdlib>
#include <map>
#include <set>

#include "audit/claim_readings.h"
#include "audit/text_finding.h"

namespace nianbao {
namespace {

using std::int64_t;

const std::string& rule_of(const Claim& claim) {
  const Subject& subject = *claim.subjects.front();
  return claim.value == "0" ? subject.none_rule : subject.rule;
}

// A claim beside all readings of its subjects.
struct Judged {
  const Prose* prose = nullptr;
  const Claim* claim = nullptr;
  std::vector<const TableReading*> readings;  // those that the report's forms have
  bool fits = false;
};

bool is_nearer(const Claim& claim, const TableReading& a, const TableReading& b) {
  const auto value = whole_number(claim.value);
  if (!a.value || !b.value || !value) return a.value.has_value() && !b.value;
  return std::llabs(*a.value - *value) < std::llabs(*b.value - *value);
}

std::string joined(const std::vector<std::string>& parts, const char* between) {
  std::string all;
  for (const std::string& part : parts) all += (all.empty() ? "" : between) + part;
  return all;
}

// `req_new__total + req_carried_in__total = 877`, or what keeps it from being read.
std::string shown(const TableReading& reading) {
  const std::string fields = joined(reading.fields, " ");
  if (!reading.value) return fields + " = ? (" + reading.obstacle + ")";
  return fields + " = " + std::to_string(*reading.value) + (reading.assumed ? " (blank = 0)" : "");
}

class ClaimCheck {
 public:
  explicit ClaimCheck(const Narrative& narrative) : narrative_(narrative), tables_(narrative.report.record) {}

  std::vector<Finding> findings() {
    for (std::size_t i = 0; i < narrative_.prose.size(); ++i)
      for (const Claim& claim : narrative_.claims[i]) judge(narrative_.prose[i], claim);
    find_sums();
    for (const Judged& judged : judged_)
      if (!judged.fits && !is_part(judged)) report(judged);
    return std::move(findings_);
  }

 private:
  void judge(const Prose& prose, const Claim& claim) {
    Judged judged{.prose = &prose, .claim = &claim, .readings = {}};
    for (const Subject* subject : claim.subjects)
      for (const TableReadings::Pair& pair : tables_.readings_of(*subject)) {
        judged.fits = judged.fits || fits(claim, pair.printed) || fits(claim, pair.by_parts);
        judged.readings.push_back(&pair.printed);
      }
    judged.fits = judged.fits || fits_joined(claim);
    if (!judged.fits && is_of_place(prose, claim)) return;
    if (judged.readings.empty()) return;
    const Subject* subject = claim.subjects.front();
    if (judged.fits) largest_[subject] = std::max(largest_[subject], whole_number(claim.value).value_or(0));
    judged_.push_back(std::move(judged));
  }

  // 全县共收到320件，我局收到13件: the first is none of the bureau's. A body of unknown type may be the whole of any
  // place.
  bool is_of_place(const Prose& prose, const Claim& claim) const {
    constexpr std::size_t kFarthest = 200;  // characters before the number
    const std::string& type = narrative_.report.title.org_type;
    if (type == "unknown") return false;
    const std::size_t begin = claim.begin - std::min(claim.begin - claim.sentence_begin, kFarthest);
    std::u32string_view before = prose.between(begin, claim.begin);
    before = before.substr(end_of_last(before, narrative_.words.own_names));
    const auto& places = narrative_.words.places;
    return std::any_of(places.begin(), places.end(), [&](const PlaceWords& place) {
      return std::find(place.of.begin(), place.of.end(), type) == place.of.end() && names_place(before, place.words);
    });
  }

  // The place leads a clause: 2023年全县共收到; not 落实全市部署.
  bool names_place(std::u32string_view text, const Words& places) const {
    return std::any_of(places.begin(), places.end(), [&](const std::u32string& place) {
      const std::size_t at = text.find(place);
      if (at == std::u32string_view::npos) return false;
      const std::u32string_view before = text.substr(0, at);
      const std::size_t mark = before.find_last_of(U"，,；;：:。");
      return is_made_of(mark == std::u32string_view::npos ? before : before.substr(mark + 1), narrative_.words.plain);
    });
  }

  static std::size_t end_of_last(std::u32string_view text, const Words& words) {
    std::size_t end = 0;
    for (const std::u32string& word : words)
      if (const std::size_t at = text.rfind(word); at != std::u32string_view::npos)
        end = std::max(end, at + word.size());
    return end;
  }

  static bool fits(const Claim& claim, const TableReading& reading) {
    return reading.value && says(claim, *reading.value);
  }

  // 不予公开、无法提供共12件: the number may be that of all predicates together.
  bool fits_joined(const Claim& claim) const {
    if (claim.subjects.size() < 2) return false;
    Sum all;
    for (const Subject* subject : claim.subjects)
      all.insert(all.end(), subject->readings.front().begin(), subject->readings.front().end());
    return fits(claim, tables_.of(all));
  }

  // Numbers of one subject in one sentence that add up to a reading: of the offices of a city, say.
  void find_sums() {
    std::map<std::pair<const Subject*, std::pair<const Prose*, std::size_t>>, std::vector<Judged*>> groups;
    for (Judged& judged : judged_)
      groups[{judged.claim->subjects.front(), {judged.prose, judged.claim->sentence_begin}}].push_back(&judged);
    for (auto& [key, group] : groups) {
      if (group.size() < 2) continue;
      Claim sum = *group.front()->claim;
      int64_t value = 0;
      for (const Judged* judged : group) value += whole_number(judged->claim->value).value_or(0);
      sum.value = std::to_string(value);
      const bool fit = std::any_of(group.front()->readings.begin(), group.front()->readings.end(),
                                   [&](const TableReading* reading) { return fits(sum, *reading); });
      for (Judged* judged : group) judged->fits = judged->fits || fit;
    }
  }

  bool is_part(const Judged& judged) const {
    const auto largest = largest_.find(judged.claim->subjects.front());
    return largest != largest_.end() && !judged.claim->is_none &&
           whole_number(judged.claim->value).value_or(0) <= largest->second;
  }

  void report(const Judged& judged) {
    const auto& readings = judged.readings;
    const bool unknown = std::any_of(readings.begin(), readings.end(), [](const auto* r) { return !r->value; });
    const bool nothing =
        std::all_of(readings.begin(), readings.end(), [](const auto* r) { return !r->value || r->all_blank; });
    if (nothing && !without_table_.insert(rule_of(*judged.claim)).second) return;
    if (findings_.size() == kMostFindings) return;
    const TableReading& nearest =
        **std::min_element(readings.begin(), readings.end(),
                           [&](const auto* a, const auto* b) { return is_nearer(*judged.claim, *a, *b); });
    const Claim& claim = *judged.claim;
    Finding finding = text_finding(*judged.prose, rule_of(claim).c_str(), {claim.begin, claim.end},
                                   {claim.sentence_begin, claim.sentence_end});
    finding.fields = nearest.fields;
    std::vector<std::string> expected;
    expected.reserve(readings.size());
    for (const TableReading* reading : readings) expected.push_back(shown(*reading));
    finding.expected = joined(expected, "; ");
    if (unknown || nothing)
      explain_unknown(finding, claim, nothing);
    else
      explain_difference(finding, claim);
    findings_.push_back(std::move(finding));
  }

  static void explain_unknown(Finding& finding, const Claim& claim, bool nothing) {
    const Subject& subject = *claim.subjects.front();
    finding.outcome = Outcome::kCannotCheck;
    finding.message_zh = "文中「" + subject.name_zh + "」为 " + claim.value + "，" +
                         (nothing ? "表中相应单元格没有数字，无法核对（本规则只提示一次）。"
                                  : "表中有单元格不是数字，其余读法都不相符，无法核对。");
    finding.message_en = "The text gives " + claim.value + " for " + subject.name_en +
                         (nothing ? "; the table shows no number for it (said once a rule)."
                                  : "; a cell of the table holds no number, and no other reading fits.");
  }

  static void explain_difference(Finding& finding, const Claim& claim) {
    const Subject& subject = *claim.subjects.front();
    finding.severity = claim.is_about ? Severity::kNote : Severity::kWarning;
    finding.message_zh = "文中「" + subject.name_zh + "」为 " + claim.value + "，与表中任何一种读法都不相符。";
    finding.message_en =
        "The text gives " + claim.value + " for " + subject.name_en + "; no reading of the table does.";
    if (finding.expected.find("blank") == std::string::npos) return;
    finding.message_zh += "空白单元格按 0 或按该行之和计。";
    finding.message_en += " Blank cells count as 0, or as the sum of their row.";
  }

  const Narrative& narrative_;
  TableReadings tables_;
  std::vector<Judged> judged_;
  std::map<const Subject*, int64_t> largest_;  // number that fits, by subject
  std::set<std::string> without_table_;        // rules that were said not to be checked
  std::vector<Finding> findings_;
};

}  // namespace

bool says(const Claim& claim, int64_t wanted) {
  const auto value = whole_number(claim.value);
  if (!value) return false;
  constexpr int64_t kTenth = 10;
  return claim.is_about ? std::llabs(wanted - *value) * kTenth <= std::max(*value, kTenth) : wanted == *value;
}

std::vector<Finding> check_claims(const Narrative& narrative) { return ClaimCheck(narrative).findings(); }

}  // namespace nianbao

#include "audit/year_links.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace nianbao {
namespace {

// The report of each year that can be compared.
using YearsOfBody = std::map<int, std::size_t>;

// What one year hands over to the next, column by column, as the form's rows say it.
using Carried = std::vector<std::int64_t>;

class Linker {
 public:
  Linker(const std::vector<ReportFacts>& reports, const Schema& schema, const RuleSpec& rule)
      : reports_(reports),
        schema_(schema),
        least_likeness_(rule.number("least_likeness")),
        handed_over_(fields_named(rule.words("handed_over"))),
        taken_in_(fields_named(rule.words("taken_in"))) {}

  YearLinks link() {
    result_.names = names_of(reports_, schema_);
    find_bodies();
    for (const auto& [key, years] : bodies_) link_years(years);
    link_renamed();
    return std::move(result_);
  }

 private:
  std::vector<FieldNumber> fields_named(const std::vector<std::string>& ids) const {
    std::vector<FieldNumber> fields;
    for (const std::string& id : ids)
      if (const auto field = schema_.fields.find(id)) fields.push_back(*field);
    return fields;
  }

  void find_bodies() {
    std::map<std::string, std::map<int, std::vector<std::size_t>>> all;
    for (std::size_t i = 0; i < reports_.size(); ++i)
      if (!result_.names[i].key.empty() && reports_[i].year != 0)
        all[result_.names[i].key][reports_[i].year].push_back(i);
    for (auto& [key, years] : all)
      for (auto& [year, same] : years) {
        std::sort(same.begin(), same.end(), [&](std::size_t a, std::size_t b) {
          return std::tie(reports_[a].id, a) < std::tie(reports_[b].id, b);
        });
        if (same.size() == 1 || all_equal(same)) bodies_[key][year] = same.front();
        if (same.size() > 1)
          result_.same_years.push_back({same, all_equal(same), result_.names[same.front()].is_unique});
      }
  }

  bool all_equal(const std::vector<std::size_t>& same) const {
    return std::all_of(same.begin() + 1, same.end(),
                       [&](std::size_t i) { return show_the_same(reports_[same.front()], reports_[i]); });
  }

  void link_years(const YearsOfBody& years) {
    for (const auto& [year, current] : years)
      if (const auto previous = years.find(year - 1); previous != years.end())
        add(previous->second, current, result_.names[current].is_unique ? LinkDoubt::kNone : LinkDoubt::kName);
  }

  void add(std::size_t previous, std::size_t current, LinkDoubt doubt) {
    static const std::string kUnknown = "unknown";
    const std::string& before = reports_[previous].scope;
    const std::string& now = reports_[current].scope;
    const bool differs = before != now;
    if (differs && before != kUnknown && now != kUnknown) return;
    if (differs && doubt == LinkDoubt::kNone) doubt = LinkDoubt::kScope;
    result_.links.push_back({previous, current, doubt});
  }

  // Bodies of one place and type by what they hand over from a year to the next.
  struct Handover {
    std::string place;
    std::string type;
    int year = 0;  // the later one
    Carried carried;

    auto operator<=>(const Handover&) const = default;  // NOLINT(modernize-use-nullptr)
  };

  struct Candidates {
    std::vector<std::size_t> ended;
    std::vector<std::size_t> begun;
  };

  void link_renamed() {
    std::map<Handover, Candidates> all;
    for (const auto& [key, years] : bodies_) {
      const std::size_t first = years.begin()->second;
      const std::size_t last = years.rbegin()->second;
      if (result_.names[first].place.empty()) continue;
      if (const Carried in = carried(first, taken_in_); !in.empty()) all[handover(first, 0, in)].begun.push_back(first);
      if (const Carried out = carried(last, handed_over_); !out.empty())
        all[handover(last, 1, out)].ended.push_back(last);
    }
    for (const auto& [handover, candidates] : all) link_only_candidates(candidates);
  }

  Handover handover(std::size_t report, int years_on, const Carried& carried) const {
    return {result_.names[report].place, reports_[report].org_type, reports_[report].year + years_on, carried};
  }

  // The numbers of these fields; nothing where one is not known or all are 0.
  Carried carried(std::size_t report, const std::vector<FieldNumber>& fields) const {
    const ReportFacts& facts = reports_[report];
    const bool is_known = std::none_of(fields.begin(), fields.end(), [&](FieldNumber field) {
      return has(facts.blanks, field) || has(facts.others, field);
    });
    Carried numbers(fields.size());
    bool has_number = false;
    for (const auto& [field, millionths] : facts.numbers)
      if (const auto at = std::find(fields.begin(), fields.end(), field); at != fields.end()) {
        numbers[static_cast<std::size_t>(at - fields.begin())] = millionths;
        has_number = true;
      }
    return is_known && has_number ? numbers : Carried();
  }

  static bool has(const std::vector<FieldNumber>& fields, FieldNumber field) {
    return std::find(fields.begin(), fields.end(), field) != fields.end();
  }

  void link_only_candidates(const Candidates& candidates) {
    // More is a crowd in which chance does the rest.
    constexpr std::size_t kMost = 16;
    if (candidates.ended.size() > kMost || candidates.begun.size() > kMost) return;
    for (const std::size_t ended : candidates.ended) {
      const std::vector<std::size_t> heirs = alike(ended, candidates.begun);
      if (heirs.size() == 1 && alike(heirs.front(), candidates.ended).size() == 1)
        add(ended, heirs.front(), LinkDoubt::kRenamed);
    }
  }

  std::vector<std::size_t> alike(std::size_t report, const std::vector<std::size_t>& others) const {
    std::vector<std::size_t> found;
    for (const std::size_t other : others)
      if (result_.names[other].key != result_.names[report].key &&
          likeness(result_.names[other], result_.names[report]) >= least_likeness_)
        found.push_back(other);
    return found;
  }

  const std::vector<ReportFacts>& reports_;
  const Schema& schema_;
  const int least_likeness_;
  const std::vector<FieldNumber> handed_over_;
  const std::vector<FieldNumber> taken_in_;
  std::map<std::string, YearsOfBody> bodies_;
  YearLinks result_;
};

}  // namespace

std::vector<BodyName> names_of(const std::vector<ReportFacts>& reports, const Schema& schema) {
  std::vector<BodyName> names;
  names.reserve(reports.size());
  for (const ReportFacts& facts : reports)
    names.push_back(body_name_of(facts.org_name, facts.org_type, schema.lexicon));
  return names;
}

YearLinks links_between(const std::vector<ReportFacts>& reports, const Schema& schema, const RuleSpec& rule) {
  return Linker(reports, schema, rule).link();
}

bool show_the_same(const ReportFacts& a, const ReportFacts& b) {
  return a.tables == b.tables && a.numbers == b.numbers && a.blanks == b.blanks && a.others == b.others &&
         a.units == b.units;
}

}  // namespace nianbao

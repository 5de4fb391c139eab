// Which reports of a batch are of one body in two years, one after the other.
#pragma once

#include <cstddef>
#include <vector>

#include "audit/body_name.h"
#include "audit/report_facts.h"
#include "schema/schema.h"

namespace nianbao {

// How sure it is that two reports are of one body and count the same.
enum class LinkDoubt {
  kNone,
  kScope,    // one of them does not say whose numbers it gives
  kName,     // the same name, which says no place: another body may have it too
  kRenamed,  // another name of the same place, and what one carries over the other takes in
};

struct YearLink {
  std::size_t previous = 0;  // indices in the order given
  std::size_t current = 0;
  LinkDoubt doubt = LinkDoubt::kNone;
};

// Several reports of one body and year, in the order of their ids. Only where they all show the same is the first of
// them compared with other years.
struct SameYear {
  std::vector<std::size_t> reports;
  bool are_equal = false;
  bool is_unique = false;  // the name leaves no doubt that they are of one body
};

struct YearLinks {
  std::vector<BodyName> names;  // of each report
  std::vector<YearLink> links;  // by name, then year; renamed bodies last
  std::vector<SameYear> same_years;
};

std::vector<BodyName> names_of(const std::vector<ReportFacts>& reports, const Schema& schema);

// Independent of the order of the reports, but for their indices. Reports without a body's name or year take no part,
// nor do years that are not neighbours, or two scopes (本机关, 全市) that differ. A body that ends one year and another
// one of the same place and type, of a name alike, that begins the next are one renamed if all that the one carries
// over (not 0) is taken in by the other, and by no second one. How much alike, and which fields these are, are settings
// of `rule` (least_likeness, handed_over, taken_in).
YearLinks links_between(const std::vector<ReportFacts>& reports, const Schema& schema, const RuleSpec& rule);

// True if both show the same on the same tables.
bool show_the_same(const ReportFacts& a, const ReportFacts& b);

}  // namespace nianbao

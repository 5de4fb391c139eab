// What the prose of a report should speak of.
#pragma once

#include <vector>

#include "audit/report.h"
#include "schema/schema.h"

namespace nianbao {

// R-S-05: a section that says nothing, or only 无, where it should name problems; a section that leaves out one of its
// topics, on the forms that ask for them. Sections, topics, their words and forms are the rule's settings.
std::vector<Finding> check_topics(const Report& report, const Schema& schema);

}  // namespace nianbao

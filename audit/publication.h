// R-S-06: whether the report was published in time (《政府信息公开条例》第四十九条).
#pragma once

#include <vector>

#include "audit/report.h"
#include "schema/schema.h"

namespace nianbao {

// A possible note where a date of publication that stands before the first heading, such as 发布时间: 2024-03-08, is
// behind the deadline for this kind of body; nothing where none is printed, no year is known, or the law names no
// deadline (towns, streets). A page that was moved may bear a later date than its report.
std::vector<Finding> check_publication(const Report& report, const Schema& schema);

}  // namespace nianbao

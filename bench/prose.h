// What reports say outside their tables.
#pragma once

#include <random>
#include <string>

#include "tests/support/model_report.h"

namespace nianbao::bench {

// A paragraph that tells what the tables have.
std::string summary(const test::ModelReport& report);

// A paragraph of some sentences on the year's work.
std::string any_paragraph(std::mt19937& random);

}  // namespace nianbao::bench

// An outcome as bytes, for the way from a worker to its parent and for what is kept between runs.
#pragma once

#include <string>
#include <string_view>

#include "app/input_outcome.h"

namespace nianbao {

std::string bytes_of(InputOutcome outcome);

// Throws ByteError.
InputOutcome outcome_of(std::string_view bytes);

}  // namespace nianbao

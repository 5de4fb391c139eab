// What decides a result besides the bytes of its input.
#pragma once

#include <string>

#include "app/options.h"
#include "app/work_store.h"
#include "output/json.h"
#include "schema/schema.h"

namespace nianbao {

// Digest of the program's own file; empty where the system does not show it.
const std::string& program_digest();

// Of no two runs the same where the program has no digest: another version would be taken for this one.
WorkKeys work_keys(const ReadOptions& options, const Schema& schema);

// The options of reading, as run.json has them.
Json::Members reading_options(const ReadOptions& options);

}  // namespace nianbao

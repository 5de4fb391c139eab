// Reads schema/claims.json. A mistake is refused with file, JSON path and reason.
#pragma once

#include "schema/claim_words.h"
#include "schema/schema.h"

namespace nianbao {

// Throws SchemaError.
ClaimWords load_claims(const SchemaFile& file);

}  // namespace nianbao

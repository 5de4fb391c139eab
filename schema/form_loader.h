// Turns schema files into forms and words, and refuses whatever does not hold together.
#pragma once

#include "schema/form.h"
#include "schema/lexicon.h"
#include "schema/schema.h"

namespace nianbao {

// A form from its file: rows × columns multiplied, aliases and identities resolved. Refused (SchemaError with file and
// JSON path): unknown or missing members, field ids used twice, two lines of a block that fold to the same label path,
// aliases of labels that the form does not have, operands that are no fields.
Form load_form(const SchemaFile& file);

Lexicon load_lexicon(const SchemaFile& file);

}  // namespace nianbao

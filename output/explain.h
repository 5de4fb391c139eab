// Words of the program explained to a person: rules, statuses, problem codes, and findings of an OUT.
#pragma once

#include <optional>
#include <string>

#include "output/csv_reader.h"
#include "output/dataset_reader.h"
#include "output/language.h"
#include "schema/schema.h"

namespace nianbao {

// What a rule demands, why, on what basis, how grave its breach is, its settings, and reports that pass and fail.
std::string explain_rule(const RuleSpec& rule, Language language);

// What a status of a value, a state of a finding or a code of inputs.csv means; nothing where it is no such word.
std::optional<std::string> explain_word(const std::string& word, Language language);

// A row of findings.csv of this report: what it says, its rule, the rows of the form in which its fields stand, with
// those fields marked, and the places of the source that it names.
std::string explain_finding(const CsvRow& finding, const StoredReport& report, const Schema& schema, Language language);

// Characters `begin` (from 0) up to `end` of `text` in 【】, with some of what stands around. Whatever lies outside the
// text is cut off.
std::string in_context(const std::string& text, std::size_t begin, std::size_t end);

}  // namespace nianbao

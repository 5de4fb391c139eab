// All that the program looks for: the forms, the words and the rules. Loaded once, then constant.
#pragma once

#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "schema/claim_words.h"
#include "schema/field_index.h"
#include "schema/form.h"
#include "schema/form_anchors.h"
#include "schema/headings.h"
#include "schema/lexicon.h"
#include "schema/rule.h"

namespace nianbao {

// A schema file cannot be used: what() names the file, the JSON path and the reason.
class SchemaError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

struct Schema {
  Schema() = default;
  Schema(Schema&&) = default;
  Schema(const Schema&) = delete;  // anchors and fields point into the forms

  std::vector<Form> forms;        // in order of their first year
  FormAnchors anchors;            // of these forms
  FieldIndex fields;              // of these forms
  std::vector<Heading> headings;  // of these forms
  Lexicon lexicon;
  RuleBook rules;
  ClaimWords claims;
  // SHA-256, in hex, over the digests of all files, and of those alone that decide how a document is read (forms and
  // lexicon).
  std::string digest;
  std::string reading_digest;

  // The form with this id, or nullptr.
  const Form* find_form(std::string_view id) const;
};

// One schema file: the name used in messages and its bytes.
struct SchemaFile {
  std::string name;
  std::string json;
};

// The files compiled into the program.
std::vector<SchemaFile> built_in_forms();
SchemaFile built_in_lexicon();
SchemaFile built_in_rules();
SchemaFile built_in_claims();

// The compiled-in schema; a form file of `directory` (every *.json in it, by name) replaces the form of the same id
// or adds one. An empty `directory` adds nothing. `rule_changes` is a file that change_rules() reads; empty: none.
// Throws SchemaError.
Schema load_schema(const std::string& directory = "", const std::string& rule_changes = "");

// From files in memory; later forms replace earlier ones of the same id. Throws SchemaError.
Schema make_schema(const std::vector<SchemaFile>& forms, const SchemaFile& lexicon, const SchemaFile& rules,
                   const std::optional<SchemaFile>& rule_changes = std::nullopt,
                   const SchemaFile& claims = built_in_claims());

}  // namespace nianbao

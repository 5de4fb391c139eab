#include "schema/schema.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "schema/claim_loader.h"
#include "schema/digest.h"
#include "schema/form_loader.h"
#include "schema/rule_changes.h"
#include "schema/rule_loader.h"

namespace nianbao {
namespace {

SchemaFile read_file(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream content;
  content << in.rdbuf();
  if (!in) throw SchemaError(path.string() + ": cannot be read");
  return {path.string(), content.str()};
}

std::vector<SchemaFile> files_in(const std::string& directory) {
  std::error_code error;
  std::vector<std::filesystem::path> paths;
  for (const auto& entry : std::filesystem::directory_iterator(directory, error))
    if (entry.path().extension() == ".json") paths.push_back(entry.path());
  if (error) throw SchemaError(directory + ": " + error.message());
  if (paths.empty()) throw SchemaError(directory + ": holds no form (*.json)");
  std::sort(paths.begin(), paths.end());
  std::vector<SchemaFile> files;
  std::transform(paths.begin(), paths.end(), std::back_inserter(files), read_file);
  return files;
}

void add_or_replace(std::vector<Form>& forms, Form form) {
  const auto same = std::find_if(forms.begin(), forms.end(), [&](const Form& f) { return f.id == form.id; });
  if (same == forms.end())
    forms.push_back(std::move(form));
  else
    *same = std::move(form);
}

void add_field_ids(const Form& form, std::vector<std::string>& ids) {
  for (const FormTable& table : form.tables)
    for (const Field& field : table.fields) ids.push_back(field.id);
}

}  // namespace

const Form* Schema::find_form(std::string_view id) const {
  const auto found = std::find_if(forms.begin(), forms.end(), [&](const Form& form) { return form.id == id; });
  return found == forms.end() ? nullptr : &*found;
}

Schema make_schema(const std::vector<SchemaFile>& forms, const SchemaFile& lexicon, const SchemaFile& rules,
                   const std::optional<SchemaFile>& rule_changes, const SchemaFile& claims) {
  Schema schema;
  std::vector<std::string> field_ids;  // of replaced forms too: rules go on naming their fields
  for (const SchemaFile& file : forms) {
    Form form = load_form(file);
    add_field_ids(form, field_ids);
    add_or_replace(schema.forms, std::move(form));
  }
  std::stable_sort(schema.forms.begin(), schema.forms.end(),
                   [](const Form& a, const Form& b) { return a.first_year < b.first_year; });
  schema.anchors = FormAnchors(schema.forms);
  schema.headings = headings_of(schema.forms);
  schema.fields = FieldIndex(schema.forms, field_ids);
  schema.lexicon = load_lexicon(lexicon);
  schema.rules = load_rules(rules, schema.fields);
  if (rule_changes) change_rules(schema.rules, *rule_changes);
  schema.claims = load_claims(claims);
  std::string form_digests;
  for (const Form& form : schema.forms) form_digests += form.digest;
  schema.digest = sha256_hex(sha256_hex(lexicon.json) + schema.rules.digest + sha256_hex(claims.json) + form_digests);
  schema.reading_digest = sha256_hex(sha256_hex(lexicon.json) + form_digests);
  return schema;
}

Schema load_schema(const std::string& directory, const std::string& rule_changes) {
  std::vector<SchemaFile> files = built_in_forms();
  if (!directory.empty())
    for (SchemaFile& file : files_in(directory)) files.push_back(std::move(file));
  std::optional<SchemaFile> changes;
  if (!rule_changes.empty()) changes = read_file(rule_changes);
  return make_schema(files, built_in_lexicon(), built_in_rules(), changes);
}

}  // namespace nianbao

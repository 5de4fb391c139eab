#include "app/run_json.h"

#include <algorithm>
#include <stdexcept>

#include "app/finding_context.h"
#include "app/version.h"
#include "app/work_keys.h"
#include "output/json.h"

namespace nianbao {
namespace {

constexpr const char* kDocuments = "documents";

Json forms_json(const Schema& schema) {
  Json::Members forms;
  for (const Form& form : schema.forms) forms.emplace_back(form.id, form.digest);
  return forms;
}

// What made the findings: extract, or a later audit.
Json audit_json(const Options& options, const Schema& schema, const FindingCounts& counts, double seconds) {
  return Json::Members{{"version", kVersion},
                       {"program_digest", program_digest()},
                       {"schema_digest", schema.digest},
                       {"forms", forms_json(schema)},
                       {"rules_digest", schema.rules.digest},
                       {"findings", context_json(options, schema, counts)},
                       {"seconds", seconds}};
}

Json parsed(const std::string& run_json) {
  try {
    return parse_json(run_json);
  } catch (const std::invalid_argument& error) {
    throw OutputError(std::string("run.json: ") + error.what() + "; remove it or run extract again");
  }
}

void set(Json::Members& members, const std::string& name, Json value) {
  const auto known =
      std::find_if(members.begin(), members.end(), [&](const auto& member) { return member.first == name; });
  if (known == members.end())
    members.emplace_back(name, std::move(value));
  else
    known->second = std::move(value);
}

}  // namespace

Json extract_options_json(const Options& options) {
  Json::Members members = {{"inputs", json_strings(options.inputs)},
                           {"files_from", options.files_from},
                           {"nul_separated", options.nul_separated},
                           {"plan", options.plan}};
  for (auto& [name, value] : reading_options(options.read)) members.emplace_back(name, value);
  members.emplace_back("forms_directory", options.forms_directory);
  members.emplace_back("excel", options.excel);
  return members;
}

RunJson extract_run_json(const Options& options, const Schema& schema, const Summary& summary,
                         const FindingCounts& counts, const RunOrigin& origin, double seconds) {
  const std::string text = to_text(Json::Members{{"program", "nianbao"},
                                                 {"version", kVersion},
                                                 {"program_digest", program_digest()},
                                                 {"schema_digest", schema.digest},
                                                 {"forms", forms_json(schema)},
                                                 {"rules_digest", schema.rules.digest},
                                                 {"options", origin.options},
                                                 {"counts", summary_json(summary)},
                                                 {"jobs", static_cast<std::int64_t>(options.jobs)},
                                                 {"seconds", seconds},
                                                 {"work", origin.work},
                                                 {"audit", audit_json(options, schema, counts, seconds)},
                                                 {kDocuments, Json::List{}}});
  // The list is empty here, and the last member.
  const std::size_t end = text.rfind(']');
  return {text.substr(0, end), text.substr(end)};
}

std::string audit_run_json(const std::string& before, const Options& options, const Schema& schema,
                           const FindingCounts& counts, double seconds) {
  Json json = before.empty() ? Json(Json::Members{{"program", "nianbao"}}) : parsed(before);
  auto* members = std::get_if<Json::Members>(&json.content);
  if (members == nullptr) throw OutputError("run.json: is no JSON object; remove it or run extract again");
  set(*members, "audit", audit_json(options, schema, counts, seconds));
  return to_text(json);
}

}  // namespace nianbao

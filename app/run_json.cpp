#include "app/run_json.h"

#include <algorithm>
#include <stdexcept>

#include "app/finding_context.h"
#include "app/inputs.h"
#include "app/version.h"
#include "output/json.h"
#include "schema/digest.h"

namespace nianbao {
namespace {

Json forms_json(const Schema& schema) {
  Json::Members forms;
  for (const Form& form : schema.forms) forms.emplace_back(form.id, form.digest);
  return forms;
}

Json limits_json(const Limits& limits) {
  Json::Members members;
  for (const LimitKind& kind : limit_kinds())
    members.emplace_back(kind.name, static_cast<std::int64_t>(limits.*kind.value));
  return members;
}

// Of the program's own file; empty where the system does not show it.
std::string program_digest() {
  const Result<std::string> bytes = read_file("/proc/self/exe");
  return bytes ? sha256_hex(*bytes) : "";
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

std::string extract_run_json(const Options& options, const Schema& schema, const Summary& summary,
                             const FindingCounts& counts, double seconds) {
  return to_text(Json::Members{{"program", "nianbao"},
                               {"version", kVersion},
                               {"program_digest", program_digest()},
                               {"schema_digest", schema.digest},
                               {"forms", forms_json(schema)},
                               {"rules_digest", schema.rules.digest},
                               {"options", Json::Members{{"inputs", json_strings(options.inputs)},
                                                         {"files_from", options.files_from},
                                                         {"nul_separated", options.nul_separated},
                                                         {"encoding", options.read.encoding},
                                                         {"text_dialect", options.read.text_dialect},
                                                         {"limits", limits_json(options.read.limits)},
                                                         {"forms_directory", options.forms_directory},
                                                         {"excel", options.excel}}},
                               {"counts", summary_json(summary)},
                               {"jobs", static_cast<std::int64_t>(options.jobs)},
                               {"seconds", seconds},
                               {"audit", audit_json(options, schema, counts, seconds)},
                               {"documents", documents_json(summary)}});
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

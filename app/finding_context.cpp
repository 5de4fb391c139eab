#include "app/finding_context.h"

#include <chrono>

#include "app/inputs.h"
#include "output/text_table.h"
#include "schema/digest.h"

namespace nianbao {
namespace {

std::string today_of(const Options& options) {
  if (!options.today.empty()) return options.today;
  using namespace std::chrono;
  const year_month_day today(floor<days>(system_clock::now()));
  const auto two_digits = [](unsigned number) { return (number < 10 ? "0" : "") + std::to_string(number); };
  return std::to_string(static_cast<int>(today.year())) + "-" + two_digits(static_cast<unsigned>(today.month())) + "-" +
         two_digits(static_cast<unsigned>(today.day()));
}

std::string counted(const std::map<std::string, std::size_t>& counts) {
  std::string text;
  for (const auto& [name, count] : counts) text += (text.empty() ? "" : ", ") + name + " " + std::to_string(count);
  return text;
}

Json counts_json(const std::map<std::string, std::size_t>& counts) {
  Json::Members members;
  for (const auto& [name, count] : counts) members.emplace_back(name, static_cast<std::int64_t>(count));
  return members;
}

Json changes_json(const RuleBook& rules) {
  Json::Members members;
  for (const RuleChange& change : rules.changes) {
    Json::Members what;
    if (!change.severity.empty()) what.emplace_back("severity", change.severity);
    if (!change.settings.empty()) {
      Json::Members settings;
      for (const auto& [name, words] : change.settings) settings.emplace_back(name, json_strings(words));
      what.emplace_back("settings", std::move(settings));
    }
    members.emplace_back(change.id, std::move(what));
  }
  return members;
}

std::vector<std::string> rules_off(const RuleBook& rules) {
  std::vector<std::string> ids;
  for (const RuleSpec& rule : rules.rules)
    if (rule.level == RuleLevel::kOff) ids.push_back(rule.id);
  return ids;
}

std::string rules_off_text(const RuleBook& rules) {
  std::string text;
  for (const std::string& id : rules_off(rules)) text += (text.empty() ? "" : ", ") + id;
  return text;
}

}  // namespace

Decisions decisions_of(const Options& options, const Schema& schema) {
  if (options.decisions.empty()) return {};
  return {read_decisions(options.decisions, schema), today_of(options)};
}

std::string decisions_state(const Options& options) {
  if (options.decisions.empty()) return "";
  const Result<std::string> bytes = read_file(options.decisions);
  return today_of(options) + " " + (bytes ? sha256_hex(*bytes) : "");
}

Baseline baseline_of(const Options& options) {
  return options.baseline.empty() ? Baseline() : Baseline(options.baseline);
}

std::string context_text(const Options& options, const Schema& schema, const FindingCounts& counts) {
  std::vector<TextRow> rows;
  const auto add = [&](const char* zh, const char* en, const std::string& text) {
    rows.push_back({say(options.language, zh, en), text.empty() ? "0" : text});
  };
  if (const std::string off = rules_off_text(schema.rules); !off.empty()) add("停用的规则", "rules off", off);
  if (!options.decisions.empty()) add("人工决定", "decisions", counted(counts.decisions));
  if (!options.decisions.empty() || !options.baseline.empty()) add("发现的状态", "states", counted(counts.by_state));
  if (!options.baseline.empty()) add("已消失的发现", "gone", counted(counts.gone));
  return rows.empty() ? "" : text_table(rows, false);
}

Json context_json(const Options& options, const Schema& schema, const FindingCounts& counts) {
  Json::Members severities;
  for (const Severity severity : {Severity::kError, Severity::kWarning, Severity::kNote})
    severities.emplace_back(name_of(severity),
                            static_cast<std::int64_t>(counts.by_severity.at(static_cast<std::size_t>(severity))));
  return Json::Members{{"findings_by_severity", std::move(severities)},
                       {"findings_by_state", counts_json(counts.by_state)},
                       {"rules", options.rules_file},
                       {"rules_changed", changes_json(schema.rules)},
                       {"rules_off", json_strings(rules_off(schema.rules))},
                       {"decisions", options.decisions},
                       {"decisions_by_outcome", counts_json(counts.decisions)},
                       {"today", options.decisions.empty() ? "" : today_of(options)},
                       {"baseline", options.baseline},
                       {"gone", counts_json(counts.gone)}};
}

bool fails(const Options& options, const FindingCounts& counts) {
  if (!options.fail_on) return false;
  for (std::size_t i = 0; i <= static_cast<std::size_t>(*options.fail_on); ++i)
    if (counts.open.at(i) > 0) return true;
  return false;
}

}  // namespace nianbao

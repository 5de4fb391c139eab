#include "schema/rule_loader.h"

#include <algorithm>

#include "schema/alarm_loader.h"
#include "schema/digest.h"
#include "schema/json_node.h"

namespace nianbao {
namespace {

int section_from(const JsonNode& texts, const std::string& key) {
  if (key.size() != 1 || key < "0" || key > "9") texts.fail("\"" + key + "\" is no section");
  return key.front() - '0';
}

ReportExample report_from(const JsonNode& node) {
  node.expect_only({"form", "org", "year", "cells", "texts", "without_sections", "extra_rows", "run_together"});
  ReportExample report{
      .form = node.at("form").string(), .org = node.at("org").string(), .year = node.at("year").integer()};
  if (const auto cells = node.find("cells"))
    for (const std::string& id : cells->keys()) {
      const JsonNode cell = cells->at(id);
      report.cells[id] = cell.is_empty_text() ? "" : cell.string();
    }
  if (const auto texts = node.find("texts"))
    for (const std::string& key : texts->keys()) report.texts[section_from(*texts, key)] = texts->at(key).string();
  if (const auto sections = node.find("without_sections"))
    for (const JsonNode& section : sections->items()) report.without_sections.push_back(section.integer());
  if (const auto rows = node.find("extra_rows")) report.extra_rows = rows->strings();
  report.run_together = node.find("run_together").has_value();
  return report;
}

std::vector<RuleExample> examples_from(const JsonNode& node) {
  std::vector<RuleExample> examples;
  for (const JsonNode& item : node.items()) {
    examples.emplace_back();
    for (const JsonNode& report : item.items()) examples.back().push_back(report_from(report));
    if (examples.back().empty()) item.fail("an example needs a report");
  }
  if (examples.empty()) node.fail("an example is expected");
  return examples;
}

RuleSpec rule_from(const JsonNode& node, const FieldIndex& fields) {
  node.expect_only(
      {"id", "kind", "graded", "zh", "en", "why_zh", "why_en", "basis", "settings", "alarms", "passes", "fails"});
  RuleSpec rule{.id = node.at("id").string(), .kind = rule_kind_from(node.at("kind"))};
  rule.graded = node.find("graded").has_value();
  rule.zh = node.at("zh").string();
  rule.en = node.at("en").string();
  rule.why_zh = node.at("why_zh").string();
  rule.why_en = node.at("why_en").string();
  if (const auto basis = node.find("basis")) rule.basis = basis->string();
  if (const auto settings = node.find("settings"))
    for (const std::string& key : settings->keys()) {
      rule.settings[key] = settings->at(key).strings();
      if (rule.settings[key].empty()) settings->at(key).fail("a word is expected");
    }
  if (const auto alarms = node.find("alarms")) rule.alarms = alarms_from(*alarms, fields);
  rule.compares_years =
      std::any_of(rule.alarms.begin(), rule.alarms.end(), [](const Alarm& alarm) { return alarm.compares_years(); });
  rule.passes = examples_from(node.at("passes"));
  rule.fails = examples_from(node.at("fails"));
  return rule;
}

}  // namespace

RuleBook load_rules(const SchemaFile& file, const FieldIndex& fields) {
  const JsonNode root = JsonNode::parse(file.name, file.json);
  root.expect_only({"rules"});
  RuleBook book;
  for (const JsonNode& node : root.at("rules").items()) {
    RuleSpec rule = rule_from(node, fields);
    if (book.find(rule.id) != nullptr) node.at("id").fail("\"" + rule.id + "\" is used twice");
    book.rules.push_back(std::move(rule));
  }
  book.digest = sha256_hex(file.json);
  return book;
}

}  // namespace nianbao

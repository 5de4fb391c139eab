#include "audit/topics.h"

#include <algorithm>

#include "schema/text.h"

namespace nianbao {
namespace {

bool has_word(const std::string& text, const std::vector<std::string>& words) {
  return std::any_of(words.begin(), words.end(),
                     [&](const std::string& word) { return text.find(word) != std::string::npos; });
}

bool is_on(const Report& report, const std::vector<std::string>& forms) {
  return std::any_of(report.record.forms.begin(), report.record.forms.end(),
                     [&](const Form* form) { return std::find(forms.begin(), forms.end(), form->id) != forms.end(); });
}

bool says_nothing(const Section& section, const Schema& schema) {
  constexpr std::size_t kLongestNothing = 60;  // bytes
  if (trim(section.text).size() > kLongestNothing) return false;
  const std::string text = fold(section.text);
  return text.empty() || schema.lexicon.marks.contains(text);
}

Finding empty_section(const Section& section) {
  Finding finding{.where = section.where, .evidence = section.heading};
  finding.actual = std::string(trim(section.text));
  finding.message_zh = "「" + section.heading + "」没有内容；应说明存在的主要问题及改进情况。";
  finding.message_en =
      "The section " + section.heading + " says nothing; it should name problems and what is done about them.";
  return finding;
}

Finding missing_topics(const Section& section, const std::string& topics) {
  Finding finding{.where = section.where, .evidence = section.heading};
  finding.actual = topics;
  finding.message_zh = "「" + section.heading + "」没有提到：" + topics + "。";
  finding.message_en = "The section " + section.heading + " does not speak of: " + topics + ".";
  return finding;
}

// The topics, joined, of which the text has no word. A setting of its name holds the words of each.
std::string topics_missing_in(const std::string& text, const RuleSpec& rule) {
  std::string missing;
  for (const std::string& topic : rule.words("topics"))
    if (!has_word(text, rule.words(topic))) missing += (missing.empty() ? "" : "、") + topic;
  return missing;
}

}  // namespace

std::vector<Finding> check_topics(const Report& report, const Schema& schema) {
  const RuleSpec* rule = schema.rules.find("R-S-05");
  if (rule == nullptr) return {};
  std::vector<Finding> findings;
  for (const Section& section : report.sections) {
    if (section.number == rule->number("section_of_problems") && says_nothing(section, schema))
      findings.push_back(empty_section(section));
    if (section.number != rule->number("section_of_topics") || !is_on(report, rule->words("forms")) ||
        says_nothing(section, schema))
      continue;
    const std::string missing = topics_missing_in(fold_characters(section.text), *rule);
    if (!missing.empty()) findings.push_back(missing_topics(section, missing));
  }
  return findings;
}

}  // namespace nianbao

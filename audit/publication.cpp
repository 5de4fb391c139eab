#include "audit/publication.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <string_view>

#include "schema/text.h"

namespace nianbao {
namespace {

using std::string_view;

// Takes a whole number of at most four digits from the front; nothing where none stands there.
std::optional<int> take_number(string_view& text) {
  int number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + std::min<std::size_t>(text.size(), 4), number);
  if (error != std::errc() || number < 0) return std::nullopt;
  text.remove_prefix(static_cast<std::size_t>(end - text.data()));
  return number;
}

bool take_one_of(string_view& text, std::initializer_list<string_view> marks) {
  for (const string_view mark : marks)
    if (text.starts_with(mark)) return text.remove_prefix(mark.size()), true;
  return false;
}

std::string two_digits(int number) { return (number < 10 ? "0" : "") + std::to_string(number); }

// 2024-03-08 of 2024-3-8, 2024.03.08, 2024/3/8 and 2024年3月8日 at the front of the text.
std::optional<std::string> date_at(string_view text) {
  const std::optional<int> year = take_number(text);
  if (!year || *year < 1000 || !take_one_of(text, {"-", "/", ".", "年"})) return std::nullopt;
  const std::optional<int> month = take_number(text);
  if (!month || *month < 1 || *month > 12 || !take_one_of(text, {"-", "/", ".", "月"})) return std::nullopt;
  const std::optional<int> day = take_number(text);
  if (!day || *day < 1 || *day > 31) return std::nullopt;
  return std::to_string(*year) + "-" + two_digits(*month) + "-" + two_digits(*day);
}

// The first date behind one of the labels.
std::optional<std::string> publication_in(string_view text, const std::vector<std::string>& labels) {
  for (const std::string& label : labels)
    for (std::size_t at = text.find(label); at != string_view::npos; at = text.find(label, at + label.size())) {
      string_view behind = text.substr(at + label.size());
      while (take_one_of(behind, {":", "：", " ", "　", "[", "(", "（", "\t"})) {
      }
      if (auto date = date_at(behind)) return date;
    }
  return std::nullopt;
}

// The month and day by which this type of body publishes, as 01-31; nothing where the law names none.
std::string deadline_of(const std::string& type, const RuleSpec& rule) {
  for (const std::string& deadline : rule.words("deadlines")) {
    const std::vector<std::string>& types = rule.words(deadline);
    if (std::find(types.begin(), types.end(), type) != types.end()) return deadline;
  }
  return "";
}

Finding late(const Section& section, const std::string& date, const std::string& deadline) {
  Finding finding{.where = section.where, .expected = "<= " + deadline, .actual = date, .evidence = date};
  finding.message_zh = "发布日期 " + date + " 晚于法定期限 " + deadline + "（网页迁移也会改变发布日期）。";
  finding.message_en = "The date of publication " + date + " is behind the deadline " + deadline +
                       "; a page that was moved may bear a later date.";
  return finding;
}

}  // namespace

std::vector<Finding> check_publication(const Report& report, const Schema& schema) {
  const RuleSpec* rule = schema.rules.find("R-S-06");
  if (rule == nullptr || !report.title.report_year) return {};
  const std::string day = deadline_of(report.title.org_type, *rule);
  if (day.empty()) return {};
  const std::string deadline = std::to_string(*report.title.report_year + 1) + "-" + day;
  for (const Section& section : report.sections) {
    if (section.number != 0) continue;
    const std::optional<std::string> date = publication_in(simplified(section.text), rule->words("labels"));
    if (date && *date > deadline) return {late(section, *date, deadline)};
  }
  return {};
}

}  // namespace nianbao

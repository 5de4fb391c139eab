#include "output/decision_file.h"

#include <algorithm>
#include <charconv>
#include <chrono>

#include "output/csv_reader.h"
#include "schema/text.h"

namespace nianbao {
namespace {

using std::string;

constexpr const char* kColumns[] = {"finding_id", "decision", "corrected", "reason", "by", "until"};
constexpr const char* kKinds[] = {"acknowledged", "wrong_rule", "corrected"};
constexpr const char* kCorrected = "corrected";

bool is_finding_id(const string& text) {
  constexpr std::size_t kLength = 16;
  return text.size() == kLength && text.find_first_not_of("0123456789abcdef") == string::npos;
}

int number_in(const string& text, std::size_t begin, std::size_t length) {
  int number = -1;
  const char* const end = text.data() + begin + length;
  return std::from_chars(text.data() + begin, end, number).ptr == end ? number : -1;
}

// Reads the rows of a file and refuses what is no decision, by file and line.
class DecisionReader {
 public:
  DecisionReader(const std::filesystem::path& file, const Schema& schema) : reader_(file), schema_(schema) {
    expect_columns();
  }

  std::vector<Decision> read() {
    std::vector<Decision> decisions;
    for (CsvRow row; reader_.next(row);) {
      if (std::all_of(row.begin(), row.end(), [](const string& value) { return value.empty(); })) continue;
      decisions.push_back(decision_from(row));
      check(decisions.back());
    }
    return decisions;
  }

 private:
  void expect_columns() {
    for (const char* name : kColumns) reader_.column(name);
    for (const string& name : reader_.header())
      if (std::find(std::begin(kColumns), std::end(kColumns), name) == std::end(kColumns))
        reader_.fail("column \"" + name +
                     "\" is not known; the columns are finding_id, decision, corrected, reason, by, until");
  }

  Decision decision_from(const CsvRow& row) {
    const auto value = [&](const char* column) {
      const string& text = row[reader_.column(column)];
      if (!is_utf8(text)) reader_.fail("the text is not UTF-8; save the file as \"CSV UTF-8\"");
      return original_text(trim(text));
    };
    return {.finding_id = value("finding_id"),
            .kind = value("decision"),
            .corrected = value(kCorrected),
            .reason = value("reason"),
            .by = value("by"),
            .until = value("until"),
            .line = reader_.line()};
  }

  void check(const Decision& decision) {
    if (!is_finding_id(decision.finding_id))
      reader_.fail("finding_id \"" + decision.finding_id +
                   "\" is not 16 hex digits; copy it from findings.csv as text");
    if (std::find(std::begin(kKinds), std::end(kKinds), decision.kind) == std::end(kKinds))
      reader_.fail("decision \"" + decision.kind + "\" is not known; write acknowledged, wrong_rule or corrected");
    if (decision.reason.empty()) reader_.fail("the reason is missing; say why it was decided so");
    if (decision.by.empty()) reader_.fail("by is missing; say who decided");
    if (!decision.until.empty() && !is_date(decision.until))
      reader_.fail("until \"" + decision.until + "\" is no day; write YYYY-MM-DD or leave it empty");
    check_correction(decision);
    check_repetition(decision);
  }

  void check_correction(const Decision& decision) {
    if ((decision.kind == kCorrected) == decision.corrected.empty())
      reader_.fail(decision.corrected.empty() ? "the corrected value is missing"
                                              : "a corrected value needs the decision \"corrected\"");
    if (decision.corrected.find('=') == string::npos) return;
    const auto corrections = corrections_by_field(decision.corrected);
    if (corrections.empty())
      reader_.fail("corrected is to be a value, or field_id=value parted by \"; \", each field once");
    for (const auto& [field, number] : corrections) {
      if (!is_field(field)) reader_.fail("field \"" + field + "\" is not known; `nianbao fields` lists them");
      if (!is_plain_number(number))
        reader_.fail("\"" + number +
                     "\" is no number; write it as value in cells.csv is written, such as 251000 or 477.35");
    }
  }

  void check_repetition(const Decision& decision) {
    const auto [first, is_new] = seen_.try_emplace(decision.finding_id, decision);
    const Decision& before = first->second;
    const bool alike = before.kind == decision.kind && before.corrected == decision.corrected &&
                       before.reason == decision.reason && before.by == decision.by && before.until == decision.until;
    if (!is_new && !alike)
      reader_.fail("finding " + decision.finding_id + " is decided otherwise in line " + std::to_string(before.line) +
                   "; keep one of them");
  }

  bool is_field(const string& id) const {
    for (const Form& form : schema_.forms)
      for (const FormTable& table : form.tables)
        if (std::any_of(table.fields.begin(), table.fields.end(), [&](const Field& field) { return field.id == id; }))
          return true;
    return false;
  }

  CsvReader reader_;
  const Schema& schema_;
  std::map<string, Decision> seen_;
};

}  // namespace

std::vector<Decision> read_decisions(const std::filesystem::path& file, const Schema& schema) {
  try {
    return DecisionReader(file, schema).read();
  } catch (const CsvError& error) {
    throw DecisionError(error.what());
  }
}

std::map<string, string> corrections_by_field(const string& corrected) {
  std::map<string, string> corrections;
  std::string_view rest = corrected;
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find(';'), rest.size());
    const std::string_view pair = trim(rest.substr(0, end));
    const std::size_t equals = pair.find('=');
    if (equals == std::string_view::npos) return {};
    const string field(trim(pair.substr(0, equals)));
    if (!corrections.emplace(field, trim(pair.substr(equals + 1))).second) return {};
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return corrections;
}

bool is_plain_number(const string& text) {
  const string digits = text.substr(text.starts_with('-') ? 1 : 0);
  const std::size_t point = digits.find('.');
  const string whole = digits.substr(0, point);
  const string decimals = point == string::npos ? "0" : digits.substr(point + 1);
  const auto are_digits = [](const string& part) {
    return !part.empty() && part.find_first_not_of("0123456789") == string::npos;
  };
  return are_digits(whole) && are_digits(decimals);
}

bool is_date(const string& text) {
  using namespace std::chrono;
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return false;
  const int y = number_in(text, 0, 4);
  const int m = number_in(text, 5, 2);
  const int d = number_in(text, 8, 2);
  return y > 0 && m > 0 && d > 0 &&
         year_month_day(year(y), month(static_cast<unsigned>(m)), day(static_cast<unsigned>(d))).ok();
}

}  // namespace nianbao

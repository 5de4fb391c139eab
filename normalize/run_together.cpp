#include "normalize/run_together.h"

#include <algorithm>
#include <map>
#include <set>
#include <unordered_set>

#include "normalize/digit_row.h"
#include "schema/direction.h"

namespace nianbao {
namespace {

constexpr std::size_t kMostSums = 20'000;    // different sums of one side that are kept apart
constexpr std::size_t kMostCases = 100'000;  // combinations of readings that are tried

// A row whose one cell stands for several fields.
struct RunRow {
  std::vector<std::size_t> fields;  // places in the record, by column
  DigitRow digits;
};

// A sum over several rows: Σ sign × number = 0.
struct TableSum {
  std::vector<std::pair<std::size_t, int>> terms;  // place in the record, +1 or -1
};

using Reading = std::map<std::size_t, CellReading>;  // by place in the record

class TableSolver {
 public:
  TableSolver(const ReportMatch& match, Record& record, const Lexicon& lexicon)
      : match_(match), record_(record), lexicon_(lexicon) {}

  void solve() {
    if (!has_run_cells()) return;
    for (std::size_t i = 0; i < record_.fields.size(); ++i) places_[record_.fields[i].field->id] = i;
    find_rows();
    if (rows_.empty()) return;
    find_sums();
    while (filter_by_sums()) {
    }
    if (!has_solution()) drop_unforced();
    rest_is_complete_ = rows_in_sums_are_complete();
    for (const RunRow& row : rows_) give_values(row);
  }

 private:
  const Cell* run_cell(std::size_t i) const {
    const std::vector<const Cell*>& cells = match_.fields[i].cells;
    const bool is_run = cells.size() == 1 && cells.front()->run_together &&
                        !match_.fields[i].table()->is_of_other_report && !changes_direction(cells.front()->text);
    return is_run ? cells.front() : nullptr;
  }

  bool has_run_cells() const {
    for (std::size_t i = 0; i < match_.fields.size(); ++i)
      if (run_cell(i) != nullptr) return true;
    return false;
  }

  void find_rows() {
    for (std::size_t i = 0; i < match_.fields.size();) {
      const Cell* cell = run_cell(i);
      RunRow row;
      for (; cell != nullptr && i < match_.fields.size() && run_cell(i) == cell; ++i) row.fields.push_back(i);
      if (cell == nullptr) ++i;
      if (cell == nullptr || row.fields.size() != cell->columns) continue;
      std::optional<DigitRow> digits = read_digits(cell->text, cell->columns, sums_of(row));
      if (!digits) continue;
      row.digits = std::move(*digits);
      for (const std::size_t field : row.fields) row_of_[field] = rows_.size();
      rows_.push_back(std::move(row));
    }
  }

  // The sums of the form all of whose operands stand in the row.
  std::vector<RowSum> sums_of(const RunRow& row) const {
    std::vector<RowSum> sums;
    for (const Identity& identity : record_.fields[row.fields.front()].form->identities) {
      const std::optional<RowSum> sum = places_in(row, identity);
      if (sum) sums.push_back(*sum);
    }
    return sums;
  }

  std::optional<RowSum> places_in(const RunRow& row, const Identity& identity) const {
    RowSum sum;
    for (const auto& [ids, side] : {std::pair(&identity.left, &sum.left), std::pair(&identity.right, &sum.right)})
      for (const std::string& id : *ids) {
        const auto place = places_.find(id);
        const auto at =
            place == places_.end() ? row.fields.end() : std::find(row.fields.begin(), row.fields.end(), place->second);
        if (at == row.fields.end()) return std::nullopt;
        side->push_back(static_cast<std::size_t>(at - row.fields.begin()));
      }
    return sum;
  }

  // Sums over several rows, all of whose operands are known or can be read.
  void find_sums() {
    std::set<const Form*> forms;
    for (const RunRow& row : rows_) forms.insert(record_.fields[row.fields.front()].form);
    for (const Form* form : forms)
      for (const Identity& identity : form->identities) add_sum(identity);
  }

  void add_sum(const Identity& identity) {
    TableSum sum;
    std::set<std::size_t> rows;
    bool can_be_checked = true;
    for (const auto& [ids, sign] : {std::pair(&identity.left, 1), std::pair(&identity.right, -1)})
      for (const std::string& id : *ids) {
        const auto place = places_.find(id);
        if (place == places_.end()) return;
        sum.terms.emplace_back(place->second, sign);
        const auto row = row_of_.find(place->second);
        can_be_checked =
            can_be_checked && (row == row_of_.end() ? known(place->second).has_value() : is_usable(rows_[row->second]));
        if (row != row_of_.end()) rows.insert(row->second);
      }
    if (rows.empty() || (rows.size() == 1 && is_within_row(sum))) return;
    for (const auto& [place, sign] : sum.terms)
      if (!can_be_checked) unchecked_.insert(place);
    if (can_be_checked) {
      for (const auto& [place, sign] : sum.terms) checked_.insert(place);
      sums_.push_back(std::move(sum));
    }
  }

  bool is_within_row(const TableSum& sum) const {
    const auto first = row_of_.find(sum.terms.front().first);
    return first != row_of_.end() && std::all_of(sum.terms.begin(), sum.terms.end(), [&](const auto& term) {
             const auto row = row_of_.find(term.first);
             return row != row_of_.end() && row->second == first->second;
           });
  }

  static bool is_usable(const RunRow& row) { return row.digits.is_listed && !row.digits.readings.empty(); }

  // The whole number that a field shows in a cell of its own.
  std::optional<std::int64_t> known(std::size_t place) const {
    const Value& value = record_.fields[place].value;
    const bool is_whole = value.status == Status::kValue && value.number.size() <= 9 &&
                          value.number.find_first_not_of("0123456789") == std::string::npos;
    return is_whole ? std::optional(std::stoll(value.number)) : std::nullopt;
  }

  // What a reading of a row adds to a sum.
  std::int64_t share(const TableSum& sum, std::size_t row, const RowReading& reading) const {
    std::int64_t total = 0;
    for (const auto& [place, sign] : sum.terms) {
      const auto of = row_of_.find(place);
      if (of == row_of_.end() || of->second != row) continue;
      const std::vector<std::size_t>& fields = rows_[row].fields;
      const auto column = static_cast<std::size_t>(std::find(fields.begin(), fields.end(), place) - fields.begin());
      total += sign * reading[column].value_or(0);
    }
    return total;
  }

  std::int64_t known_share(const TableSum& sum) const {
    std::int64_t total = 0;
    for (const auto& [place, sign] : sum.terms)
      if (!row_of_.contains(place)) total += sign * known(place).value_or(0);
    return total;
  }

  std::vector<std::size_t> rows_in(const TableSum& sum) const {
    std::set<std::size_t> rows;
    for (const auto& [place, sign] : sum.terms)
      if (const auto row = row_of_.find(place); row != row_of_.end()) rows.insert(row->second);
    return {rows.begin(), rows.end()};
  }

  using Sums = std::unordered_set<std::int64_t>;

  // All sums of one of `before` and one of the row's readings; empty where they are too many.
  Sums joined(const TableSum& sum, const Sums& before, std::size_t row) const {
    Sums after;
    std::set<std::int64_t> shares;
    for (const RowReading& reading : rows_[row].digits.readings) shares.insert(share(sum, row, reading));
    if (before.size() * shares.size() > kMostSums) return {};
    for (const std::int64_t a : before)
      for (const std::int64_t b : shares) after.insert(a + b);
    return after;
  }

  // Takes away the readings that no reading of the other rows completes to the sum, but not the only one that a row
  // has. True where some were.
  bool filter(const TableSum& sum) {
    const std::vector<std::size_t> rows = rows_in(sum);
    std::vector<Sums> before = {{known_share(sum)}};
    std::vector<Sums> behind = {{0}};
    for (const std::size_t row : rows) before.push_back(joined(sum, before.back(), row));
    for (std::size_t i = rows.size(); i-- > 0;) behind.push_back(joined(sum, behind.back(), rows[i]));
    std::reverse(behind.begin(), behind.end());
    bool changed = false;
    for (std::size_t i = 0; i < rows.size(); ++i) {
      if (before[i].empty() || behind[i + 1].empty() || rows_[rows[i]].digits.is_forced) continue;
      std::vector<RowReading>& readings = rows_[rows[i]].digits.readings;
      changed = std::erase_if(readings,
                              [&](const RowReading& reading) {
                                return !is_completed(before[i], behind[i + 1], share(sum, rows[i], reading));
                              }) > 0 ||
                changed;
    }
    return changed;
  }

  static bool is_completed(const Sums& before, const Sums& behind, std::int64_t share) {
    const Sums& fewer = before.size() < behind.size() ? before : behind;
    const Sums& other = before.size() < behind.size() ? behind : before;
    return std::any_of(fewer.begin(), fewer.end(), [&](std::int64_t sum) { return other.contains(-share - sum); });
  }

  bool filter_by_sums() {
    bool changed = false;
    for (const TableSum& sum : sums_) changed = filter(sum) || changed;
    return changed;
  }

  // Whether some choice of one reading a row satisfies all sums; keeps the readings that are in one. False also where
  // there are too many choices to try.
  bool has_solution() {
    std::vector<std::size_t> open;
    std::size_t cases = 1;
    for (std::size_t r = 0; r < rows_.size(); ++r) {
      if (!rows_[r].digits.is_listed || !is_in_a_sum(r)) continue;
      const std::size_t readings = rows_[r].digits.readings.size();
      if (readings == 0) return false;
      cases *= readings;
      if (cases > kMostCases) return false;
      open.push_back(r);
    }
    std::vector<std::size_t> choice(rows_.size(), 0);
    std::vector<std::set<std::size_t>> good(rows_.size());
    for (bool more = true; more; more = advance(choice, open))
      if (all_sums_hold(choice))
        for (const std::size_t r : open) good[r].insert(choice[r]);
    if (!open.empty() && good[open.front()].empty()) return false;
    for (const std::size_t r : open) keep(rows_[r].digits.readings, good[r]);
    return true;
  }

  bool is_in_a_sum(std::size_t row) const {
    return std::any_of(rows_[row].fields.begin(), rows_[row].fields.end(),
                       [&](std::size_t place) { return checked_.contains(place); });
  }

  bool advance(std::vector<std::size_t>& choice, const std::vector<std::size_t>& open) const {
    for (const std::size_t r : open) {
      if (++choice[r] < rows_[r].digits.readings.size()) return true;
      choice[r] = 0;
    }
    return false;
  }

  bool all_sums_hold(const std::vector<std::size_t>& choice) const {
    return std::all_of(sums_.begin(), sums_.end(), [&](const TableSum& sum) {
      std::int64_t total = known_share(sum);
      for (const std::size_t row : rows_in(sum)) total += share(sum, row, rows_[row].digits.readings[choice[row]]);
      return total == 0;
    });
  }

  static void keep(std::vector<RowReading>& readings, const std::set<std::size_t>& good) {
    std::vector<RowReading> kept;
    kept.reserve(good.size());
    for (const std::size_t i : good) kept.push_back(readings[i]);
    readings = std::move(kept);
  }

  // The report contradicts its own sums, or cannot be looked through: they prove nothing.
  void drop_unforced() {
    for (RunRow& row : rows_)
      if (!row.digits.is_forced && is_in_a_sum(row_of_.at(row.fields.front()))) row.digits = {};
  }

  // What the cell of a column can be.
  static std::set<CellReading> readings_of(const RunRow& row, std::size_t column) {
    std::set<CellReading> all;
    if (row.digits.is_listed)
      for (const RowReading& reading : row.digits.readings) all.insert(reading[column]);
    else if (column < row.digits.cells.size())
      all.insert(row.digits.cells[column].begin(), row.digits.cells[column].end());
    return all;
  }

  static bool stands_in(const RowSum& sum, std::size_t column) {
    return std::find(sum.left.begin(), sum.left.end(), column) != sum.left.end() ||
           std::find(sum.right.begin(), sum.right.end(), column) != sum.right.end();
  }

  // More than the number of digits speaks for the readings of this field.
  bool is_proved(const RunRow& row, std::size_t column) const {
    const std::size_t place = row.fields[column];
    if (row.digits.is_forced) return true;
    const std::vector<RowSum> sums = sums_of(row);
    const bool in_row_sum =
        std::any_of(sums.begin(), sums.end(), [&](const RowSum& sum) { return stands_in(sum, column); });
    if (!in_row_sum || unchecked_.contains(place)) return false;
    return checked_.contains(place) || (rest_is_complete_ && !may_have_blank(row));
  }

  // Whether all rows that stand in sums over several rows are read, every one in one way and without a blank cell: a
  // report that leaves nothing blank there leaves nothing blank elsewhere.
  bool rows_in_sums_are_complete() const {
    return !sums_.empty() && unchecked_.empty() && std::all_of(rows_.begin(), rows_.end(), [&](const RunRow& row) {
      if (!checked_.contains(row.fields.front())) return true;
      const std::vector<RowReading>& readings = row.digits.readings;
      return readings.size() == 1 && std::all_of(readings.front().begin(), readings.front().end(),
                                                 [](const CellReading& cell) { return cell.has_value(); });
    });
  }

  // Whether the digits can also be read with one blank cell that the sums do not account for.
  bool may_have_blank(const RunRow& row) const {
    const std::string& text = match_.fields[row.fields.front()].cells.front()->text;
    for (std::size_t column = 0; column < row.fields.size(); ++column) {
      std::vector<RowSum> sums = sums_of(row);
      std::erase_if(sums, [&](const RowSum& sum) { return stands_in(sum, column); });
      const std::optional<DigitRow> digits = read_digits(text, row.fields.size(), sums);
      if (!digits || std::find(digits->cells[column].begin(), digits->cells[column].end(), std::nullopt) !=
                         digits->cells[column].end())
        return true;
    }
    return false;
  }

  void give_values(const RunRow& row) {
    for (std::size_t c = 0; c < row.fields.size(); ++c) {
      const std::set<CellReading> readings = readings_of(row, c);
      if (readings.size() == 1 && *readings.begin() && is_proved(row, c)) give(row.fields[c], **readings.begin());
    }
  }

  void give(std::size_t place, std::int64_t number) {
    Cell cell = *match_.fields[place].cells.front();
    cell.text = std::to_string(number);
    FieldMatch alone = match_.fields[place];
    alone.cells = {&cell};
    alone.ambiguous = false;
    Value value = read_value(alone, lexicon_);
    value.raw = record_.fields[place].value.raw;
    if (value.status != Status::kValue) return;
    record_.fields[place].value = std::move(value);
    record_.fields[place].how = How::kSolved;
  }

  const ReportMatch& match_;
  Record& record_;
  const Lexicon& lexicon_;
  std::map<std::string, std::size_t> places_;
  std::vector<RunRow> rows_;
  std::map<std::size_t, std::size_t> row_of_;  // by place in the record
  std::vector<TableSum> sums_;
  std::set<std::size_t> checked_;  // places that stand in a sum that is checked
  bool rest_is_complete_ = false;
  std::set<std::size_t> unchecked_;  // places that stand in a sum that cannot be
};

}  // namespace

void solve_run_together(const ReportMatch& match, Record& record, const Lexicon& lexicon) {
  TableSolver(match, record, lexicon).solve();
}

}  // namespace nianbao

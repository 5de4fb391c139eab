// Property: whatever happens to a text whose columns are told by place, a number that is given is the one that the
// report shows in this cell. NIANBAO_ROUNDS=10000 tries so many damaged texts instead of a few.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <functional>
#include <random>
#include <set>

#include "schema/text.h"
#include "tests/support/model_report.h"
#include "tests/support/places.h"
#include "tests/support/process_report.h"
#include "tests/support/rounds.h"
#include "tests/support/text_writer.h"

namespace nianbao::test {
namespace {

using Lines = std::vector<std::string>;
using Tables = std::map<int, std::vector<RowSpec>>;

constexpr const char* kStray = "98";  // a number that is added; it may be read where it stands

class Mutator {
 public:
  explicit Mutator(std::mt19937& random) : random_(random) {}

  std::size_t below(std::size_t end) { return end == 0 ? 0 : random_() % end; }
  bool chance(std::size_t of) { return below(of) == 0; }

  void change(Lines& lines) {
    using Change = void (Mutator::*)(Lines&);
    static constexpr Change kChanges[] = {
        &Mutator::insert_spaces, &Mutator::delete_spaces, &Mutator::drop_line,   &Mutator::repeat_line,
        &Mutator::move_word,     &Mutator::begin_page,    &Mutator::join_pages,  &Mutator::add_note,
        &Mutator::shift_line,    &Mutator::swap_lines,    &Mutator::drop_word,   &Mutator::add_figure,
        &Mutator::split_number,  &Mutator::break_number,  &Mutator::repeat_part, &Mutator::add_page_number};
    const std::size_t which = below(std::size(kChanges));
    done += " " + std::to_string(which);
    (this->*kChanges[which])(lines);
  }

  void begin_text() {
    done.clear();
    is_broken_ = false;
  }

  std::string done;  // which changes

 private:
  std::size_t filled_line(const Lines& lines) {
    std::size_t at = below(lines.size());
    for (std::size_t i = 0; i < lines.size() && is_blank(lines[at]); ++i) at = (at + 1) % lines.size();
    return at;
  }

  struct Word {
    std::size_t begin = 0;
    std::size_t end = 0;
  };

  static std::vector<Word> words_of(const std::string& line) {
    std::vector<Word> words;
    for (std::size_t at = line.find_first_not_of(" \f"); at != std::string::npos;
         at = line.find_first_not_of(' ', words.back().end))
      words.push_back({at, std::min(line.find(' ', at), line.size())});
    return words;
  }

  Word any_word(const std::string& line) {
    const std::vector<Word> words = words_of(line);
    return words.empty() ? Word{} : words[below(words.size())];
  }

  static bool is_number(const std::string& text) {
    return !text.empty() && text.find_first_not_of("0123456789") == std::string::npos;
  }

  // Not within a number, and by no more than a printer's rounding.
  void insert_spaces(Lines& lines) {
    std::string& line = lines[filled_line(lines)];
    line.insert(any_word(line).begin, std::string(1 + below(3), ' '));
  }

  void delete_spaces(Lines& lines) {
    std::string& line = lines[filled_line(lines)];
    const Word word = any_word(line);
    for (std::size_t n = 1 + below(3); n > 0; --n) {
      if (word.begin < n + 2 || line.substr(word.begin - n - 2, n + 2).find_first_not_of(' ') != std::string::npos)
        continue;
      line.erase(word.begin - n, n);
      return;
    }
  }

  void drop_line(Lines& lines) {
    if (!is_broken_) lines.erase(lines.begin() + static_cast<std::ptrdiff_t>(filled_line(lines)));
  }

  void repeat_line(Lines& lines) {
    const std::string line = lines[filled_line(lines)];
    lines.insert(lines.begin() + static_cast<std::ptrdiff_t>(below(lines.size())), line);
  }

  // Of a line with characters of one byte each before it, so that it keeps its place.
  void move_word(Lines& lines) {
    const std::size_t at = filled_line(lines);
    const Word word = any_word(lines[at]);
    const std::string text = lines[at].substr(word.begin, word.end - word.begin);
    if (text.empty()) return;
    const std::size_t column = character_count(lines[at].substr(0, word.begin));
    lines[at].replace(word.begin, word.end - word.begin, std::string(character_count(text), ' '));
    // Not beside the values of another row.
    const std::size_t to = std::min(at + 1, lines.size() - 1);
    const bool has_figures = lines[to].find_first_of("0123456789") != std::string::npos;
    if (has_figures) lines.insert(lines.begin() + static_cast<std::ptrdiff_t>(to), "");
    put(lines, to, column, text);
  }

  // At this place if nothing stands there, else on a line of its own.
  static void put(Lines& lines, std::size_t at, std::size_t column, const std::string& text) {
    std::string& line = lines[at];
    const bool is_free = character_count(line) < column;
    if (is_free)
      line += std::string(column - character_count(line), ' ') + text;
    else
      lines.insert(lines.begin() + static_cast<std::ptrdiff_t>(at), std::string(column, ' ') + text);
  }

  void begin_page(Lines& lines) {
    const std::size_t at = filled_line(lines);
    const std::size_t shift = below(8);
    for (std::size_t i = at; i < lines.size() && !lines[i].starts_with('\f'); ++i)
      if (!is_blank(lines[i])) lines[i].insert(0, shift, ' ');
    lines[at].insert(0, "\f");
  }

  void join_pages(Lines& lines) {
    for (std::string& line : lines) std::erase(line, '\f');
  }

  void add_note(Lines& lines) {
    static const char* const kNotes[] = {"  注：数据截至2022年12月31日。", "      ① 含上年结转 12 件",
                                         "                   单位：件",    "  备注  3",
                                         "              （续表）",         "   其他  11  12"};
    lines.insert(lines.begin() + static_cast<std::ptrdiff_t>(below(lines.size())), kNotes[below(std::size(kNotes))]);
  }

  void shift_line(Lines& lines) { lines[filled_line(lines)].insert(0, 1 + below(3), ' '); }

  void swap_lines(Lines& lines) {
    const std::size_t at = below(lines.size() - 1);
    // A row's own lines, not those of two rows: a label on the line of other values says that they are its own.
    if (is_blank(lines[at]) || is_blank(lines[at + 1])) std::swap(lines[at], lines[at + 1]);
  }

  void drop_word(Lines& lines) {
    if (is_broken_) return;
    std::string& line = lines[filled_line(lines)];
    const Word word = any_word(line);
    const std::string text = line.substr(word.begin, word.end - word.begin);
    line.replace(word.begin, word.end - word.begin, std::string(character_count(text), ' '));
  }

  void add_figure(Lines& lines) {
    std::string& line = lines[filled_line(lines)];
    const Word word = any_word(line);
    if (word.begin < 4 || line.substr(word.begin - 4, 4) != "    ") return;
    line.replace(word.begin - 3, 2, kStray);
  }

  // 123 becomes 1 23.
  void split_number(Lines& lines) {
    for (int tries = 0; tries < 50; ++tries) {
      std::string& line = lines[filled_line(lines)];
      const Word word = any_word(line);
      const std::string text = line.substr(word.begin, word.end - word.begin);
      if (!is_number(text) || text.size() < 2) continue;
      line.insert(word.begin + 1 + below(text.size() - 1), 1 + below(2), ' ');
      is_broken_ = true;
      return;
    }
  }

  // The rest of a number stands below its beginning.
  void break_number(Lines& lines) {
    for (int tries = 0; tries < 50; ++tries) {
      const std::size_t at = filled_line(lines);
      const Word word = any_word(lines[at]);
      const std::string text = lines[at].substr(word.begin, word.end - word.begin);
      if (!is_number(text) || text.size() < 2 || at + 1 == lines.size()) continue;
      const std::size_t length = 1 + below(text.size() - 1);
      const std::size_t column = character_count(lines[at].substr(0, word.begin));
      lines[at].replace(word.begin + length, text.size() - length, std::string(text.size() - length, ' '));
      put(lines, at + 1, column, text.substr(length));
      is_broken_ = true;
      return;
    }
  }

  // Some lines again, as where a page is copied twice.
  void repeat_part(Lines& lines) {
    const std::size_t at = below(lines.size());
    const std::size_t end = std::min(lines.size(), at + 1 + below(12));
    const Lines part(lines.begin() + static_cast<std::ptrdiff_t>(at), lines.begin() + static_cast<std::ptrdiff_t>(end));
    lines.insert(lines.begin() + static_cast<std::ptrdiff_t>(end), part.begin(), part.end());
  }

  void add_page_number(Lines& lines) {
    lines.insert(lines.begin() + static_cast<std::ptrdiff_t>(below(lines.size())),
                 std::string(20 + below(60), ' ') + std::to_string(1 + below(20)));
  }

  std::mt19937& random_;
  bool is_broken_ = false;  // parts of a number stand apart; without one of them the other is a number
};

// No two cells hold the same number, so that a number shows where it was read.
void fill(ModelReport& report, Mutator& mutator) {
  std::set<std::string> used;
  const std::size_t blank = mutator.chance(2) ? 5 : 1000;
  for (const std::string& field : report.field_ids()) {
    std::string number;
    do {
      std::size_t end = 10;
      for (std::size_t digits = mutator.below(5); digits > 0; --digits) end *= 10;
      number = std::to_string(1 + mutator.below(end - 1));
    } while (!used.insert(number).second && used.size() < 9);
    report.set(field, mutator.chance(blank) ? "" : number);
  }
}

Lines lines_of(const std::string& text) {
  Lines lines;
  for (const std::string_view line : split_lines(text)) lines.emplace_back(line);
  return lines;
}

std::string text_of(const Lines& lines) {
  std::string text;
  for (const std::string& line : lines) text += line + "\n";
  return text;
}

std::string name_of_column(const std::string& field) {
  const std::size_t at = field.find("__");
  return at == std::string::npos ? "" : field.substr(at);
}

// Two labels of the header of section 三 change places, with what stands below them or without.
void swap_labels(Tables& tables, std::map<std::string, std::string>& truth, Mutator& mutator) {
  static const std::pair<const char*, const char*> kColumns[] = {{"商业企业", "__commercial"},
                                                                 {"科研机构", "__research"},
                                                                 {"社会公益组织", "__welfare"},
                                                                 {"法律服务机构", "__legal"}};
  const std::size_t a = mutator.below(4);
  const std::size_t b = (a + 1 + mutator.below(3)) % 4;
  for (RowSpec& row : tables.at(3))
    for (CellSpec& cell : row)
      for (const auto& [from, to] :
           {std::pair(kColumns[a].first, kColumns[b].first), std::pair(kColumns[b].first, kColumns[a].first)})
        if (cell.text == from) {
          cell.text = to;
          break;
        }
  const std::map<std::string, std::string> before = truth;
  for (auto& [field, shown] : truth) {
    const std::string column = name_of_column(field);
    for (const auto& [from, to] :
         {std::pair(kColumns[a].second, kColumns[b].second), std::pair(kColumns[b].second, kColumns[a].second)})
      if (column == from) shown = before.at(field.substr(0, field.size() - column.size()) + to);
  }
}

void drop_label(Tables& tables, Mutator& mutator) {
  std::vector<RowSpec>& rows = tables.at(2 + static_cast<int>(mutator.below(2)));
  RowSpec& row = rows[mutator.below(std::min<std::size_t>(rows.size(), 4))];
  row[mutator.below(row.size())].text.clear();
}

// So many columns before the end; a cell over several columns there gets one more.
void insert_cell(RowSpec& row, std::size_t from_end, const CellSpec& cell) {
  std::size_t at = row.size();
  for (std::size_t left = from_end; left > 0 && at > 0;) {
    RowSpec::value_type& next = row[--at];
    if (static_cast<std::size_t>(next.span) > left) {
      ++next.span;
      return;
    }
    left -= static_cast<std::size_t>(next.span);
  }
  row.insert(row.begin() + static_cast<std::ptrdiff_t>(at), cell);
}

// A column of its own in all rows.
void add_column(Tables& tables, Mutator& mutator) {
  std::vector<RowSpec>& rows = tables.at(3);
  const std::size_t from_end = 1 + mutator.below(6);
  const bool has_label = mutator.chance(2);
  for (std::size_t r = 0; r < rows.size(); ++r) {
    const std::string text = r == 2 && has_label ? "备注" : r < 3 ? "" : kStray;
    insert_cell(rows[r], from_end, CellSpec{text, 1, ""});
  }
}

std::string wrong_numbers(const Report& report, const std::map<std::string, std::string>& truth) {
  std::string wrong;
  for (const RecordField& field : report.record.fields) {
    const auto shown = truth.find(field.field->id);
    const bool is_value = field.value.status == Status::kValue;
    const bool is_stray = field.value.number == kStray;
    if (shown != truth.end() && is_value && !is_stray && field.value.number != shown->second)
      wrong += field.field->id + ": " + field.value.number + ", shown is " + shown->second + ", " + field.where + "\n";
  }
  return wrong;
}

const TextWriter& layout_writer() {
  return *std::find_if(text_writers().begin(), text_writers().end(),
                       [](const TextWriter& writer) { return std::string(writer.name) == "layout"; });
}

TEST(LayoutMutants, NoNumberIsWrong) {
  const int many = rounds(60);
  std::mt19937 random(20261126U);
  Mutator mutator(random);
  std::size_t given = 0;
  std::size_t wrong_texts = 0;
  for (int round = 0; round < many; ++round) {
    ModelReport report(built_in_schema(), round % 2 == 0 ? "2021" : "2019", 2022);
    fill(report, mutator);
    std::map<std::string, std::string> truth = report.cells();
    Tables tables = {{2, report.table(2)}, {3, report.table(3)}, {4, report.table(4)}};
    mutator.begin_text();
    if (mutator.chance(10)) swap_labels(tables, truth, mutator), mutator.done += " swap";
    if (mutator.chance(10)) drop_label(tables, mutator), mutator.done += " drop";
    if (mutator.chance(10)) add_column(tables, mutator), mutator.done += " column";
    Lines lines = lines_of(report_text(tables, layout_writer()));
    for (std::size_t n = mutator.below(4); n > 0; --n) mutator.change(lines);
    const std::string text = text_of(lines);
    const Result<Report> read = process_report({text, "a.txt"}, built_in_schema(), {});
    if (!read) continue;
    given += static_cast<std::size_t>(
        std::count_if(read->record.fields.begin(), read->record.fields.end(),
                      [](const RecordField& field) { return field.value.status == Status::kValue; }));
    const std::string wrong = wrong_numbers(*read, truth);
    if (wrong.empty()) continue;
    ++wrong_texts;
    if (wrong_texts > 40) continue;
    ADD_FAILURE() << "round " << round << ", changes" << mutator.done << "\n" << wrong.substr(0, 600);
    if (const char* folder = std::getenv("NIANBAO_KEEP"))
      write_file(std::string(folder) + "/" + std::to_string(round) + ".txt", text);
  }
  if (std::getenv("NIANBAO_ROUNDS") != nullptr)
    printf("%d texts, %zu with wrong numbers, %zu numbers given\n", many, wrong_texts, given);
}

}  // namespace
}  // namespace nianbao::test

#include "extract/text_reader.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "extract/encoding.h"
#include "extract/text_dialect.h"
#include "schema/direction.h"
#include "schema/text.h"

namespace nianbao {
namespace {

using std::string_view;

constexpr string_view kBookmarkOpens = "[bookmark:";

// The line without `[bookmark: _GoBack]` and the like, which the export has left; they are added to `marks`.
std::string without_bookmarks(string_view line, std::string& marks) {
  std::string out;
  for (std::size_t at = 0; at < line.size();) {
    const std::size_t opens = line.find(kBookmarkOpens, at);
    const std::size_t closes = opens == string_view::npos ? opens : line.find(']', opens);
    if (closes == string_view::npos) return out.append(line.substr(at));
    out.append(line.substr(at, opens - at));
    at = closes + 1;
    marks.append(line.substr(opens, at - opens));
  }
  return out;
}

std::vector<TextLine> lines_of(string_view text, std::vector<LeftMark>& left_marks) {
  std::vector<TextLine> lines;
  for (LineReader reader(text); const auto line = reader.next();) {
    std::string marks;
    lines.push_back({with_direction_repeated(without_bookmarks(*line, marks)), lines.size() + 1});
    if (!marks.empty()) left_marks.push_back({lines.size(), std::move(marks)});
  }
  return lines;
}

// The dialects that the text may be of, the likeliest first.
std::vector<TextDialect> likely_dialects(TextLines lines, const std::string& asked_for) {
  std::vector<std::pair<std::size_t, TextDialect>> scored;
  for (const TextDialect& dialect : text_dialects()) {
    const bool is_wanted = asked_for.empty() || asked_for == dialect.name;
    const std::size_t score = is_wanted ? dialect.score(lines) : 0;
    if (score > 0) scored.emplace_back(score, dialect);
  }
  std::stable_sort(scored.begin(), scored.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
  std::vector<TextDialect> likely;
  likely.reserve(scored.size());
  for (const auto& [score, dialect] : scored) likely.push_back(dialect);
  return likely;
}

class TextAssembly {
 public:
  explicit TextAssembly(const Limits& limits) : limits_(limits) {}

  void add(const TextDialect& dialect, TextPart part) {
    for (Block& block : part.blocks) {
      if (auto* table = std::get_if<Table>(&block)) add_table(*table, dialect.name);
      document_.blocks.push_back(std::move(block));
    }
  }

  void add(const TextLine& line) {
    if (!is_blank(line.text)) document_.blocks.emplace_back(paragraph_of(line));
  }

  // The limit that the lines so far are beyond, if there is one.
  std::optional<Problem> excess() const {
    if (document_.counts.total() > limits_.cells) return beyond(limits_, &Limits::cells, "");
    if (tables_ > limits_.tables) return beyond(limits_, &Limits::tables, "");
    if (document_.blocks.size() > limits_.paragraphs) return beyond(limits_, &Limits::paragraphs, "");
    return std::nullopt;
  }

  Document take() { return std::move(document_); }

 private:
  void add_table(Table& table, const std::string& dialect) {
    table.ordinal = ++tables_;
    for (const Cell& cell : table.cells) {
      ++(cell.holds_object ? document_.counts.refused : document_.counts.shown);
      if (cell.holds_object && document_.damage.empty())
        document_.damage.push_back({"cell_refused", "L" + std::to_string(cell.line)});
    }
    if (document_.dialect.find(dialect) == std::string::npos)
      document_.dialect += (document_.dialect.empty() ? "" : "+") + dialect;
  }

  const Limits& limits_;
  Document document_;
  std::size_t tables_ = 0;
};

TextPart first_part(const std::vector<TextDialect>& dialects, TextLines lines, const Limits& limits,
                    const TextDialect*& read_by) {
  for (const TextDialect& dialect : dialects)
    if (TextPart part = dialect.read(lines, limits); part.lines > 0) {
      read_by = &dialect;
      return part;
    }
  return {};
}

}  // namespace

Result<Document> read_text(const Source& source, const ReadOptions& options) {
  if (source.bytes.size() > options.limits.text_bytes) return beyond(options.limits, &Limits::text_bytes, "");
  Result<DecodedText> decoded = decode_text(source.bytes, options.encoding);
  if (!decoded) return decoded.problem();
  std::vector<LeftMark> left_marks;
  const std::vector<TextLine> lines = lines_of(decoded->text, left_marks);
  const std::vector<TextDialect> dialects = likely_dialects(lines, options.text_dialect);
  TextAssembly assembly(options.limits);
  for (TextLines rest(lines); !rest.empty();) {
    const TextDialect* read_by = nullptr;
    TextPart part = first_part(dialects, rest, options.limits, read_by);
    if (read_by == nullptr) assembly.add(rest.front());
    const std::size_t used = std::max<std::size_t>(part.lines, 1);
    if (read_by != nullptr) assembly.add(*read_by, std::move(part));
    rest = rest.subspan(used);
    if (const auto problem = assembly.excess()) return *problem;
  }
  Document document = assembly.take();
  document.encoding = decoded->encoding;
  document.left_marks = std::move(left_marks);
  if (decoded->has_nuls) document.damage.push_back({"nul_characters", ""});
  return document;
}

}  // namespace nianbao

#include "extract/docx_body.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "extract/docx_fields.h"
#include "extract/docx_grid.h"
#include "extract/docx_markup.h"
#include "extract/docx_runs.h"
#include "extract/drawn_text.h"
#include "schema/text.h"

namespace nianbao {
namespace {

using std::string_view;

struct OpenParagraph {
  std::size_t ordinal = 0;
  std::string text;
  std::string style;
  ListPlace list;
  std::string printed_number;  // that Word 2003 has written down
};

struct OpenTable {
  std::size_t block = 0;  // where it stands in Document::blocks
  std::size_t ordinal = 0;
  bool is_nested = false;  // in a cell
  std::vector<RawRow> rows;
  bool in_cell = false;
  bool cell_has_text = false;  // a paragraph has ended in the open cell
};

class BodyHandler : public XmlHandler {
 public:
  BodyHandler(std::string part, const DocxFormatting& formatting, const Limits& limits)
      : styles_(formatting.styles), counter_(formatting.numbering), limits_(limits), runs_(formatting.styles) {
    document_.part = std::move(part);
  }

  const char* start(const XmlName& name, const XmlAttributes& attributes) override {
    if (++depth_ > limits_.depth) return "limit_depth";
    if (skipping_ == 0 && in_row_properties_ && is_deletion(name, attributes)) delete_row();
    if (skipping_ == 0 && name.space == XmlSpace::kAnnotation) note_deleted_range(attributes);
    if (skipping_ == 0 && begins_unshown(name, attributes)) skipping_ = depth_;
    if (skipping_ != 0) {
      if (name.is(XmlSpace::kWord, XmlLocal::kTc)) ++document_.counts.not_shown;
      return nullptr;
    }
    if (name.is(XmlSpace::kCompatibility, XmlLocal::kAlternateContent)) choice_taken_.push_back(false);
    if (name.is(XmlSpace::kCompatibility, XmlLocal::kChoice) && !choice_taken_.empty()) choice_taken_.back() = true;
    if (is_object(name.known)) mark_object();
    if (name.space == XmlSpace::kMath) start_math(name.known);
    if (name.space == XmlSpace::kOther) start_drawing(name.known);
    if (name.is(XmlSpace::kHint, XmlLocal::kT) && !paragraphs_.empty() && in_properties_ > 0)
      paragraphs_.back().printed_number = attributes.find("val").value_or("");
    return name.space == XmlSpace::kWord ? start_word(name, attributes) : nullptr;
  }

  void end(const XmlName& name) override {
    if (skipping_ == depth_)
      skipping_ = 0;
    else if (skipping_ == 0)
      end_shown(name);
    --depth_;
  }

  void text(string_view text) override {
    if (in_instruction_ && skipping_ == 0) fields_.add_code(text);
    if (!in_text_ || skipping_ != 0 || paragraphs_.empty()) return;
    if (deleted_ranges_ > 0)
      mark_object();  // what of a cell such a range leaves is not known for sure
    else if (!is_hidden())
      add_text(text);
  }

  // Names that nothing here is compared with. Every element counts as one level more, but the parser sees to that.
  bool heeds(const XmlName& name) const override {
    return name.space != XmlSpace::kWord || name.known != XmlLocal::kOther;
  }

  // Cells outside any w:tbl have opened a table that no end tag closes.
  DocxBody finish() {
    while (!tables_.empty()) close_table();
    return {std::move(document_), std::move(chunks_)};
  }

 private:
  // Cells below a fallback or a deletion are counted as not shown; rows and cells deleted as such by the grid.
  bool begins_unshown(const XmlName& name, const XmlAttributes& attributes) const {
    if (name.space == XmlSpace::kCompatibility && !choice_taken_.empty()) {
      // Of several renderings the first that is understood is shown (ISO/IEC 29500-3 §7.6).
      if (name.known == XmlLocal::kChoice)
        return choice_taken_.back() || !is_understood(attributes.find("Requires").value_or(""));
      return name.known == XmlLocal::kFallback && choice_taken_.back();
    }
    if (name.is(XmlSpace::kAnnotation, XmlLocal::kAnnotation))
      return hides_content(attributes.find("type").value_or(""));
    if (name.space != XmlSpace::kWord) return false;
    const bool deletion = name.known == XmlLocal::kDel && !in_row_properties_ && in_properties_ == 0;
    return deletion || is_never_shown(name.known);
  }

  // aml:annotation of Word 2003 XML: only what was inserted is shown; deletions, comments and earlier formatting are
  // not.
  static bool hides_content(string_view type) { return type != "Word.Insertion"; }

  static bool is_deletion(const XmlName& name, const XmlAttributes& attributes) {
    return name.is(XmlSpace::kAnnotation, XmlLocal::kAnnotation) && attributes.find("type") == "Word.Deletion";
  }

  // Deletions that reach over several paragraphs begin and end with empty annotations.
  void note_deleted_range(const XmlAttributes& attributes) {
    const string_view type = attributes.find("type").value_or("");
    if (type == "Word.Deletion.Start") ++deleted_ranges_;
    if (type == "Word.Deletion.End" && deleted_ranges_ > 0) --deleted_ranges_;
  }

  void start_math(XmlLocal local) {
    if (!is_plain_math(local)) mark_object();
    if (local == XmlLocal::kT) in_text_ = true;
    if (local == XmlLocal::kR) open_run();
  }

  // Text of drawings, and text boxes that float wherever they are drawn: no text of their cell.
  void start_drawing(XmlLocal local) {
    if (local == XmlLocal::kT) mark_object();
    if (local == XmlLocal::kInline) ++inline_drawings_;
  }

  const char* start_word(const XmlName& name, const XmlAttributes& attributes) {
    const XmlLocal local = name.known;
    if (is_property(local)) ++in_properties_;
    if (local == XmlLocal::kTrPr) in_row_properties_ = true;
    if (local == XmlLocal::kTxbxContent && inline_drawings_ == 0) mark_object();
    // Digits from right to left are other numbers than their characters say (§17.3.2.3, §17.3.2.8).
    if ((local == XmlLocal::kBdo || local == XmlLocal::kDir) && attributes.find("val") == "rtl") mark_object();
    if (local == XmlLocal::kTbl) return open_table();
    if (local == XmlLocal::kTc) return open_cell();
    if (local == XmlLocal::kP) return open_paragraph();
    if (local == XmlLocal::kTr)
      open_row();
    else if (local == XmlLocal::kT)
      in_text_ = true;
    else if (local == XmlLocal::kR)
      open_run();
    else if (local == XmlLocal::kAltChunk || local == XmlLocal::kSubDoc)
      note_chunk(attributes);
    else if (local == XmlLocal::kInstrText)
      in_instruction_ = true;
    else if (in_properties_ > 0)
      read_property(name, attributes);
    else if (!tables_.empty() && read_table_property(local, attributes))
      return nullptr;
    else
      read_run_content(local, attributes);
    return nullptr;
  }

  void end_shown(const XmlName& name) {
    if (name.known == XmlLocal::kT) in_text_ = false;
    if (name.is(XmlSpace::kMath, XmlLocal::kR)) runs_.close();
    if (name.is(XmlSpace::kOther, XmlLocal::kInline)) --inline_drawings_;
    if (name.is(XmlSpace::kCompatibility, XmlLocal::kAlternateContent) && !choice_taken_.empty())
      choice_taken_.pop_back();
    if (name.space != XmlSpace::kWord) return;
    if (name.known == XmlLocal::kInstrText) in_instruction_ = false;
    if (is_property(name.known)) --in_properties_;
    if (name.known == XmlLocal::kTrPr)
      in_row_properties_ = false;
    else if (name.known == XmlLocal::kR)
      runs_.close();
    else if (name.known == XmlLocal::kP)
      close_paragraph();
    else if (name.known == XmlLocal::kTc && !tables_.empty())
      tables_.back().in_cell = false;
    else if (name.known == XmlLocal::kTbl)
      close_table();
  }

  void open_run() { runs_.open(paragraphs_.empty() ? "" : paragraphs_.back().style); }

  bool is_hidden() { return fields_.is_in_code() || runs_.hide(); }

  const char* open_table() {
    if (++table_count_ > limits_.tables) return "limit_tables";
    mark_object();  // what a nested table shows is not in its cell's own text
    const bool nested = std::any_of(tables_.begin(), tables_.end(), [](const OpenTable& t) { return t.in_cell; });
    tables_.push_back({.block = document_.blocks.size(), .ordinal = table_count_, .is_nested = nested, .rows = {}});
    document_.blocks.emplace_back(Table{});  // holds the place: nested tables close first but come after
    return nullptr;
  }

  void close_table() {
    if (tables_.empty()) return;
    OpenTable table = std::move(tables_.back());
    tables_.pop_back();
    Grid grid = build_grid(std::move(table.rows), table.ordinal);
    document_.blocks[table.block] = std::move(grid.table);
    document_.counts += table.is_nested ? as_nested(grid.counts) : grid.counts;
    const Table& built = std::get<Table>(document_.blocks[table.block]);
    for (const GridDoubt& doubt : grid.doubts) document_.damage.push_back({doubt.code, place_of(built, doubt)});
  }

  std::string place_of(const Table& table, const GridDoubt& doubt) const {
    return address_of(document_, table) + "/r" + std::to_string(doubt.row) + "/c" + std::to_string(doubt.column);
  }

  void open_row() {
    if (tables_.empty()) return;
    tables_.back().rows.emplace_back();
    tables_.back().in_cell = false;  // a row inside a cell, without a table of its own, ends the cell
  }

  const char* open_cell() {
    if (++cell_count_ > limits_.cells) return "limit_cells";
    if (tables_.empty())
      if (const char* code = open_table()) return code;
    if (tables_.back().rows.empty()) tables_.back().rows.emplace_back();
    tables_.back().rows.back().cells.emplace_back();
    tables_.back().in_cell = true;
    tables_.back().cell_has_text = false;
    return nullptr;
  }

  void delete_row() {
    if (!tables_.empty() && !tables_.back().rows.empty()) tables_.back().rows.back().deleted = true;
  }

  RawCell* open_cell_or_null() {
    if (tables_.empty() || !tables_.back().in_cell) return nullptr;
    return &tables_.back().rows.back().cells.back();
  }

  void mark_object() {
    if (RawCell* cell = open_cell_or_null()) cell->holds_object = true;
  }

  const char* open_paragraph() {
    if (++paragraph_count_ > limits_.paragraphs) return "limit_paragraphs";
    paragraphs_.emplace_back();
    paragraphs_.back().ordinal = paragraph_count_;
    return nullptr;
  }

  void close_paragraph() {
    if (paragraphs_.empty()) return;
    fields_.end_paragraph();
    OpenParagraph paragraph = std::move(paragraphs_.back());
    paragraphs_.pop_back();
    const std::string counted = counter_.next(paragraph.style, paragraph.list, styles_.list_of(paragraph.style));
    const std::string& number = paragraph.printed_number.empty() ? counted : paragraph.printed_number;
    if (RawCell* cell = open_cell_or_null())
      add_to_cell(*cell, number, paragraph.text);
    else
      document_.blocks.emplace_back(Paragraph{number + paragraph.text, paragraph.ordinal});
  }

  void add_to_cell(RawCell& cell, const std::string& number, const std::string& text) {
    if (cell.text.size() + number.size() + text.size() > limits_.cell_bytes) {
      cell.refused = true;
      return;
    }
    if (tables_.back().cell_has_text) cell.text += '\n';
    tables_.back().cell_has_text = true;
    // A number of Word's is never glued to a number of the cell.
    cell.text += number + (number.empty() || text.empty() ? "" : " ") + text;
  }

  void note_chunk(const XmlAttributes& attributes) {
    mark_object();
    if (open_cell_or_null() == nullptr)
      chunks_.push_back({document_.blocks.size(), std::string(attributes.find("id").value_or(""))});
    else
      document_.damage.push_back({"chunk_unread", address_of(document_, Table{.ordinal = tables_.back().ordinal})});
  }

  void read_property(const XmlName& name, const XmlAttributes& attributes) {
    if (paragraphs_.empty()) return;
    OpenParagraph& paragraph = paragraphs_.back();
    if (name.known == XmlLocal::kPStyle) paragraph.style = attributes.find("val").value_or("");
    if (name.known == XmlLocal::kNumId)
      paragraph.list.list = number_of(attributes, "val", 0), paragraph.list.has_list = true;
    if (name.known == XmlLocal::kIlvl)
      paragraph.list.level = number_of(attributes, "val", 0), paragraph.list.has_level = true;
    if (in_properties_ == 1) runs_.read_property(name, attributes);
  }

  void add_text(string_view text) {
    std::string& to = paragraphs_.back().text;
    // No cell may be that long; what is beyond is not even collected.
    if (to.size() > limits_.cell_bytes && open_cell_or_null() != nullptr) return;
    const DrawnLook look = runs_.look();
    if (look.white) mark_object();  // visible or not: that depends on what it stands on
    if (look.symbols) {
      to += kUnknownGlyph;
      return;
    }
    to += drawn(text, {.raised = look.raised, .struck = look.struck});
  }

  // True if `local` was a property of the open row or cell.
  bool read_table_property(XmlLocal local, const XmlAttributes& attributes) {
    if (in_row_properties_ && !tables_.back().rows.empty()) {
      RawRow& row = tables_.back().rows.back();
      if (local == XmlLocal::kGridBefore)
        row.before = static_cast<std::size_t>(std::clamp(number_of(attributes, "val", 0), 0, kMaxSpan));
      if (local == XmlLocal::kGridAfter)
        row.after = static_cast<std::size_t>(std::clamp(number_of(attributes, "val", 0), 0, kMaxSpan));
      if (local == XmlLocal::kDel) delete_row();
      if (local == XmlLocal::kHidden && is_on(attributes)) row.doubtful = true;
      return true;
    }
    RawCell* cell = open_cell_or_null();
    if (cell == nullptr) return false;
    if (local == XmlLocal::kGridSpan)
      cell->span = span_of(attributes);
    else if (local == XmlLocal::kVMerge)
      cell->vertical = merge_of(attributes);
    else if (local == XmlLocal::kHMerge)
      cell->horizontal = merge_of(attributes);
    else if (local == XmlLocal::kCellDel)
      cell->deleted = true;
    else
      return false;
    return true;
  }

  void read_run_content(XmlLocal local, const XmlAttributes& attributes) {
    if (local == XmlLocal::kFldChar && fields_.mark(attributes.find("fldCharType").value_or(""))) mark_object();
    if (const std::string text = text_of(local, attributes); !text.empty() && !paragraphs_.empty() && !is_hidden())
      paragraphs_.back().text += text;
  }

  // What an element of a run stands for.
  static std::string text_of(XmlLocal local, const XmlAttributes& attributes) {
    if (local == XmlLocal::kTab || local == XmlLocal::kPtab) return "\t";
    if (local == XmlLocal::kBr || local == XmlLocal::kCr) return "\n";
    if (local == XmlLocal::kNoBreakHyphen) return "-";
    if (local == XmlLocal::kSym) return symbol(attributes.find("char").value_or(""));
    return "";
  }

  static int number_of(const XmlAttributes& attributes, string_view name, int otherwise) {
    const string_view text = attributes.find(name).value_or("");
    int value = otherwise;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
  }

  static std::size_t span_of(const XmlAttributes& attributes) {
    const int span = number_of(attributes, "val", 1);
    return span >= 1 && span <= kMaxSpan ? static_cast<std::size_t>(span) : 1;
  }

  static Merge merge_of(const XmlAttributes& attributes) {
    return attributes.find("val").value_or("continue") == "restart" ? Merge::kRestart : Merge::kContinue;
  }

  const Styles& styles_;
  NumberingCounter counter_;
  const Limits& limits_;
  Document document_;
  std::vector<ChunkPlace> chunks_;
  std::vector<OpenTable> tables_;
  std::vector<OpenParagraph> paragraphs_;
  std::size_t depth_ = 0;
  std::size_t skipping_ = 0;  // depth of the element whose content is not shown, 0 for none
  std::size_t table_count_ = 0;
  std::size_t paragraph_count_ = 0;
  std::size_t cell_count_ = 0;
  int in_properties_ = 0;
  bool in_row_properties_ = false;
  bool in_text_ = false;
  bool in_instruction_ = false;
  int inline_drawings_ = 0;
  int deleted_ranges_ = 0;
  RunStack runs_;
  FieldStack fields_;
  std::vector<bool> choice_taken_;  // of the open mc:AlternateContent
};

}  // namespace

Result<DocxBody> read_docx_body(const XmlPart& xml, const std::string& part, const DocxFormatting& formatting,
                                const Limits& limits) {
  std::optional<BodyHandler> handler;
  const auto make = [&]() -> XmlHandler& { return handler.emplace(part, formatting, limits); };
  if (std::optional<Problem> problem = xml.parse(make)) {
    if (problem->detail.empty())
      if (const LimitKind* kind = limit_kind(problem->code)) return beyond(limits, kind->value, part);
    if (problem->detail.rfind(part, 0) != 0)
      problem->detail = part + (problem->detail.empty() ? "" : ": " + problem->detail);
    return *problem;
  }
  return handler->finish();
}

}  // namespace nianbao

#include "extract/reader.h"

#include <algorithm>
#include <array>
#include <cctype>

#include "extract/docx_reader.h"
#include "extract/encoding.h"
#include "extract/html_reader.h"
#include "extract/text_reader.h"
#include "extract/zip_archive.h"
#include "schema/text.h"

namespace nianbao {
namespace {

using std::string_view;
using namespace std::string_view_literals;

bool starts_with_any(string_view bytes, std::initializer_list<string_view> heads) {
  return std::any_of(heads.begin(), heads.end(),
                     [&](string_view head) { return bytes.substr(0, head.size()) == head; });
}

bool is_zip(string_view bytes) {
  return starts_with_any(bytes, {"PK\3\4"sv, "PK\5\6"sv, "PK\7\10"sv}) ||
         bytes.find("PK\5\6"sv, bytes.size() > 70'000 ? bytes.size() - 70'000 : 0) != string_view::npos;
}

bool zip_holds(string_view bytes, std::initializer_list<const char*> names) {
  const Result<ZipArchive> archive = ZipArchive::open(bytes);
  return archive.ok() &&
         std::any_of(names.begin(), names.end(), [&](const char* name) { return archive->find(name).has_value(); });
}

// An office package other than a Word document, or OFD.
bool is_other_package(string_view bytes) {
  return is_zip(bytes) &&
         zip_holds(bytes, {"xl/workbook.xml", "xl/workbook.bin", "ppt/presentation.xml", "mimetype", "OFD.xml"});
}

bool is_docx(string_view bytes) {
  return is_zip(bytes) && zip_holds(bytes, {"[Content_Types].xml", "_rels/.rels", "word/document.xml"});
}

std::string lower_case_head(string_view bytes) {
  std::string head(trim(bytes.substr(0, 1024)));
  std::transform(head.begin(), head.end(), head.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return head;
}

// Pages are also saved without their head, from the first paragraph on.
bool begins_with_html_tag(string_view head) {
  static constexpr std::array<string_view, 20> kTags = {
      "<article", "<center", "<div",    "<font",    "<h1",   "<h2",     "<h3",    "<h4",    "<head",  "<html",
      "<meta",    "<p",      "<script", "<section", "<span", "<strong", "<style", "<table", "<title", "<tr"};
  const string_view tag = head.substr(0, head.find_first_of(" \t\r\n/>"));
  return tag.size() < head.size() && std::find(kTags.begin(), kTags.end(), tag) != kTags.end();
}

bool is_html(string_view bytes) {
  const std::string head = lower_case_head(bytes);
  return starts_with_any(head, {"<!doctype html"}) || begins_with_html_tag(head) ||
         (!head.empty() && head.front() == '<' &&
          (head.find("<html") != std::string::npos || head.find("<body") != std::string::npos));
}

// BMP: two reserved words of zero behind the size.
bool is_bitmap(string_view bytes) {
  return bytes.size() > 10 && starts_with_any(bytes, {"BM"sv}) && bytes.substr(6, 4) == "\0\0\0\0"sv;
}

bool is_image(string_view bytes) {
  return starts_with_any(bytes, {"\x89PNG\r\n"sv, "\xFF\xD8\xFF"sv, "GIF87a"sv, "GIF89a"sv, "II*\0"sv, "MM\0*"sv}) ||
         is_bitmap(bytes);
}

bool has_utf16_bom(string_view bytes) { return starts_with_any(bytes, {"\xFF\xFE"sv, "\xFE\xFF"sv}); }

// Text has no NULs unless it is UTF-16.
bool is_text(string_view bytes) {
  return has_utf16_bom(bytes) || bytes.find('\0') == string_view::npos || utf16_by_nuls(bytes).has_value();
}

// Problems of kinds that are recognised but have no reader.
Result<Document> refuse(const char* code) { return Problem{code, ""}; }

struct Reader {
  const char* kind;
  bool (*accepts)(string_view bytes);
  Result<Document> (*read)(const Source&, const ReadOptions&);
};

// The first that accepts the bytes wins, so the order is from the most to the least certain sign.
constexpr std::array kReaders = {
    Reader{"doc", [](string_view b) { return starts_with_any(b, {"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv}); },
           [](const Source&, const ReadOptions&) { return refuse("format_doc"); }},
    Reader{"pdf", [](string_view b) { return starts_with_any(b, {"%PDF-"sv}); },
           [](const Source&, const ReadOptions&) { return refuse("format_pdf"); }},
    Reader{"rtf", [](string_view b) { return starts_with_any(b, {R"({\rtf)"sv}); },
           [](const Source&, const ReadOptions&) { return refuse("format_rtf"); }},
    Reader{"image", is_image, [](const Source&, const ReadOptions&) { return refuse("format_image"); }},
    Reader{"office", is_other_package, [](const Source&, const ReadOptions&) { return refuse("format_office"); }},
    Reader{"docx", is_docx, read_docx},
    Reader{"zip", is_zip,
           [](const Source& source, const ReadOptions&) {
             return refuse(ZipArchive::open(source.bytes) ? "format_archive" : "zip_damaged");
           }},
    Reader{"html", is_html, read_html},
    Reader{"xml", [](string_view b) { return starts_with_any(lower_case_head(b), {"<?xml"sv}); },
           [](const Source&, const ReadOptions&) { return refuse("format_xml"); }},
    Reader{"text", is_text, read_text},
    Reader{"unknown", [](string_view) { return true; },
           [](const Source&, const ReadOptions&) { return refuse("format_unknown"); }},
};

const Reader& reader_of(string_view bytes) {
  return *std::find_if(kReaders.begin(), kReaders.end(), [&](const Reader& reader) { return reader.accepts(bytes); });
}

// A cell's text is copied into every field it may stand for, so its size is bounded.
std::optional<Problem> oversized_cell(const Document& document) {
  for (const Block& block : document.blocks)
    if (const auto* table = std::get_if<Table>(&block))
      for (const Cell& cell : table->cells)
        if (cell.text.size() > kMaxCellBytes) return Problem{"limit_size", address_of(document, *table, cell)};
  return std::nullopt;
}

// Word keeps the name of who has the document open in a file of 162 bytes.
bool is_lock_file(const Source& source) {
  constexpr std::size_t kLargestLockFile = 512;
  const std::string& name = source.name;
  const std::size_t slash = name.find_last_of('/');
  return source.bytes.size() <= kLargestLockFile &&
         name.compare(slash == std::string::npos ? 0 : slash + 1, 2, "~$") == 0;
}

}  // namespace

std::string kind_of(const Source& source) { return source.bytes.empty() ? "unknown" : reader_of(source.bytes).kind; }

bool is_archive(const Source& source) {
  return !source.bytes.empty() && kind_of(source) == "zip" && ZipArchive::open(source.bytes).ok();
}

Result<Document> read_document(const Source& source, const ReadOptions& options) {
  if (source.bytes.empty()) return Problem{"empty_file", ""};
  if (is_lock_file(source)) return Problem{"lock_file", ""};
  const Reader& reader = reader_of(source.bytes);
  Result<Document> document = reader.read(source, options);
  if (!document) return document;
  if (const auto problem = oversized_cell(*document)) return *problem;
  document->kind = reader.kind;
  return document;
}

}  // namespace nianbao

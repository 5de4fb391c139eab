#include "extract/reader.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <initializer_list>
#include <utility>
#include <vector>

#include "extract/docx_reader.h"
#include "extract/encoding_guess.h"
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

// What is in an archive of files has rows of its own; the archive itself is no document.
Result<Document> read_archive(const Source& source, const ReadOptions& options) {
  const Result<ZipArchive> archive = ZipArchive::open(source.bytes, options.limits);
  return archive ? Problem{"format_archive", ""} : archive.problem();
}

bool is_zip(string_view bytes) {
  return starts_with_any(bytes, {"PK\3\4"sv, "PK\5\6"sv, "PK\7\10"sv}) ||
         bytes.find("PK\5\6"sv, bytes.size() > 70'000 ? bytes.size() - 70'000 : 0) != string_view::npos;
}

// What a container is, told by names that only this kind has. A kind whose name is "office" is not read.
struct PackageKind {
  const char* kind;
  std::vector<const char*> names;
};

const char* package_kind(string_view bytes) {
  static const std::vector<PackageKind> kKinds = {
      PackageKind{"xlsx", {"xl/workbook.xml", "xl/workbook.bin"}},
      PackageKind{"pptx", {"ppt/presentation.xml"}},
      PackageKind{"odf", {"mimetype", "META-INF/manifest.xml"}},
      PackageKind{"ofd", {"OFD.xml"}},
      PackageKind{"docx", {"[Content_Types].xml", "_rels/.rels", "word/document.xml"}},
  };
  const Result<ZipArchive> archive = ZipArchive::open(bytes);
  if (!archive) return "zip";
  for (const PackageKind& kind : kKinds)
    if (std::any_of(kind.names.begin(), kind.names.end(), [&](const char* n) { return archive->find(n).has_value(); }))
      return kind.kind;
  return "zip";
}

// Names in the directory of a compound file (MS-CFB 2.6.1): 128 bytes an entry, the name in UTF-16LE first and its
// length in bytes, with the closing zero, at byte 64.
bool ole_holds(string_view bytes, string_view name) {
  std::string entry;
  for (const char c : name) entry += {c, '\0'};
  entry += std::string(2, '\0');
  constexpr std::size_t kEntry = 128;
  for (std::size_t at = 4 * kEntry; at + kEntry <= bytes.size(); at += kEntry)
    if (bytes.substr(at, entry.size()) == entry && static_cast<unsigned char>(bytes[at + 64]) == entry.size())
      return true;
  return false;
}

const char* ole_kind(string_view bytes) {
  // By what only this kind has; the old Word stream is also in files of WPS.
  constexpr std::array<std::pair<const char*, const char*>, 7> kStreams = {{{"EncryptedPackage", "encrypted"},
                                                                            {"WpsCustomData", "wps"},
                                                                            {"WordDocument", "doc"},
                                                                            {"Workbook", "xls"},
                                                                            {"Book", "xls"},
                                                                            {"PowerPoint Document", "ppt"},
                                                                            {"__properties_version1.0", "mail"}}};
  for (const auto& [stream, kind] : kStreams)
    if (ole_holds(bytes, stream)) return kind;
  return "ole";
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
         (bytes.size() >= 12 && starts_with_any(bytes, {"RIFF"sv}) && bytes.substr(8, 4) == "WEBP") || is_bitmap(bytes);
}

// Of UTF-16 or UTF-32.
bool has_wide_bom(string_view bytes) { return starts_with_any(bytes, {"\xFF\xFE"sv, "\xFE\xFF"sv, "\0\0\xFE\xFF"sv}); }

// Text has no NULs unless it is UTF-16, UTF-32 or damaged.
bool is_text(string_view bytes) {
  return has_wide_bom(bytes) || bytes.find('\0') == string_view::npos || utf16_by_nuls(bytes).has_value() ||
         is_text_with_nuls(bytes);
}

// The head of an XML file without the NULs of UTF-16.
bool is_xml(string_view bytes) {
  std::string head(bytes.substr(0, 4096));
  std::erase(head, '\0');
  const std::size_t first = head.find('<');
  return first <= 3 && head.compare(first, 5, "<?xml") == 0;
}

// By the namespace of the root element.
const char* xml_kind(string_view bytes) {
  std::string head(bytes.substr(0, 16'384));
  std::erase(head, '\0');
  if (head.find("http://schemas.microsoft.com/office/2006/xmlPackage") != std::string::npos) return "flatopc";
  for (const char* space : {"http://schemas.microsoft.com/office/word/2003/wordml",
                            "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
                            "http://purl.oclc.org/ooxml/wordprocessingml/main"})
    if (head.find(space) != std::string::npos) return "wordml";
  return "xml";
}

bool is_ole(string_view bytes) { return starts_with_any(bytes, {"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv}); }

// Archives that are not looked into: RAR, 7z, gzip, bzip2, xz.
bool is_packed(string_view bytes) {
  return starts_with_any(bytes, {"Rar!\x1A\7"sv, "7z\xBC\xAF\x27\x1C"sv, "\x1F\x8B\x08"sv, "BZh9"sv, "\xFD\x37zXZ"sv});
}

// Pages that a browser or Word has saved with their pictures (RFC 2557).
bool is_mhtml(string_view bytes) {
  const std::string head = lower_case_head(bytes);
  return head.rfind("mime-version:", 0) == 0 || head.find("content-type: multipart/related") != std::string::npos;
}

// A sign in the bytes and the kind it means; the first that is there decides, so the order is from the most to the
// least certain. `kind_of` looks closer where one sign is common to several kinds.
struct Sign {
  bool (*is_there)(string_view bytes);
  const char* (*kind_of)(string_view bytes);
};

constexpr std::array kSigns = {
    Sign{is_ole, ole_kind},
    Sign{[](string_view b) { return starts_with_any(b, {"%PDF-"sv}); }, [](string_view) { return "pdf"; }},
    Sign{[](string_view b) { return starts_with_any(b, {R"({\rtf)"sv}); }, [](string_view) { return "rtf"; }},
    Sign{is_image, [](string_view) { return "image"; }},
    Sign{is_packed, [](string_view) { return "packed"; }},
    Sign{is_zip, package_kind},
    Sign{is_html, [](string_view) { return "html"; }},
    Sign{is_xml, xml_kind},
    Sign{is_mhtml, [](string_view) { return "mhtml"; }},
    Sign{is_text, [](string_view) { return "text"; }},
    Sign{[](string_view) { return true; }, [](string_view) { return "unknown"; }},
};

std::string kind_of(string_view bytes) {
  if (bytes.empty()) return "unknown";
  return std::find_if(kSigns.begin(), kSigns.end(), [&](const Sign& sign) { return sign.is_there(bytes); })
      ->kind_of(bytes);
}

// How a kind is read, or, without a reader, the problem that says what to do.
struct Reader {
  const char* kind;
  Result<Document> (*read)(const Source&, const ReadOptions&);
  const char* problem;
};

constexpr std::array kReaders = {
    Reader{"docx", read_docx, nullptr},         Reader{"flatopc", read_flat_package, nullptr},
    Reader{"wordml", read_wordml, nullptr},     Reader{"text", read_text, nullptr},
    Reader{"zip", read_archive, nullptr},       Reader{"html", read_html, nullptr},
    Reader{"doc", nullptr, "format_doc"},       Reader{"wps", nullptr, "format_wps"},
    Reader{"encrypted", nullptr, "encrypted"},  Reader{"pdf", nullptr, "format_pdf"},
    Reader{"rtf", nullptr, "format_rtf"},       Reader{"mhtml", nullptr, "format_mhtml"},
    Reader{"image", nullptr, "format_image"},   Reader{"xls", nullptr, "format_sheet"},
    Reader{"xlsx", nullptr, "format_sheet"},    Reader{"ppt", nullptr, "format_slides"},
    Reader{"pptx", nullptr, "format_slides"},   Reader{"odf", nullptr, "format_odf"},
    Reader{"ofd", nullptr, "format_ofd"},       Reader{"mail", nullptr, "format_ole"},
    Reader{"ole", nullptr, "format_ole"},       Reader{"xml", nullptr, "format_xml"},
    Reader{"packed", nullptr, "format_packed"}, Reader{"unknown", nullptr, "format_unknown"},
};

// Word keeps the name of who has the document open in a file of 162 bytes.
bool is_lock_file(const Source& source) {
  constexpr std::size_t kLargestLockFile = 512;
  const std::string& name = source.name;
  const std::size_t slash = name.find_last_of('/');
  return source.bytes.size() <= kLargestLockFile &&
         name.compare(slash == std::string::npos ? 0 : slash + 1, 2, "~$") == 0;
}

}  // namespace

Source::Source(std::string_view given_bytes, std::string given_name)
    : bytes(given_bytes), name(std::move(given_name)), kind(kind_of(given_bytes)) {}

bool is_archive(const Source& source) { return source.kind == "zip" && ZipArchive::open(source.bytes).ok(); }

Result<Document> read_document(const Source& source, const ReadOptions& options) {
  if (source.bytes.empty()) return Problem{"empty_file", ""};
  if (is_lock_file(source)) return Problem{"lock_file", ""};
  const auto* const reader =
      std::find_if(kReaders.begin(), kReaders.end(), [&](const Reader& r) { return source.kind == r.kind; });
  if (reader->read == nullptr) return Problem{reader->problem, ""};
  Result<Document> document = reader->read(source, options);
  if (document) document->kind = source.kind;
  return document;
}

}  // namespace nianbao

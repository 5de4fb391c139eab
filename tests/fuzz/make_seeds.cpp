// Makes what the fuzz targets begin with: OUT/TARGET/ of the samples and of tests/fuzz/seeds, OUT/TARGET.dict of the
// dictionaries. What can be made is not kept in the repository.
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <map>
#include <stdexcept>
#include <string>
#include <string_view>

#include "extract/docx_body.h"
#include "extract/reader.h"
#include "extract/zip_archive.h"
#include "schema/text.h"
#include "tests/fuzz/dictionary.h"
#include "tests/support/docx_builder.h"

namespace nianbao::fuzz {
namespace {

namespace fs = std::filesystem;

std::string content(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) throw std::runtime_error("cannot read " + path.string());
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

void write(const fs::path& path, std::string_view bytes) {
  fs::create_directories(path.parent_path());
  std::ofstream file(path, std::ios::binary);
  file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  if (!file.flush()) throw std::runtime_error("cannot write " + path.string());
}

// The first rows of a main part: whole ones are hundreds of kilobytes, too many for a fuzzer to get through.
std::string head_of(const std::string& xml) {
  constexpr std::size_t kLongest = 30'000;
  constexpr std::string_view kRowEnds = "</w:tr>";
  const std::size_t end = xml.rfind(kRowEnds, kLongest);
  if (end == std::string::npos) return xml;
  return xml.substr(0, end + kRowEnds.size()) + "</w:tbl></w:body></w:document>";
}

std::string main_part(const std::string& docx) {
  const Result<ZipArchive> archive = ZipArchive::open(docx);
  if (!archive) throw std::runtime_error("a sample is no archive");
  const Result<std::string> xml = archive->read("word/document.xml");
  if (!xml) throw std::runtime_error("a sample has no main part");
  std::string head = head_of(*xml);
  if (!read_docx_body(head, "", DocxFormatting{})) throw std::runtime_error("the head of a sample is no document");
  return head;
}

// A document as the headings target takes it: paragraphs, and a TAB where a table stands.
std::string lines_of(const std::string& bytes) {
  const Result<Document> document = read_document({bytes, ""}, {});
  if (!document) throw std::runtime_error("a sample cannot be read");
  std::string lines;
  for (const Block& block : document->blocks) {
    const auto* paragraph = std::get_if<Paragraph>(&block);
    lines += (paragraph == nullptr ? "\t" : replace_all(paragraph->text, "\n", "\r")) + "\n";
  }
  return lines;
}

void use_sample(const fs::path& sample, const fs::path& out) {
  const std::string name = sample.stem().string();
  const std::string bytes = content(sample);
  write(out / "report" / sample.filename(), bytes);
  write(out / "headings" / (name + ".txt"), lines_of(bytes));
  if (sample.extension() == ".txt") return write(out / "text" / sample.filename(), bytes);
  const std::string xml = main_part(bytes);
  write(out / "docx_body" / (name + ".xml"), xml);
  write(out / "xml_scan" / (name + ".xml"), xml);
  write(out / "report" / (name + ".xml"), xml);
  write(out / "container" / sample.filename(), bytes);
}

// Files as they are, pages for the whole way too; of the numbers every line is one.
void use_seeds(const fs::path& seeds, const fs::path& out) {
  for (const auto& entry : fs::recursive_directory_iterator(seeds))
    if (entry.is_regular_file() && entry.path().parent_path() != seeds)
      write(out / fs::relative(entry.path(), seeds), content(entry.path()));
  for (const auto& entry : fs::directory_iterator(seeds / "html"))
    write(out / "report" / entry.path().filename(), content(entry.path()));
  const std::string numbers = content(seeds / "number.txt");
  std::size_t count = 0;
  for (const std::string_view line : split_lines(numbers)) write(out / "number" / std::to_string(++count), line);
}

void make_containers(const fs::path& out) {
  using Members = std::map<std::string, std::string>;
  const std::string row = "\t1\n\t2\n\n";
  const std::map<std::string, Members> archives = {
      {"one", {{"a.txt", row}}},
      {"folders", {{"甲/", ""}, {"甲/年报.txt", row + row}, {"乙\\年报.txt", row}}},
      {"repeats", {{"a", std::string(5000, 'a')}, {"A", "another of this name"}}}};
  for (const auto& [name, members] : archives) write(out / (name + ".zip"), test::zip_of(members));
  write(out / "smallest.docx", test::DocxBuilder(test::paragraph_xml("一、总体情况")).bytes());
}

void make_utf16(const fs::path& out) {
  std::string bytes;
  for (const char16_t unit : std::u16string_view(u"\uFEFF一、总体情况\r\n\t规章\r\n\t12\r\n\r\n"))
    bytes += {static_cast<char>(unit & 0xFFU), static_cast<char>(unit >> 8U)};
  write(out, bytes);
}

void make(const fs::path& project, const fs::path& out) {
  const fs::path fuzz = project / "tests" / "fuzz";
  fs::remove_all(out);
  for (const auto& entry : fs::directory_iterator(project / "samples"))
    if (entry.path().extension() != ".md") use_sample(entry.path(), out);
  use_seeds(fuzz / "seeds", out);
  make_containers(out / "container");
  make_utf16(out / "text" / "utf-16le.txt");
  for (const auto& entry : fs::directory_iterator(fuzz))
    if (entry.path().extension() == ".dict")
      write(out / entry.path().filename(), ascii_dictionary(content(entry.path())));
}

}  // namespace
}  // namespace nianbao::fuzz

int main(int argc, char** argv) {
  if (argc != 3) {
    std::cerr << "usage: make_fuzz_seeds PROJECT OUT\n";
    return 2;
  }
  try {
    nianbao::fuzz::make(argv[1], argv[2]);
  } catch (const std::exception& error) {
    std::cerr << error.what() << '\n';
    return 1;
  }
  return 0;
}

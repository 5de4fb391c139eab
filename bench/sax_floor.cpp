// sax_floor FOLDER: the least that reading cells costs. Each .docx below the folder is read, word/document.xml is
// unpacked and parsed by libxml2's SAX2, and the text of each w:tc becomes a string. Nothing else is done: no styles,
// no merged cells, no checks, no output. Nothing is taken anew that can be used again.
#include <libdeflate.h>
#include <libxml/parser.h>
#include <zip.h>

#include <chrono>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <stdexcept>
#include <string>
#include <vector>

namespace {

namespace fs = std::filesystem;

struct Cells {
  std::vector<std::string> texts;
  int open = 0;
  bool is_text = false;
};

bool is(const xmlChar* name, const char* wanted) {
  return std::strcmp(reinterpret_cast<const char*>(name), wanted) == 0;
}

void start(void* context, const xmlChar* name, const xmlChar*, const xmlChar*, int, const xmlChar**, int, int,
           const xmlChar**) {
  Cells& cells = *static_cast<Cells*>(context);
  if (is(name, "tc")) {
    ++cells.open;
    cells.texts.emplace_back();
  } else if (is(name, "t")) {
    cells.is_text = cells.open > 0;
  }
}

void end(void* context, const xmlChar* name, const xmlChar*, const xmlChar*) {
  Cells& cells = *static_cast<Cells*>(context);
  if (is(name, "tc")) --cells.open;
  cells.is_text = false;
}

void characters(void* context, const xmlChar* text, int size) {
  Cells& cells = *static_cast<Cells*>(context);
  if (cells.is_text) cells.texts.back().append(reinterpret_cast<const char*>(text), static_cast<std::size_t>(size));
}

class Floor {
 public:
  Floor() : decompressor_(libdeflate_alloc_decompressor()), parser_(xmlNewParserCtxt()) {
    *parser_->sax = {};
    parser_->sax->initialized = XML_SAX2_MAGIC;
    parser_->sax->startElementNs = start;
    parser_->sax->endElementNs = end;
    parser_->sax->characters = characters;
    parser_->userData = &cells_;
  }
  Floor(const Floor&) = delete;
  Floor& operator=(const Floor&) = delete;
  ~Floor() {
    xmlFreeParserCtxt(parser_);
    libdeflate_free_decompressor(decompressor_);
  }

  const std::vector<std::string>& cells_of(const fs::path& file) {
    load(file);
    unpack(file);
    cells_.texts.clear();
    xmlCtxtReadMemory(parser_, xml_.data(), static_cast<int>(xml_.size()), nullptr, nullptr, XML_PARSE_NONET);
    if (parser_->wellFormed == 0) throw std::runtime_error("no XML: " + file.string());
    return cells_.texts;
  }

 private:
  void load(const fs::path& file) {
    bytes_.resize(fs::file_size(file));
    std::ifstream(file, std::ios::binary).read(bytes_.data(), static_cast<std::streamsize>(bytes_.size()));
  }

  void unpack(const fs::path& file) {
    zip_t* archive =
        zip_open_from_source(zip_source_buffer_create(bytes_.data(), bytes_.size(), 0, nullptr), ZIP_RDONLY, nullptr);
    if (archive == nullptr) throw std::runtime_error("no zip: " + file.string());
    inflate(archive, file);
    zip_discard(archive);
  }

  void inflate(zip_t* archive, const fs::path& file) {
    zip_stat_t stat;
    if (zip_stat(archive, "word/document.xml", 0, &stat) != 0)
      throw std::runtime_error("no document: " + file.string());
    packed_.resize(stat.comp_size);
    zip_file_t* member = zip_fopen_index(archive, stat.index, ZIP_FL_COMPRESSED);
    zip_fread(member, packed_.data(), packed_.size());
    zip_fclose(member);
    xml_.resize(stat.size);
    if (libdeflate_deflate_decompress(decompressor_, packed_.data(), packed_.size(), xml_.data(), xml_.size(),
                                      nullptr) != LIBDEFLATE_SUCCESS)
      throw std::runtime_error("damaged: " + file.string());
  }

  libdeflate_decompressor* decompressor_;
  xmlParserCtxtPtr parser_;
  Cells cells_;
  std::string bytes_;
  std::string packed_;
  std::string xml_;
};

void read_all(const fs::path& folder) {
  Floor floor;
  std::size_t reports = 0;
  std::size_t cells = 0;
  const auto begin = std::chrono::steady_clock::now();
  for (const fs::directory_entry& entry : fs::recursive_directory_iterator(folder))
    if (entry.path().extension() == ".docx") {
      cells += floor.cells_of(entry.path()).size();
      ++reports;
    }
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begin;
  std::cout << reports << " reports, " << cells << " cells, " << static_cast<double>(reports) / took.count()
            << " reports a second\n";
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) {
    std::cerr << "sax_floor FOLDER\n";
    return 2;
  }
  read_all(argv[1]);
}

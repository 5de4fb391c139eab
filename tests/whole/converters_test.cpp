// What the converters in use make of Word documents: read as text, a report says what the document says or says that it
// does not know. Skipped with a message where a converter is not installed. NIANBAO_ROUNDS=1 tries all reports of the
// shared corpus instead of a sample and prints what every converter gives.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <optional>
#include <random>

#include "schema/text.h"
#include "tests/support/docx_builder.h"
#include "tests/support/places.h"
#include "tests/support/process_report.h"
#include "tests/support/program.h"
#include "tests/support/random_report.h"

namespace nianbao::test {
namespace {

namespace fs = std::filesystem;

unsigned seed() { return 20261125U; }

bool tries_all() { return std::getenv("NIANBAO_ROUNDS") != nullptr; }

enum class Takes { kDocx, kDoc, kPdf, kFolder };

// A command has IN and OUT in the place of the files, or of the folders where it takes many documents at once.
struct Converter {
  const char* name;
  std::vector<const char*> programs;  // that must be installed
  const char* command;
  double fewest = 0;  // of 100 numbers, blanks and marks that the documents show, so many must be given
  Takes takes = Takes::kDocx;
  bool is_rare = false;  // tried only with all reports
};

void PrintTo(const Converter& converter, std::ostream* out) { *out << converter.command; }

constexpr const char* kOffice = "soffice --headless -env:UserInstallation=file://PROFILE ";

// Where a text keeps the borders of all cells nearly everything is given. What the others lose: `plain` writes [TABLE]
// in the place of tables with wide cells; narrow columns of `rst` break numbers over two lines; LibreOffice writes
// empty lines for blank cells and for more; docx2txt some documents in one line; catdoc and antiword whole tables.
// Pages show where columns are only in rows without blank cells.
const std::vector<Converter>& converters() {
  static const std::vector<Converter> kConverters = {
      {"pandoc_markdown", {"pandoc"}, "pandoc -f docx -t markdown IN -o OUT", 99},
      {"pandoc_markdown_unwrapped", {"pandoc"}, "pandoc -f docx -t markdown --wrap=none IN -o OUT", 99},
      {"pandoc_gfm", {"pandoc"}, "pandoc -f docx -t gfm IN -o OUT", 99},
      {"pandoc_commonmark_x", {"pandoc"}, "pandoc -f docx -t commonmark_x IN -o OUT", 99},
      {"pandoc_plain", {"pandoc"}, "pandoc -f docx -t plain IN -o OUT", 85},
      {"pandoc_org", {"pandoc"}, "pandoc -f docx -t org IN -o OUT", 99},
      {"pandoc_rst", {"pandoc"}, "pandoc -f docx -t rst IN -o OUT", 80},
      {"pandoc_rst_wide", {"pandoc"}, "pandoc -f docx -t rst --columns=200 IN -o OUT", 99},
      {"pandoc_html", {"pandoc"}, "pandoc -f docx -t html -s --metadata title=x IN -o OUT", 99},
      {"pandoc_textile", {"pandoc"}, "pandoc -f docx -t textile IN -o OUT", 99},
      {"pandoc_mmd", {"pandoc"}, "pandoc -f docx -t markdown_mmd IN -o OUT", 99, Takes::kDocx, true},
      {"pandoc_haddock", {"pandoc"}, "pandoc -f docx -t haddock IN -o OUT", 80, Takes::kDocx, true},
      {"pandoc_muse", {"pandoc"}, "pandoc -f docx -t muse IN -o OUT", 0, Takes::kDocx, true},
      {"pandoc_dokuwiki", {"pandoc"}, "pandoc -f docx -t dokuwiki IN -o OUT", 0, Takes::kDocx, true},
      {"pandoc_jira", {"pandoc"}, "pandoc -f docx -t jira IN -o OUT", 0, Takes::kDocx, true},
      {"pandoc_asciidoc", {"pandoc"}, "pandoc -f docx -t asciidoc IN -o OUT", 0, Takes::kDocx, true},
      {"docx2txt", {"docx2txt"}, "docx2txt IN OUT", 75},
      {"libreoffice_text", {"soffice"}, "--convert-to txt:Text --outdir OUT IN/*.docx", 98, Takes::kFolder},
      {"libreoffice_html", {"soffice"}, "--convert-to html --outdir OUT IN/*.docx", 99, Takes::kFolder},
      {"catdoc", {"soffice", "catdoc"}, "catdoc -d utf-8 IN >OUT", 0, Takes::kDoc},
      {"catdoc_unwrapped", {"soffice", "catdoc"}, "catdoc -w -d utf-8 IN >OUT", 0, Takes::kDoc},
      {"antiword", {"soffice", "antiword"}, "antiword -m UTF-8 IN >OUT", 0, Takes::kDoc},
      {"pdftotext", {"soffice", "pdftotext"}, "pdftotext -layout IN OUT", 70, Takes::kPdf},
      {"antiword_unwrapped", {"soffice", "antiword"}, "antiword -w 0 -m UTF-8 IN >OUT", 0, Takes::kDoc},
  };
  return kConverters;
}

bool is_installed(const std::string& program) { return run_command("command -v " + program) == 0; }

std::string replaced(std::string text, const std::string& name, const fs::path& path) {
  const std::size_t at = text.find(name);
  return at == std::string::npos ? text : text.replace(at, name.size(), path.string());
}

// The documents to convert, in one folder: reports of the corpus, the samples, and reports made here.
class Inputs {
 public:
  Inputs() {
    add_from(shared("corpus/made"), tries_all() ? 1 : 25);
    add_from(project("samples"), 1);
    std::mt19937 random(seed());
    for (const Form& form : built_in_schema().forms) add_made(form.id, random);
  }

  fs::path folder() const { return folder_ / "docx"; }
  const std::vector<std::string>& names() const { return names_; }

  // The documents as LibreOffice saves them with another extension, made at the first call.
  fs::path saved_as(const std::string& extension) const {
    fs::path folder = folder_ / extension;
    if (!fs::exists(folder)) office("--convert-to " + extension + " --outdir OUT IN/*.docx", folder);
    return folder;
  }

  void office(const std::string& arguments, const fs::path& out) const {
    const std::string command =
        replaced(kOffice, "PROFILE", folder_ / "profile") + replaced(replaced(arguments, "IN", folder()), "OUT", out);
    EXPECT_EQ(run_command(command), 0) << command;
  }

  fs::path place_for(const std::string& converter) const { return folder_ / converter; }

 private:
  void add_from(const fs::path& from, std::size_t every) {
    if (from.empty()) return;
    std::vector<fs::path> found;
    for (const auto& entry : fs::directory_iterator(from))
      if (entry.path().extension() == ".docx") found.push_back(entry.path());
    std::sort(found.begin(), found.end());
    for (std::size_t i = 0; i < found.size(); i += every) add(found[i].stem().string(), file_content(found[i]));
  }

  // One as it should be, one with blank cells and marks, one in bold.
  void add_made(const std::string& form, std::mt19937& random) {
    add("made-" + form, RandomReport(form, random).report().docx());
    RandomReport with_gaps(form, random);
    for (int i = 0; i < 40; ++i) with_gaps.set_any(i % 4 == 0 ? "/" : "");
    add("gaps-" + form, with_gaps.report().docx());
    const std::string body = RandomReport(form, random).report().body_with({});
    const std::string bold = replace_all(body, "<w:r>", "<w:r><w:rPr><w:b/></w:rPr>");
    add("bold-" + form, DocxBuilder(bold).bytes());
  }

  void add(const std::string& name, const std::string& bytes) {
    write_file(folder() / (name + ".docx"), bytes);
    names_.push_back(name);
  }

  TemporaryFolder folder_;
  std::vector<std::string> names_;
};

Inputs& inputs() {
  static Inputs made;
  return made;
}

std::optional<Record> record_of(const fs::path& file) {
  const std::string bytes = file_content(file);
  Result<Report> report = process_report({bytes, file.filename().string()}, built_in_schema(), {});
  return report ? std::optional(std::move(report->record)) : std::nullopt;
}

bool shows_something_sure(const Value& value) {
  return value.status == Status::kValue || value.status == Status::kBlank || value.status == Status::kMark;
}

std::string shown(const Value& value) { return name_of(value.status) + (" " + value.number + value.unit); }

struct Tally {
  std::size_t asked_for = 0;
  std::size_t given = 0;
  std::string wrong;

  double percent() const {
    return asked_for == 0 ? 0 : 100.0 * static_cast<double>(given) / static_cast<double>(asked_for);
  }
};

// A number, or that a cell is blank, must be what the document shows; any other status says that it is not known.
void compare(const std::string& name, const Record& document, const std::optional<Record>& text, Tally& tally) {
  for (const RecordField& field : document.fields)
    if (shows_something_sure(field.value)) ++tally.asked_for;
  if (!text) return;
  for (const RecordField& field : text->fields) {
    const RecordField* in_document = document.find(field.field->id);
    const std::string expected = in_document == nullptr ? "nothing" : shown(in_document->value);
    const bool is_same = expected == shown(field.value);
    const bool is_sure = field.value.status == Status::kValue || field.value.status == Status::kBlank;
    if (is_same && shows_something_sure(field.value)) ++tally.given;
    if (!is_same && is_sure)
      tally.wrong += name + " " + field.field->id + " at " + field.where + ": " + shown(field.value) +
                     ", the document shows " + expected + "\n";
  }
}

class Converters : public testing::TestWithParam<Converter> {
 protected:
  // Where the texts are, with this extension.
  static fs::path converted(const std::string& name) {
    const fs::path out = inputs().place_for(GetParam().name);
    const std::string extension = std::string(GetParam().name).ends_with("html") ? ".html" : ".txt";
    return out / (name + extension);
  }

  static fs::path input(const std::string& name) {
    if (GetParam().takes == Takes::kDocx) return inputs().folder() / (name + ".docx");
    const std::string extension = GetParam().takes == Takes::kDoc ? "doc" : "pdf";
    return inputs().saved_as(extension) / (name + "." + extension);
  }

  static void convert() {
    const Converter& converter = GetParam();
    const fs::path out = inputs().place_for(converter.name);
    fs::create_directories(out);
    if (converter.takes == Takes::kFolder) return inputs().office(converter.command, out);
    for (const std::string& name : inputs().names()) {
      const std::string command = replaced(replaced(converter.command, "IN", input(name)), "OUT", converted(name));
      EXPECT_TRUE(run_command(command) == 0 || fs::exists(converted(name))) << command;
    }
  }
};

TEST_P(Converters, GiveWhatTheDocumentShows) {
  for (const char* program : GetParam().programs)
    if (!is_installed(program)) GTEST_SKIP() << program << " is not on this machine";
  if (GetParam().is_rare && !tries_all()) GTEST_SKIP() << "tried only with NIANBAO_ROUNDS";
  convert();
  Tally tally;
  for (const std::string& name : inputs().names()) {
    const std::optional<Record> document = record_of(inputs().folder() / (name + ".docx"));
    if (document) compare(name, *document, record_of(converted(name)), tally);
  }
  EXPECT_EQ(tally.wrong, "");
  EXPECT_GE(tally.percent(), GetParam().fewest);
  if (tries_all()) printf("%-28s %6.2f%% of %zu fields\n", GetParam().name, tally.percent(), tally.asked_for);
}

INSTANTIATE_TEST_SUITE_P(All, Converters, testing::ValuesIn(converters()),
                         [](const testing::TestParamInfo<Converter>& tried) { return std::string(tried.param.name); });

}  // namespace
}  // namespace nianbao::test

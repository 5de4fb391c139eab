// The program as a user runs it: exit codes, files, what goes to stdout and stderr.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <set>

#include "output/csv_tables.h"
#include "schema/json_node.h"
#include "schema/text.h"
#include "tests/support/model_report.h"
#include "tests/support/places.h"
#include "tests/support/program.h"

namespace nianbao::test {
namespace {

namespace fs = std::filesystem;

using Words = std::vector<std::string>;

std::string docx_of(const std::string& form, int year, const std::map<std::string, std::string>& cells = {}) {
  ModelReport model(built_in_schema(), form, year);
  model.make_plausible();
  for (const auto& [field, text] : cells) model.set(field, text);
  return model.docx();
}

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

class Program : public testing::Test {
 protected:
  std::string at(const std::string& name) const { return (folder_ / name).string(); }
  void put(const std::string& name, const std::string& content) const { write_file(folder_ / name, content); }
  std::string content(const std::string& name) const { return file_content(folder_ / name); }

  // extract of these names below the folder into out/, with further arguments.
  ProgramRun extract(const Words& names, const Words& further = {}, const Words& environment = {},
                     const std::string& out = "out") const {
    Words arguments = {"extract"};
    for (const std::string& name : names) arguments.push_back(at(name));
    arguments.insert(arguments.end(), {"-o", at(out)});
    arguments.insert(arguments.end(), further.begin(), further.end());
    return run_program(arguments, environment);
  }

  // Rows of out/<table>.csv by the last part of their path.
  std::map<std::string, CsvRecord> inputs(const std::string& out = "out") const {
    std::map<std::string, CsvRecord> rows;
    for (CsvRecord& row : read_csv(folder_ / (out + "/inputs.csv"))) {
      const std::string path = row.at("path");
      const std::string prefix = folder_.path().string() + "/";
      rows[path.rfind(prefix, 0) == 0 ? path.substr(prefix.size()) : path] = row;
    }
    return rows;
  }

  // Two reports, an archive with a third and a fourth, a copy, a text in a folder, and four that are no reports.
  void put_mixed() const {
    const std::string a = docx_of("2019", 2020, {{"recon_upheld", "-5"}});
    put("in/a.docx", a);
    put("in/b/2023.docx", docx_of("2021", 2023, {{"req_new__total", ""}}));
    put("in/copy of a.docx", a);
    put("in/text.txt", ModelReport(built_in_schema(), "2019", 2019).text());
    put("in/more.zip", zip_of({{"2021/c.docx", docx_of("2021", 2021)},
                               {"2022/d.docx", docx_of("2019", 2022)},
                               {"readme.txt", "说明\n"}}));
    put("in/notice.txt", "通知，今天开会。\n");
    put("in/empty.docx", "");
    put("in/scan.pdf", "%PDF-1.7\n");
    put("in/=a,\"b\".docx", "nothing");
    put("in/.DS_Store", "hidden");
  }

  TemporaryFolder folder_;
};

TEST_F(Program, ExitCodes) {
  put("good.docx", docx_of("2019", 2020));
  put("note.docx", docx_of("2019", 2020, {{"normdocs_issued", ""}}));
  put("warning.docx", docx_of("2019", 2020, {{"normdocs_issued", "见附表"}}));
  put("error.docx", docx_of("2019", 2020, {{"req_new__natural", "-1"}}));
  put("empty.docx", "");
  put("notice.txt", "通知\n");
  const struct {
    const char* special;
    Words names;
    Words further;
    int exit_code;
  } cases[] = {
      {"all read", {"good.docx"}, {}, 0},
      {"findings, not asked for", {"error.docx"}, {}, 0},
      {"no findings, asked for", {"good.docx"}, {"--fail-on", "note"}, 0},
      {"an error, errors asked for", {"error.docx"}, {"--fail-on", "error"}, 1},
      {"an error, notes asked for", {"error.docx"}, {"--fail-on", "note"}, 1},
      {"a warning, errors asked for", {"warning.docx"}, {"--fail-on", "error"}, 0},
      {"a warning, warnings asked for", {"warning.docx"}, {"--fail-on", "warning"}, 1},
      {"a note, warnings asked for", {"note.docx"}, {"--fail-on", "warning"}, 0},
      {"a note, notes asked for", {"note.docx"}, {"--fail-on", "note"}, 1},
      {"another document beside a report", {"good.docx", "notice.txt"}, {}, 0},
      {"an input that cannot be read", {"good.docx", "empty.docx"}, {}, 3},
      {"an input that is missing", {"missing.docx", "good.docx"}, {}, 3},
      {"no report", {"notice.txt"}, {}, 4},
      {"nothing that can be read", {"empty.docx", "missing.docx"}, {}, 4},
  };
  for (const auto& c : cases) {
    const ProgramRun run = extract(c.names, c.further);
    EXPECT_EQ(run.exit_code, c.exit_code) << c.special << "\n" << run.err;
    EXPECT_EQ(run.out, "") << c.special;
    EXPECT_EQ(read_csv(folder_ / "out/inputs.csv").size(), c.names.size()) << c.special;
  }
}

TEST_F(Program, MixedFolder) {
  put_mixed();
  const ProgramRun run = extract({"in"});
  EXPECT_EQ(run.exit_code, 3) << run.err;
  EXPECT_EQ(run.out, "");
  std::map<std::string, std::string> statuses;
  for (const auto& [path, row] : inputs()) statuses[path] = row.at("status");
  const std::map<std::string, std::string> expected = {{"in/a.docx", "ok"},
                                                       {"in/b/2023.docx", "ok"},
                                                       {"in/copy of a.docx", "duplicate"},
                                                       {"in/text.txt", "ok"},
                                                       {"in/more.zip", "ok"},
                                                       {"in/more.zip!/2021/c.docx", "ok"},
                                                       {"in/more.zip!/2022/d.docx", "ok"},
                                                       {"in/more.zip!/readme.txt", "not_a_report"},
                                                       {"in/notice.txt", "not_a_report"},
                                                       {"in/empty.docx", "unreadable"},
                                                       {"in/scan.pdf", "unreadable"},
                                                       {"in/=a,\"b\".docx", "not_a_report"}};
  EXPECT_EQ(statuses, expected);
  EXPECT_EQ(read_csv(folder_ / "out/inputs.csv").size(), expected.size());
  std::map<std::string, std::size_t> cells;
  for (const CsvRecord& row : read_csv(folder_ / "out/cells.csv")) ++cells[row.at("report_id")];
  const std::vector<CsvRecord> reports = read_csv(folder_ / "out/reports.csv");
  ASSERT_EQ(reports.size(), 5U);
  for (const CsvRecord& report : reports)
    EXPECT_EQ(cells[report.at("report_id")], report.at("form") == "2019" ? 198U : 200U) << report.at("path");
  EXPECT_EQ(cells.size(), 5U);
  EXPECT_EQ(read_csv(folder_ / "out/records.csv").size(), 5U);
}

TEST_F(Program, CodeAndMessageOfWhatIsNotOk) {
  put_mixed();
  extract({"in"});
  for (const auto& [path, row] : inputs()) {
    const bool read = row.at("status") == "ok" && row.at("code") != "archive";
    EXPECT_EQ(row.at("code").empty(), read) << path;
    EXPECT_EQ(row.at("message").empty(), read) << path;
  }
  EXPECT_TRUE(has(inputs().at("in/copy of a.docx").at("message"), "in/a.docx"));
}

TEST_F(Program, FilesOfOutAreThoseOfTheDesign) {
  put_mixed();
  extract({"in"});
  std::set<std::string> names;
  for (const auto& entry : fs::directory_iterator(folder_ / "out")) names.insert(entry.path().filename().string());
  EXPECT_EQ(names.erase(".nianbao"), 1U) << "what the next run need not read again";
  EXPECT_EQ(names, (std::set<std::string>{"inputs.csv", "reports.csv", "cells.csv", "records.csv", "extras.csv",
                                          "sections.csv", "findings.csv", "dictionary.csv", "decisions.csv", "gone.csv",
                                          "datapackage.json", "run.json"}));
  for (const std::string& name : names) {
    const std::string bytes = content("out/" + name);
    EXPECT_TRUE(is_utf8(bytes)) << name;
    EXPECT_NE(bytes.substr(0, 3), "\xEF\xBB\xBF") << name;
    EXPECT_FALSE(has(bytes, "\r")) << name;
    EXPECT_EQ(bytes.back(), '\n') << name;
  }
}

TEST_F(Program, KeysAreUniqueAndNeverNull) {
  put_mixed();
  put("in/twice.zip", replace_all(zip_of({{"qzqz.docx", docx_of("2019", 2019, {{"rules_issued", "7"}})},
                                          {"wvwv.docx", docx_of("2019", 2019, {{"rules_issued", "8"}})}}),
                                  "wvwv.docx", "qzqz.docx"));
  extract({"in"});
  for (const CsvTable& table : csv_tables(built_in_schema())) {
    std::set<Words> seen;
    for (const CsvRecord& row : read_csv(folder_ / ("out/" + table.name + ".csv"))) {
      Words key;
      for (const std::string& column : table.key) key.push_back(row.at(column));
      for (const std::string& part : key) EXPECT_NE(part, "") << table.name;
      EXPECT_TRUE(seen.insert(key).second) << table.name << ": " << key.front();
    }
  }
}

TEST_F(Program, EveryReportOfATableIsInReports) {
  put_mixed();
  extract({"in"});
  std::set<std::string> known;
  for (const CsvRecord& row : read_csv(folder_ / "out/reports.csv")) known.insert(row.at("report_id"));
  for (const char* table : {"cells", "records", "extras", "sections", "findings"})
    for (const CsvRecord& row : read_csv(folder_ / (std::string("out/") + table + ".csv")))
      EXPECT_TRUE(known.contains(row.at("report_id"))) << table;
}

TEST_F(Program, SameBytesForAnyNumberOfThreadsAndAnyLanguage) {
  put_mixed();
  for (int i = 0; i < 12; ++i)
    put("in/many/" + std::to_string(i) + ".docx",
        docx_of("2021", 2021 + i % 4, {{"rules_issued", std::to_string(1000 + i)}, {"req_new__natural", ""}}));
  extract({"in"}, {"--jobs", "1", "--excel"}, {}, "one");
  extract({"in"}, {"--jobs", "4", "--excel"}, {}, "four");
  extract({"in"}, {"--jobs", "2", "--excel"}, {"LC_ALL=", "LANG=zh_CN.UTF-8"}, "zh");
  extract({"in"}, {"--jobs", "2", "--excel", "--lang", "en"}, {"LC_ALL=zh_CN.UTF-8", "TZ=Asia/Shanghai"}, "en");
  std::size_t files = 0;
  for (const auto& entry : fs::recursive_directory_iterator(folder_ / "one")) {
    const std::string name = fs::relative(entry.path(), folder_ / "one").string();
    if (!entry.is_regular_file() || name == "run.json" || name.starts_with('.')) continue;
    ++files;
    for (const char* other : {"four", "zh", "en"})
      EXPECT_EQ(content("one/" + name), content(std::string(other) + "/" + name)) << name << " " << other;
  }
  EXPECT_EQ(files, 11U + 10U);
}

TEST_F(Program, RowsAreInInputOrder) {
  put_mixed();
  extract({"in/text.txt", "in/b", "in/a.docx"});
  Words paths;
  for (const CsvRecord& row : read_csv(folder_ / "out/reports.csv")) paths.push_back(row.at("path"));
  EXPECT_EQ(paths, (Words{at("in/text.txt"), at("in/b/2023.docx"), at("in/a.docx")}));
}

TEST_F(Program, RunAgainGivesTheSame) {
  put_mixed();
  for (const std::string out : {"out", "in/out", "in"}) {       // beside, below and in the folder of the inputs
    if (extract({"in"}, {}, {}, out).exit_code == 2) continue;  // refusing is an answer too
    const std::string first = content(out + "/inputs.csv");
    extract({"in"}, {}, {}, out);
    EXPECT_TRUE(content(out + "/inputs.csv") == first)
        << out << ": " << read_csv(folder_ / (out + "/inputs.csv")).size() << " inputs now, " << parse_csv(first).size()
        << " before";
    fs::remove_all(folder_ / out);
    put_mixed();
  }
}

TEST_F(Program, BytesUnderTheNameOfALockFileDoNotHideTheReport) {
  const std::string report = docx_of("2019", 2020);
  put("in/~$report.docx", report);
  put("in/年报.docx", report);
  EXPECT_EQ(extract({"in"}).exit_code, 0);
  EXPECT_EQ(inputs().at("in/~$report.docx").at("status"), "ok");
  EXPECT_EQ(inputs().at("in/年报.docx").at("status"), "duplicate");
}

TEST_F(Program, UnreadableCopiesAreUnreadable) {
  put("in/a.docx", docx_of("2019", 2020));
  put("in/b.docx", "");
  put("in/c.docx", "");
  EXPECT_EQ(extract({"in"}).exit_code, 3);
  for (const char* name : {"in/b.docx", "in/c.docx"}) EXPECT_EQ(inputs().at(name).at("code"), "empty_file") << name;
}

TEST_F(Program, ListOfFiles) {
  put("a b.docx", docx_of("2019", 2020));
  put("年报.docx", docx_of("2021", 2023));
  const std::string a = at("a b.docx");
  const std::string b = at("年报.docx");
  const struct {
    const char* special;
    std::string list;
    Words further;
  } cases[] = {{"lines", a + "\n" + b + "\n", {}},
               {"lines of Windows", a + "\r\n" + b, {}},
               {"NULs", a + std::string(1, '\0') + b + std::string(1, '\0'), {"-0"}}};
  for (const auto& c : cases) {
    Words arguments = {"extract", "--files-from", "-", "-o", at("out")};
    arguments.insert(arguments.end(), c.further.begin(), c.further.end());
    const ProgramRun run = run_program(arguments, {}, c.list);
    EXPECT_EQ(run.exit_code, 0) << c.special << run.err;
    EXPECT_EQ(read_csv(folder_ / "out/reports.csv").size(), 2U) << c.special;
  }
  put("list", a + "\n" + at("missing.docx") + "\n");
  EXPECT_EQ(run_program({"extract", b, "--files-from", at("list"), "-o", at("out")}).exit_code, 3);
  EXPECT_EQ(inputs().at("missing.docx").at("code"), "cannot_open");
  EXPECT_EQ(read_csv(folder_ / "out/reports.csv").size(), 2U);
}

TEST_F(Program, ListThatCannotBeRead) {
  fs::create_directories(folder_ / "folder");
  for (const char* list : {"no list", "folder"}) {
    const ProgramRun run = run_program({"extract", "--files-from", at(list), "-o", at("out")});
    EXPECT_EQ(run.exit_code, 2) << list;
    EXPECT_TRUE(has(run.err, list)) << run.err;
    EXPECT_EQ(run.out, "");
  }
}

TEST_F(Program, Encoding) {
  put("a.txt", ModelReport(built_in_schema(), "2019", 2020).text());
  EXPECT_EQ(extract({"a.txt"}).exit_code, 0);
  EXPECT_EQ(inputs().at("a.txt").at("encoding"), "UTF-8");
  EXPECT_EQ(extract({"a.txt"}, {"--encoding", "UTF-8"}).exit_code, 0);
  EXPECT_EQ(extract({"a.txt"}, {"--encoding", "no-such"}).exit_code, 4);
  EXPECT_EQ(inputs().at("a.txt").at("code"), "encoding_unknown");
}

TEST_F(Program, BrokenFormsAreNamed) {
  put("a.docx", docx_of("2019", 2020));
  const std::string form = file_content(project("schema/forms/2021.json"));
  const struct {
    const char* special;
    std::string json;
    const char* path;
  } cases[] = {
      {"no JSON", "{", "$"},
      {"nothing", "", "$"},
      {"a list", "[]", "$"},
      {"a member that is missing", "{}", "$"},
      {"a year in words", replace_all(form, "\"from\": 2021", "\"from\": \"2021\""), "$.years.from"},
      {"a misspelt member", replace_all(form, "\"source\"", "\"sauce\""), "$"},
      {"an unknown type", replace_all(form, "\"amount\"", "\"money\""), "$.tables[0].blocks["},
  };
  for (const auto& c : cases) {
    put("forms/bad.json", c.json);
    for (const Words& command :
         {Words{"extract", at("a.docx"), "-o", at("out")}, Words{"show", at("a.docx")}, Words{"forms"}}) {
      Words arguments = command;
      arguments.insert(arguments.end(), {"--forms", at("forms")});
      const ProgramRun run = run_program(arguments);
      EXPECT_EQ(run.exit_code, 2) << c.special;
      EXPECT_EQ(run.out, "") << c.special;
      EXPECT_TRUE(has(run.err, "bad.json")) << c.special << "\n" << run.err;
      EXPECT_TRUE(has(run.err, c.path)) << c.special << "\n" << run.err;
    }
    EXPECT_FALSE(fs::exists(folder_ / "out")) << c.special;
  }
}

TEST_F(Program, FormsFolderThatIsNoneOrEmpty) {
  fs::create_directories(folder_ / "empty");
  for (const char* name : {"missing", "empty"}) {
    const ProgramRun run = run_program({"forms", "--forms", at(name)});
    EXPECT_EQ(run.exit_code, 2) << name;
    EXPECT_TRUE(has(run.err, at(name))) << run.err;
  }
}

TEST_F(Program, FormOfTheSameIdReplaces) {
  put("forms/2021.json",
      replace_all(file_content(project("schema/forms/2021.json")), "国办公开办函〔2021〕30号", "本地格式"));
  const ProgramRun run = run_program({"forms", "--format", "csv", "--forms", at("forms")});
  EXPECT_EQ(run.exit_code, 0) << run.err;
  EXPECT_TRUE(has(run.out, "本地格式"));
  EXPECT_EQ(parse_csv(run.out).size(), 2U);
}

TEST_F(Program, OutThatCannotBeMade) {
  put("a.docx", docx_of("2019", 2020));
  put("file", "mine");
  for (const char* out : {"file", "file/out"}) {
    const ProgramRun run = extract({"a.docx"}, {}, {}, out);
    EXPECT_EQ(run.exit_code, 2) << out;
    EXPECT_TRUE(has(run.err, at("file"))) << run.err;
    EXPECT_EQ(run.out, "");
  }
  EXPECT_EQ(content("file"), "mine");
}

TEST_F(Program, ExcelCopiesSayTheSame) {
  put_mixed();
  EXPECT_EQ(extract({"in"}, {"--excel"}).exit_code, 3);
  for (const CsvTable& table : csv_tables(built_in_schema())) {
    const std::string copy = content("out/excel/" + table.name + ".csv");
    EXPECT_EQ(copy.substr(0, 3), "\xEF\xBB\xBF") << table.name;
    EXPECT_EQ(replace_all(copy.substr(3), "\r\n", "\n"), content("out/" + table.name + ".csv")) << table.name;
    EXPECT_EQ(copy.substr(copy.size() - 2), "\r\n") << table.name;
  }
}

TEST_F(Program, RunJsonTellsVersionsAndCounts) {
  put_mixed();
  extract({"in"}, {"--jobs", "1"});
  const JsonNode run = JsonNode::parse("run.json", content("out/run.json"));
  EXPECT_EQ(run.at("program").string(), "nianbao");
  EXPECT_FALSE(run.at("version").string().empty());
  EXPECT_EQ(run.at("schema_digest").string().size(), 64U);
  EXPECT_EQ(run.at("forms").keys(), (Words{"2019", "2021"}));
  EXPECT_EQ(run.at("counts").at("inputs").integer(), 12);
  EXPECT_EQ(run.at("counts").at("reports").integer(), 5);
  EXPECT_EQ(run.at("jobs").integer(), 1);
  EXPECT_EQ(run.at("options").at("limits").at("cells").integer(), 100'000);
  std::map<std::string, std::int64_t> shown;
  for (const JsonNode& document : run.at("documents").items())
    shown[document.at("path").string()] = document.at("cells").at("shown").integer();
  EXPECT_GT(shown.at(at("in/a.docx")), 198);
  EXPECT_GT(shown.at(at("in/more.zip!/2021/c.docx")), 198);
  EXPECT_EQ(shown.at(at("in/notice.txt")), 0) << "documents that are no reports too";
  EXPECT_FALSE(shown.contains(at("in/scan.pdf"))) << "not read";
  EXPECT_TRUE(run.find("seconds").has_value());
}

TEST_F(Program, NamesThatAreNoUtf8) {
  const std::string name = "\xC4\xEA\xB1\xA8.docx";
  put(name, docx_of("2019", 2020));
  const ProgramRun run = extract({name});
  EXPECT_EQ(run.exit_code, 0) << run.err;
  EXPECT_EQ(inputs().at("%C4%EA%B1%A8.docx").at("status"), "ok");
  EXPECT_TRUE(is_utf8(content("out/run.json")));
  EXPECT_NO_THROW(JsonNode::parse("run.json", content("out/run.json")));
}

TEST_F(Program, InputNamedLikeACommand) {
  put("rules", docx_of("2019", 2020));
  EXPECT_EQ(extract({"rules"}).exit_code, 0);
}

TEST_F(Program, Show) {
  put("a.docx", docx_of("2019", 2020, {{"rules_issued", ""}}));
  put("empty.docx", "");
  const ProgramRun good = run_program({"show", at("a.docx")});
  EXPECT_EQ(good.exit_code, 0) << good.err;
  EXPECT_EQ(good.err, "");
  for (const char* part : {"清河县水务局", "2020", "<blank>", "R-C-01"}) EXPECT_TRUE(has(good.out, part)) << part;
  const ProgramRun some = run_program({"show", at("empty.docx"), at("a.docx"), at("missing.docx")});
  EXPECT_EQ(some.exit_code, 3);
  EXPECT_EQ(some.out, good.out);
  for (const char* part : {"empty.docx", "empty_file", "missing.docx", "cannot_open"})
    EXPECT_TRUE(has(some.err, part)) << part;
  const ProgramRun none = run_program({"show", at("empty.docx")});
  EXPECT_EQ(none.exit_code, 4);
  EXPECT_EQ(none.out, "");
}

// More than a pipe holds: the program cannot have ended before its reader has.
TEST_F(Program, EndsQuietlyWhereItsReaderHasSeenEnough) {
  put("a.docx", docx_of("2019", 2020));
  const std::string once = run_program({"show", at("a.docx")}).out;
  Words arguments = {"show"};
  for (std::size_t bytes = 0; bytes < 500'000; bytes += once.size()) arguments.push_back(at("a.docx"));
  const ProgramRun run = run_program_into("| head -n 1", arguments);
  EXPECT_EQ(run.exit_code, 0);
  EXPECT_EQ(run.out, once.substr(0, once.find('\n') + 1));
  EXPECT_EQ(run.err, "");
}

TEST_F(Program, AFullDiskIsAnError) {
  if (!fs::exists("/dev/full")) GTEST_SKIP() << "no /dev/full";
  put("a.docx", docx_of("2019", 2020));
  for (const Words& arguments : {Words{"show", at("a.docx")}, Words{"fields"}, Words{"--help"}}) {
    const ProgramRun run = run_program_into(">/dev/full", arguments);
    EXPECT_EQ(run.exit_code, 2) << arguments.front();
    EXPECT_TRUE(has(run.err, "standard output cannot be written")) << arguments.front() << run.err;
    EXPECT_EQ(run_program_into("| cat", arguments).exit_code, 0) << arguments.front();
  }
}

TEST_F(Program, ShowSpeaksTheLanguageOfTheLocale) {
  put("a.docx", docx_of("2019", 2020));
  EXPECT_TRUE(has(run_program({"show", at("a.docx")}).out, "No findings"));
  EXPECT_TRUE(has(run_program({"show", at("a.docx")}, {"LC_ALL=zh_CN.UTF-8"}).out, "没有发现问题"));
  EXPECT_TRUE(has(run_program({"show", at("a.docx"), "--lang", "zh"}).out, "没有发现问题"));
}

TEST_F(Program, Catalogues) {
  const std::pair<const char*, std::size_t> counts[] = {{"forms", 2}, {"fields", 224}};
  for (const auto& [command, count] : counts) {
    const ProgramRun csv = run_program({command, "--format", "csv"});
    const ProgramRun json = run_program({command, "--format", "json"});
    const ProgramRun text = run_program({command, "--format", "text"});
    for (const ProgramRun& run : {csv, json, text}) {
      EXPECT_EQ(run.exit_code, 0) << command;
      EXPECT_EQ(run.err, "") << command;
    }
    EXPECT_EQ(parse_csv(csv.out).size(), count);
    EXPECT_EQ(JsonNode::parse(command, json.out).items().size(), count);
    EXPECT_EQ(run_program({command}).out, text.out) << command << ": text is the default";
  }
  EXPECT_FALSE(parse_csv(run_program({"rules", "--format", "csv"}).out).empty());
}

TEST_F(Program, FieldsAreThoseOfTheDictionary) {
  put("a.docx", docx_of("2019", 2020));
  extract({"a.docx"});
  Words dictionary;
  Words fields;
  for (const CsvRecord& row : read_csv(folder_ / "out/dictionary.csv")) dictionary.push_back(row.at("field_id"));
  for (const CsvRecord& row : parse_csv(run_program({"fields", "--format", "csv"}).out))
    fields.push_back(row.at("field_id"));
  EXPECT_EQ(fields, dictionary);
}

TEST_F(Program, UsageErrors) {
  for (const Words& arguments : {Words{}, Words{"extrakt"}, Words{"extract"}, Words{"extract", "a"},
                                 Words{"fields", "--format", "xml"}, Words{"--lang", "fr", "forms"}}) {
    const ProgramRun run = run_program(arguments);
    EXPECT_EQ(run.exit_code, 2);
    EXPECT_EQ(run.out, "");
    EXPECT_NE(run.err, "");
  }
}

TEST_F(Program, HelpInBothLanguages) {
  const ProgramRun en = run_program({"--help"});
  const ProgramRun zh = run_program({"--help"}, {"LC_ALL=zh_CN.UTF-8"});
  for (const ProgramRun& run : {en, zh}) {
    EXPECT_EQ(run.exit_code, 0);
    EXPECT_EQ(run.err, "");
    for (const char* command : {"extract", "show", "forms", "fields", "rules", "--lang", "--forms"})
      EXPECT_TRUE(has(run.out, command)) << command;
  }
  EXPECT_TRUE(has(zh.out, "政府信息公开"));
  EXPECT_FALSE(has(en.out, "政府信息公开"));
  EXPECT_EQ(run_program({"--version"}).exit_code, 0);
}

TEST_F(Program, SummaryInTheLanguageAskedFor) {
  put("a.docx", docx_of("2019", 2020));
  EXPECT_TRUE(has(extract({"a.docx"}).err, "reports"));
  EXPECT_TRUE(has(extract({"a.docx"}, {}, {"LC_ALL=zh_CN.UTF-8"}).err, "报告"));
}

}  // namespace
}  // namespace nianbao::test

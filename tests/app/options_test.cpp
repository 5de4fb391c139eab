#include "app/options.h"

#include <gtest/gtest.h>

#include <cstdlib>

namespace nianbao::test {
namespace {

using Words = std::vector<std::string>;

// Silences what parsing prints and keeps it.
struct Parsed {
  ParsedOptions result;
  std::string out;
  std::string err;
};

Parsed parse(const Words& arguments) {
  std::vector<const char*> argv = {"nianbao"};
  for (const std::string& argument : arguments) argv.push_back(argument.c_str());
  testing::internal::CaptureStdout();
  testing::internal::CaptureStderr();
  Parsed parsed;
  parsed.result = parse_options(static_cast<int>(argv.size()), argv.data());
  parsed.out = testing::internal::GetCapturedStdout();
  parsed.err = testing::internal::GetCapturedStderr();
  return parsed;
}

std::string joined(const Words& words) {
  std::string text;
  for (const std::string& word : words) text += "[" + word + "]";
  return text;
}

Options options_of(const Words& arguments) {
  const Parsed parsed = parse(arguments);
  EXPECT_TRUE(parsed.result.options.has_value()) << joined(arguments) << parsed.err;
  EXPECT_EQ(parsed.out, "") << joined(arguments);
  return parsed.result.options.value_or(Options{});
}

class ParseOptions : public testing::Test {
 protected:
  void SetUp() override {
    for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) unsetenv(name);
  }
};

TEST_F(ParseOptions, Extract) {
  const Options options = options_of({"extract", "a.docx", "b", "-o", "out", "--jobs", "3", "--excel", "--fail-on",
                                      "warning", "--encoding", "GB18030", "--forms", "f"});
  EXPECT_EQ(options.command, Command::kExtract);
  EXPECT_EQ(options.inputs, (Words{"a.docx", "b"}));
  EXPECT_EQ(options.out, "out");
  EXPECT_EQ(options.jobs, 3U);
  EXPECT_TRUE(options.excel);
  EXPECT_EQ(options.fail_on, Severity::kWarning);
  EXPECT_EQ(options.read.encoding, "GB18030");
  EXPECT_EQ(options.forms_directory, "f");
}

TEST_F(ParseOptions, Audit) {
  const Options options = options_of({"audit", "out", "--decisions", "d.csv", "--baseline", "before", "--rules",
                                      "r.json", "--today", "2026-11-26", "--excel", "--fail-on", "error", "-j", "2"});
  EXPECT_EQ(options.command, Command::kAudit);
  EXPECT_EQ(options.out, "out");
  EXPECT_EQ(options.decisions, "d.csv");
  EXPECT_EQ(options.baseline, "before");
  EXPECT_EQ(options.rules_file, "r.json");
  EXPECT_EQ(options.today, "2026-11-26");
  EXPECT_TRUE(options.excel);
  EXPECT_EQ(options.fail_on, Severity::kError);
  EXPECT_EQ(options.jobs, 2U);
}

TEST_F(ParseOptions, ExtractTakesDecisionsToo) {
  const Options options = options_of({"extract", "a", "-o", "out", "--decisions", "d.csv", "--baseline", "before",
                                      "--rules", "r.json", "--today", "2026-11-26"});
  EXPECT_EQ(options.decisions, "d.csv");
  EXPECT_EQ(options.baseline, "before");
  EXPECT_EQ(options.rules_file, "r.json");
  EXPECT_EQ(options.today, "2026-11-26");
}

TEST_F(ParseOptions, Explain) {
  const Options options = options_of({"explain", "R-2-09", "--in", "out", "--rules", "r.json"});
  EXPECT_EQ(options.command, Command::kExplain);
  EXPECT_EQ(options.id, "R-2-09");
  EXPECT_EQ(options.in, "out");
  EXPECT_EQ(options.rules_file, "r.json");
  EXPECT_EQ(options_of({"rules", "--rules", "r.json"}).rules_file, "r.json");
}

TEST_F(ParseOptions, RefusesIncompleteAuditsAndOddDays) {
  for (const Words& wrong : {Words{"audit"}, Words{"explain"}, Words{"audit", "out", "--today", "2026-02-30"},
                             Words{"audit", "out", "--today", "tomorrow"}, Words{"audit", "out", "--forms-from", "x"}})
    EXPECT_EQ(parse(wrong).result.exit_code, 2) << joined(wrong);
}

TEST_F(ParseOptions, ExtractByDefault) {
  const Options options = options_of({"extract", "a.docx", "-o", "out"});
  EXPECT_GE(options.jobs, 1U);
  EXPECT_FALSE(options.excel);
  EXPECT_FALSE(options.fail_on.has_value());
  EXPECT_EQ(options.read.encoding, "");
  EXPECT_EQ(options.files_from, "");
  EXPECT_FALSE(options.nul_separated);
  EXPECT_EQ(options.forms_directory, "");
  EXPECT_EQ(options.language, Language::kEnglish);
}

TEST_F(ParseOptions, FailOnLevels) {
  const std::pair<const char*, Severity> levels[] = {
      {"error", Severity::kError}, {"warning", Severity::kWarning}, {"note", Severity::kNote}};
  for (const auto& [name, severity] : levels)
    EXPECT_EQ(options_of({"extract", "a", "-o", "out", "--fail-on", name}).fail_on, severity) << name;
}

TEST_F(ParseOptions, Limits) {
  const Options options =
      options_of({"extract", "--limit", "cells=7", "a.docx", "--limit=part-bytes=1000", "-o", "out"});
  EXPECT_EQ(options.read.limits.cells, 7U);
  EXPECT_EQ(options.read.limits.part_bytes, 1000U);
  EXPECT_EQ(options.read.limits.depth, Limits{}.depth) << "the others stay";
  EXPECT_EQ(options.inputs, Words{"a.docx"}) << "one value a time";
  EXPECT_EQ(options_of({"show", "a.docx", "--limit", "depth=9"}).read.limits.depth, 9U);
  for (const char* wrong : {"cells", "cells=", "cells=0", "cells=-1", "cells=1k", "cels=5", "=5", ""}) {
    const Parsed parsed = parse({"extract", "a.docx", "-o", "out", "--limit", wrong});
    EXPECT_FALSE(parsed.result.options.has_value()) << wrong;
    EXPECT_EQ(parsed.result.exit_code, 2) << wrong;
    EXPECT_NE(parsed.err, "") << wrong;
  }
}

TEST_F(ParseOptions, ListInsteadOfInputs) {
  const Options options = options_of({"extract", "--files-from", "-", "-0", "-o", "out"});
  EXPECT_TRUE(options.inputs.empty());
  EXPECT_EQ(options.files_from, "-");
  EXPECT_TRUE(options.nul_separated);
}

TEST_F(ParseOptions, OtherCommands) {
  EXPECT_EQ(options_of({"show", "a.docx"}).command, Command::kShow);
  EXPECT_EQ(options_of({"show", "a.docx", "--encoding", "GBK"}).read.encoding, "GBK");
  EXPECT_EQ(options_of({"forms"}).command, Command::kForms);
  EXPECT_EQ(options_of({"fields"}).command, Command::kFields);
  EXPECT_EQ(options_of({"rules"}).command, Command::kRules);
  EXPECT_EQ(options_of({"fields"}).format, CatalogueFormat::kText);
  EXPECT_EQ(options_of({"fields", "--format", "text"}).format, CatalogueFormat::kText);
  EXPECT_EQ(options_of({"fields", "--format", "csv"}).format, CatalogueFormat::kCsv);
  EXPECT_EQ(options_of({"fields", "--format=json"}).format, CatalogueFormat::kJson);
}

TEST_F(ParseOptions, UnusualButGood) {
  EXPECT_EQ(options_of({"extract", "rules", "show", "-o", "out"}).inputs, (Words{"rules", "show"}))
      << "inputs named like commands";
  EXPECT_EQ(options_of({"extract", "-o", "out", "--", "-a.docx"}).inputs, Words{"-a.docx"})
      << "a name that begins with -";
  EXPECT_EQ(options_of({"extract", "-oout", "a"}).out, "out") << "short option and value in one";
  EXPECT_EQ(options_of({"extract", "年报 2020.docx", "-o", "输出"}).inputs, Words{"年报 2020.docx"})
      << "Chinese names with spaces";
  EXPECT_EQ(options_of({"extract", "\xC4\xEA.docx", "-o", "out"}).inputs, Words{"\xC4\xEA.docx"})
      << "a name that is no UTF-8";
  EXPECT_EQ(options_of({"extract", "a", "-o", "out", "-j", "1"}).jobs, 1U);
  EXPECT_EQ(options_of({"extract", "a", "--files-from", "list", "-o", "out"}).files_from, "list")
      << "inputs and a list";
}

TEST_F(ParseOptions, LanguageOfTheLocale) {
  struct Case {
    const char* lc_all;
    const char* lc_messages;
    const char* lang;
    Language language;
  };
  const Case cases[] = {
      {"", "", "", Language::kEnglish},
      {"", "", "zh_CN.UTF-8", Language::kChinese},
      {"", "", "zh", Language::kChinese},
      {"", "", "en_US.UTF-8", Language::kEnglish},
      {"", "", "C", Language::kEnglish},
      {"", "zh_CN.UTF-8", "en_US.UTF-8", Language::kChinese},
      {"C", "zh_CN.UTF-8", "zh_CN.UTF-8", Language::kEnglish},
      {"zh_CN.GBK", "C", "C", Language::kChinese},
  };
  for (const Case& c : cases) {
    setenv("LC_ALL", c.lc_all, 1);
    setenv("LC_MESSAGES", c.lc_messages, 1);
    setenv("LANG", c.lang, 1);
    EXPECT_EQ(options_of({"forms"}).language, c.language) << c.lc_all << "|" << c.lc_messages << "|" << c.lang;
    EXPECT_EQ(options_of({"forms", "--lang", "zh"}).language, Language::kChinese);
    EXPECT_EQ(options_of({"--lang=en", "forms"}).language, Language::kEnglish);
  }
}

TEST_F(ParseOptions, RefusesWithExitCode2) {
  const std::pair<const char*, Words> cases[] = {
      {"no command", {}},
      {"unknown command", {"extrakt", "a", "-o", "out"}},
      {"unknown option", {"extract", "a", "-o", "out", "--fast"}},
      {"no input", {"extract", "-o", "out"}},
      {"no output", {"extract", "a"}},
      {"-o without value", {"extract", "a", "-o"}},
      {"show without input", {"show"}},
      {"jobs 0", {"extract", "a", "-o", "out", "--jobs", "0"}},
      {"jobs -1", {"extract", "a", "-o", "out", "--jobs", "-1"}},
      {"jobs in words", {"extract", "a", "-o", "out", "--jobs", "two"}},
      {"jobs with decimals", {"extract", "a", "-o", "out", "--jobs", "1.5"}},
      {"unknown level", {"extract", "a", "-o", "out", "--fail-on", "info"}},
      {"unknown language", {"forms", "--lang", "fr"}},
      {"unknown format", {"fields", "--format", "xml"}},
      {"a number for a format", {"fields", "--format", "1"}},
      {"a number for a language", {"forms", "--lang", "0"}},
      {"format of extract", {"extract", "a", "-o", "out", "--format", "csv"}},
      {"jobs of show", {"show", "a", "--jobs", "2"}},
      {"input of forms", {"forms", "a"}},
  };
  for (const auto& [special, arguments] : cases) {
    const Parsed parsed = parse(arguments);
    EXPECT_FALSE(parsed.result.options.has_value()) << special;
    EXPECT_EQ(parsed.result.exit_code, 2) << special;
    EXPECT_EQ(parsed.out, "") << special << ": stdout is data";
    EXPECT_NE(parsed.err, "") << special;
  }
}

TEST_F(ParseOptions, HelpAndVersionEndWith0) {
  for (const Words& arguments : {Words{"--help"}, Words{"-h"}, Words{"extract", "--help"}, Words{"show", "-h"},
                                 Words{"--version"}, Words{"--lang", "zh", "--help"}}) {
    const Parsed parsed = parse(arguments);
    EXPECT_FALSE(parsed.result.options.has_value()) << joined(arguments);
    EXPECT_EQ(parsed.result.exit_code, 0) << joined(arguments);
    EXPECT_NE(parsed.out, "") << joined(arguments);
    EXPECT_EQ(parsed.err, "") << joined(arguments);
  }
}

TEST_F(ParseOptions, HelpIsInTheLanguageAskedFor) {
  EXPECT_NE(parse({"--lang", "zh", "--help"}).out.find("提取报告"), std::string::npos);
  EXPECT_EQ(parse({"--lang", "en", "--help"}).out.find("提取报告"), std::string::npos);
  for (const char* option : {"--out", "--files-from", "--null", "--jobs", "--excel", "--fail-on", "--encoding"})
    for (const char* language : {"zh", "en"})
      EXPECT_NE(parse({"extract", "--help", "--lang", language}).out.find(option), std::string::npos) << option;
  for (const char* command : {"extract", "show", "forms", "fields", "rules"})
    EXPECT_NE(parse({"--help"}).out.find(command), std::string::npos) << command;
}

}  // namespace
}  // namespace nianbao::test

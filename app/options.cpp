#include "app/options.h"

#include <sched.h>

#include <CLI/CLI.hpp>
#include <cstdlib>
#include <iostream>
#include <map>

#include "app/exit_codes.h"
#include "app/version.h"
#include "extract/flow_tables.h"
#include "extract/text_dialect.h"
#include "output/decision_file.h"

namespace nianbao {
namespace {

std::size_t usable_cores() {
  cpu_set_t cores;
  if (sched_getaffinity(0, sizeof cores, &cores) != 0) return 1;
  return static_cast<std::size_t>(CPU_COUNT(&cores));
}

std::string environment(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? "" : value;
}

// POSIX: LC_ALL before LC_MESSAGES before LANG.
Language language_of_locale() {
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"})
    if (const std::string value = environment(name); !value.empty())
      return value.rfind("zh", 0) == 0 ? Language::kChinese : Language::kEnglish;
  return Language::kEnglish;
}

// --lang decides the language of the help too, so it is looked for before anything is described.
Language language_of(int argc, const char* const* argv) {
  for (int i = 1; i < argc; ++i) {
    const std::string argument = argv[i];
    const std::string value = argument == "--lang" && i + 1 < argc ? argv[i + 1]
                              : argument.rfind("--lang=", 0) == 0  ? argument.substr(7)
                                                                   : "";
    if (value == "zh") return Language::kChinese;
    if (value == "en") return Language::kEnglish;
  }
  return language_of_locale();
}

const std::map<std::string, Severity> kSeverities = {
    {"error", Severity::kError}, {"warning", Severity::kWarning}, {"note", Severity::kNote}};
const std::map<std::string, CatalogueFormat> kFormats = {
    {"text", CatalogueFormat::kText}, {"csv", CatalogueFormat::kCsv}, {"json", CatalogueFormat::kJson}};
const std::map<std::string, Language> kLanguages = {{"zh", Language::kChinese}, {"en", Language::kEnglish}};

// Those that show the borders of cells, then those in which labels are the borders.
std::vector<std::string> text_dialect_names() {
  std::vector<std::string> names;
  for (const TextDialect& dialect : text_dialects()) names.emplace_back(dialect.name);
  names.insert(names.end(), flow_dialects().begin(), flow_dialects().end());
  return names;
}

class CommandLine {
 public:
  explicit CommandLine(Language language)
      : app_(say(language, "年报：从政府信息公开工作年度报告中提取可信的数据",
                 "nianbao: data you can trust from annual reports on open government information"),
             "nianbao") {
    options_.language = language;
    options_.jobs = usable_cores();
    app_.require_subcommand(1);
    app_.set_version_flag("--version", std::string("nianbao ") + kVersion);
    app_.set_help_flag("-h,--help", tell("显示帮助", "show this help"));
    app_.fallthrough();
    add_common();
    add_extract();
    add_plan();
    add_merge();
    add_audit();
    add_show();
    add_explain();
    add_catalogue("forms", Command::kForms, tell("列出格式", "list the forms"));
    add_catalogue("fields", Command::kFields, tell("列出栏目", "list the fields"));
    add_rules(add_catalogue("rules", Command::kRules, tell("列出规则", "list the rules")));
  }

  ParsedOptions parse(int argc, const char* const* argv) {
    try {
      app_.parse(argc, argv);
      check_inputs();
    } catch (const CLI::ParseError& error) {
      return {std::nullopt, app_.exit(error) == 0 ? kExitDone : kExitUsage};
    }
    if (options_.command == Command::kMerge && options_.out.empty()) options_.out = options_.inputs.front();
    return {options_, kExitDone};
  }

 private:
  std::string tell(const char* zh, const char* en) const { return say(options_.language, zh, en); }

  CLI::App* add_command(const char* name, Command command, const std::string& description) {
    CLI::App* added = app_.add_subcommand(name, description);
    added->callback([this, command] { options_.command = command; });
    return added;
  }

  void add_common() {
    app_.add_option("--lang", language_, tell("消息语言：zh 或 en", "language of messages: zh or en"))
        ->check(CLI::IsMember({"zh", "en"}))
        ->each([this](const std::string& typed) { options_.language = kLanguages.at(typed); });
    app_.add_option("--forms", options_.forms_directory,
                    tell("另从该目录读取格式（*.json），同名者替换",
                         "also read forms (*.json) from this folder; the same id replaces"))
        ->type_name("DIR");
  }

  void add_reading(CLI::App* command) {
    command
        ->add_option("--encoding", options_.read.encoding,
                     tell("文本文件和网页的编码，如 GB18030；默认自动识别",
                          "encoding of text files and web pages, such as GB18030; found out by default"))
        ->type_name("NAME");
    command
        ->add_option(
            "--text-dialect", options_.read.text_dialect,
            tell("文本文件中表格的写法；默认自动识别", "how text files write their tables; found out by default"))
        ->check(CLI::IsMember(text_dialect_names()));
    command
        ->add_option_function<std::vector<std::string>>(
            "--limit", [this](const std::vector<std::string>& typed) { set_limits(typed); },
            tell("改变读取的上限，如 cells=500000；可多次给出",
                 "moves a limit of reading, such as cells=500000; may be given several times"))
        ->type_name("NAME=VALUE")
        ->allow_extra_args(false);
  }

  void set_limits(const std::vector<std::string>& typed) {
    for (const std::string& assignment : typed)
      if (const std::string wrong = set_limit(options_.read.limits, assignment); !wrong.empty())
        throw CLI::ValidationError("--limit", wrong);
  }

  void check_inputs() const {
    const bool has_inputs = !options_.inputs.empty() || !options_.files_from.empty();
    if (options_.command == Command::kExtract && !has_inputs && options_.plan.empty())
      throw CLI::RequiredError(tell("INPUT、--files-from 或 --plan", "INPUT, --files-from or --plan"));
    if (options_.command == Command::kExtract && has_inputs && !options_.plan.empty())
      throw CLI::ExcludesError("--plan", tell("INPUT、--files-from", "INPUT, --files-from"));
    if (options_.command == Command::kPlan && !has_inputs)
      throw CLI::RequiredError(tell("INPUT 或 --files-from", "INPUT or --files-from"));
  }

  void add_inputs(CLI::App* command) {
    command->add_option(
        "INPUT", options_.inputs,
        tell("文件、文件夹（含子文件夹）或报告的 .zip", "files, folders (recursive) or a .zip of reports"));
    command
        ->add_option(
            "--files-from", options_.files_from,
            tell("从清单读取路径，每行一个；- 为标准输入", "read paths from a list, one a line; - is standard input"))
        ->type_name("LIST");
    command->add_flag("-0,--null", options_.nul_separated, tell("清单以 NUL 分隔", "the list is separated by NUL"));
  }

  void add_plan() {
    CLI::App* plan = add_command("plan", Command::kPlan,
                                 tell("固定输入清单，供多台机器分工", "fix the list of inputs for many machines"));
    add_inputs(plan);
    plan->add_option("-o,--out", options_.out, tell("清单文件", "file for the list"))->required()->type_name("PLAN");
  }

  void add_merge() {
    CLI::App* merge = add_command(
        "merge", Command::kMerge,
        tell("合并 extract --shard 写出的各部分", "bring together the parts that extract --shard has written"));
    merge->add_option("OUT", options_.inputs, tell("含有 parts/ 的文件夹", "folders that have parts/"))->required();
    merge
        ->add_option("-o,--out", options_.out,
                     tell("输出文件夹，默认为第一个 OUT", "folder for the output; default: the first OUT"))
        ->type_name("DEST");
    add_writing(merge);
    add_findings(merge);
  }

  void add_extract() {
    CLI::App* extract =
        add_command("extract", Command::kExtract, tell("提取报告，写出 CSV", "extract reports and write CSV files"));
    add_inputs(extract);
    extract->add_option("-o,--out", options_.out, tell("输出文件夹", "folder for the output"))
        ->required()
        ->type_name("OUT");
    extract
        ->add_option("--plan", options_.plan,
                     tell("用 nianbao plan 写出的清单代替 INPUT", "a list that nianbao plan wrote, in place of INPUT"))
        ->type_name("PLAN");
    extract
        ->add_option_function<std::string>(
            "--shard", [this](const std::string& typed) { set_shard(typed); },
            tell("只读清单 N 份中的第 K 份，写入 OUT/parts/；auto/N 从调度系统的环境变量取 K",
                 "read only the Kth of N stretches of the list, into OUT/parts/; auto/N takes K from the environment "
                 "of a scheduler"))
        ->type_name("K/N");
    add_output(extract);
    add_findings(extract);
    add_reading(extract);
  }

  void set_shard(const std::string& typed) {
    try {
      options_.shard = Shard::parse(typed);
    } catch (const std::invalid_argument& error) {
      throw CLI::ValidationError("--shard", error.what());
    }
  }

  void add_output(CLI::App* command) {
    command
        ->add_option(
            "-j,--jobs", options_.jobs,
            tell("同时处理的文件数，默认为可用核数", "files worked on at a time; default: the cores that may be used"))
        ->check(CLI::Range(std::size_t{1}, std::size_t{1024}))
        ->type_name("N");
    add_writing(command);
  }

  void add_writing(CLI::App* command) {
    command->add_flag("--log-json", options_.log_json,
                      tell("标准错误改为每行一个 JSON 对象", "one JSON object a line on stderr, for programs"));
    command->add_flag(
        "--excel", options_.excel,
        tell("另在 OUT/excel/ 写出带 BOM 和 CRLF 的副本", "also write copies with BOM and CRLF to OUT/excel/"));
  }

  void add_findings(CLI::App* command) {
    command
        ->add_option(
            "--fail-on", fail_on_,
            tell("有此级别或更高、未经认可的发现时退出码为 1：error、warning、note",
                 "exit 1 on findings of this level or above that nobody has acknowledged: error, warning, note"))
        ->check(CLI::IsMember({"error", "warning", "note"}))
        ->each([this](const std::string& level) { options_.fail_on = kSeverities.at(level); });
    command
        ->add_option("--decisions", options_.decisions,
                     tell("对发现的人工决定（CSV）", "what people decided about findings (CSV)"))
        ->type_name("FILE");
    command
        ->add_option("--baseline", options_.baseline,
                     tell("先前一次的输出文件夹；其中已有的发现为 known",
                          "OUT of an earlier run; findings that it has are known"))
        ->type_name("OUT");
    command
        ->add_option("--today", options_.today,
                     tell("判断决定是否到期所用的日期，YYYY-MM-DD；默认为今天（UTC）",
                          "day for the end of decisions, YYYY-MM-DD; default: today (UTC)"))
        ->type_name("DATE")
        ->check([this](const std::string& typed) {
          return is_date(typed) ? "" : typed + tell("：不是 YYYY-MM-DD 的日期", ": is no day as YYYY-MM-DD");
        });
    add_rules(command);
  }

  void add_rules(CLI::App* command) {
    command
        ->add_option("--rules", options_.rules_file,
                     tell("更改规则的级别或设置（JSON），off 为停用",
                          "changes severity or settings of rules (JSON); off switches one off"))
        ->type_name("FILE");
  }

  void add_audit() {
    CLI::App* audit = add_command("audit", Command::kAudit,
                                  tell("对已提取的 OUT 重新核对规则", "apply the rules again to what was extracted"));
    audit->add_option("OUT", options_.out, tell("extract 的输出文件夹", "folder that extract wrote"))->required();
    add_output(audit);
    add_findings(audit);
  }

  void add_explain() {
    CLI::App* explain =
        add_command("explain", Command::kExplain,
                    tell("解释规则、状态、问题代码或发现", "explain a rule, a status, a problem code or a finding"));
    explain->add_option("ID", options_.id, tell("规则、状态、问题代码或发现的编号", "what to explain"))->required();
    explain->add_option("--in", options_.in, tell("发现所在的输出文件夹", "OUT that has the finding"))
        ->type_name("OUT");
    add_rules(explain);
  }

  void add_show() {
    CLI::App* show = add_command("show", Command::kShow, tell("在终端显示报告", "show reports in the terminal"));
    show->add_option("INPUT", options_.inputs, tell("报告文件", "report files"))->required();
    add_reading(show);
  }

  CLI::App* add_catalogue(const char* name, Command command, const std::string& description) {
    CLI::App* catalogue = add_command(name, command, description);
    catalogue->add_option("--format", format_, tell("text、csv 或 json", "text, csv or json"))
        ->check(CLI::IsMember({"text", "csv", "json"}))
        ->each([this](const std::string& typed) { options_.format = kFormats.at(typed); });
    return catalogue;
  }

  Options options_;
  // Names as typed; each is turned into its option when it has been checked.
  std::string fail_on_;
  std::string language_;
  std::string format_;
  CLI::App app_;
};

}  // namespace

ParsedOptions parse_options(int argc, const char* const* argv) {
  return CommandLine(language_of(argc, argv)).parse(argc, argv);
}

}  // namespace nianbao

#include "tests/support/program.h"

#include <gtest/gtest.h>
#include <sys/wait.h>

#include <cstdlib>

#include "tests/support/places.h"

namespace nianbao::test {
namespace {

std::string quoted(const std::string& argument) {
  std::string out = "'";
  for (const char c : argument) out += c == '\'' ? "'\\''" : std::string(1, c);
  return out + "'";
}

std::vector<std::vector<std::string>> csv_lines(const std::string& text) {
  std::vector<std::vector<std::string>> lines(1, std::vector<std::string>(1));
  bool in_quotes = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    std::string& field = lines.back().back();
    if (in_quotes && c == '"' && i + 1 < text.size() && text[i + 1] == '"')
      field += text[++i];
    else if (c == '"')
      in_quotes = !in_quotes;
    else if (c == ',' && !in_quotes)
      lines.back().emplace_back();
    else if (c == '\n' && !in_quotes)
      lines.emplace_back(1);
    else
      field += c;
  }
  EXPECT_FALSE(in_quotes) << "a quoted field does not end";
  EXPECT_EQ(lines.back(), std::vector<std::string>(1)) << "the last line does not end with LF";
  lines.pop_back();
  return lines;
}

}  // namespace

ProgramRun run_program(const std::vector<std::string>& arguments, const std::vector<std::string>& environment,
                       const std::string& input) {
  const TemporaryFolder folder;
  write_file(folder / "in", input);
  std::string command = "env LC_ALL=C";
  for (const std::string& setting : environment) command += " " + quoted(setting);
  command += " " + quoted(NIANBAO_PROGRAM);
  for (const std::string& argument : arguments) command += " " + quoted(argument);
  command += " <" + quoted(folder / "in") + " >" + quoted(folder / "out") + " 2>" + quoted(folder / "err");
  const int status = std::system(command.c_str());
  return {WIFEXITED(status) ? WEXITSTATUS(status) : -1, file_content(folder / "out"), file_content(folder / "err")};
}

std::filesystem::path program_file() { return NIANBAO_PROGRAM; }

std::filesystem::path faulty_program_file() { return NIANBAO_FAULTY_PROGRAM; }

ProgramRun run_program_into(const std::string& sink, const std::vector<std::string>& arguments) {
  const TemporaryFolder folder;
  std::string command = "{ { env LC_ALL=C " + quoted(NIANBAO_PROGRAM);
  for (const std::string& argument : arguments) command += " " + quoted(argument);
  command += " 2>" + quoted(folder / "err") + "; echo $? >" + quoted(folder / "code") + "; } " + sink + "; } >" +
             quoted(folder / "out");
  EXPECT_NE(std::system(command.c_str()), -1) << command;
  return {std::stoi(file_content(folder / "code")), file_content(folder / "out"), file_content(folder / "err")};
}

int run_command(const std::string& command) {
  const int status = std::system(("{ " + command + "; } >/dev/null 2>&1").c_str());
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

std::vector<CsvRecord> parse_csv(const std::string& text) {
  const auto lines = csv_lines(text);
  std::vector<CsvRecord> records;
  for (std::size_t i = 1; i < lines.size(); ++i) {
    EXPECT_EQ(lines[i].size(), lines.front().size()) << "line " << i + 1;
    CsvRecord record;
    for (std::size_t c = 0; c < lines[i].size() && c < lines.front().size(); ++c)
      record[lines.front()[c]] = lines[i][c];
    records.push_back(std::move(record));
  }
  return records;
}

std::vector<CsvRecord> read_csv(const std::filesystem::path& file) { return parse_csv(file_content(file)); }

}  // namespace nianbao::test

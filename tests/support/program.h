// The program run as a user would run it, and its CSV files read back.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace nianbao::test {

struct ProgramRun {
  int exit_code = -1;
  std::string out;  // stdout
  std::string err;  // stderr
};

// Runs nianbao with these arguments, LC_ALL=C unless `environment` ("NAME=value" …) says otherwise; `input` goes to
// stdin.
ProgramRun run_program(const std::vector<std::string>& arguments, const std::vector<std::string>& environment = {},
                       const std::string& input = "");

// The program itself, and the one that breaks where a file asks for it (faulty_nianbao.cpp).
std::filesystem::path program_file();
std::filesystem::path faulty_program_file();

// The same with its stdout going where `sink` sends it, such as "| head -n 1" or ">/dev/full". `out` is what the sink
// prints.
ProgramRun run_program_into(const std::string& sink, const std::vector<std::string>& arguments);

// Runs a command line of the shell, its own redirections first, and drops what else it prints. The exit code, or -1.
int run_command(const std::string& command);

using CsvRecord = std::map<std::string, std::string>;  // by column

// RFC 4180, by a reader of its own: nothing of the program's writer is used. Fails the test where it is malformed.
std::vector<CsvRecord> read_csv(const std::filesystem::path& file);
std::vector<CsvRecord> parse_csv(const std::string& text);

}  // namespace nianbao::test

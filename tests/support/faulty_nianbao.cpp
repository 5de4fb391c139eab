// nianbao, but that it crashes, hangs or eats memory where a file asks for it: what its workers are there for.
#include <atomic>
#include <csignal>
#include <cstdlib>
#include <exception>
#include <iostream>
#include <vector>

#include "app/commands.h"

namespace {

using namespace nianbao;

void crash() { std::raise(SIGSEGV); }

void loop() {
  // One that no compiler takes for finite.
  for (std::atomic<std::size_t> count = 0;; ++count) {
  }
}

void eat() {
  constexpr std::size_t kEightGigabytes = std::size_t{8} << 30U;
  const std::vector<char> eaten(kEightGigabytes, 'x');
  std::cerr << eaten[kEightGigabytes / 2];
}

void process(const Source& source, const Schema& schema, const ReadOptions& options, const ReportRows& rows,
             const TakeOutcome& take) {
  if (source.bytes == "crash") crash();
  if (source.bytes == "loop") loop();
  if (source.bytes == "eat") eat();
  process_source(source, schema, options, rows, take);
}

}  // namespace

int main(int argc, char** argv) {
  const ParsedOptions parsed = parse_options(argc, argv);
  if (!parsed.options) return parsed.exit_code;
  return extract(*parsed.options, load_schema(), process);
}

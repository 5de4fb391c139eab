// The last complete run into an OUT: where nothing has changed since, there is nothing to do.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "app/file_stamp.h"
#include "app/options.h"
#include "app/plan.h"
#include "app/work_store.h"
#include "output/finding_book.h"
#include "schema/digest.h"

namespace nianbao {

// What the file system says of all inputs of a run, in their order.
class InputStates {
 public:
  void add(const InputFile& input, const std::optional<FileStamp>& stamp);
  // An input whose state does not tell whether it will be the same next time.
  void add_doubtful() { is_doubtful_ = true; }
  // Empty where an input was doubtful.
  std::string digest();

 private:
  Sha256 digest_;
  bool is_doubtful_ = false;
};

// What a run ended with.
struct RunEnd {
  std::string summary_zh;
  std::string summary_en;
  int exit_code = 0;  // but for --fail-on
  FindingCounts counts;
};

// Prints the summary to stderr and gives the exit code.
int tell_end(const RunEnd& end, const Options& options);

class LastRun {
 public:
  // All must outlive this.
  LastRun(WorkStore& store, const WorkKeys& keys, const Options& options);

  // How the last run ended, if it was complete and inputs, options, program, forms, rules and OUT are still the same.
  std::optional<RunEnd> find(const std::filesystem::path& plan) const;
  // Notes that this run is complete.
  void note(const std::string& input_states, const RunEnd& end);

 private:
  std::string state(const std::string& input_states) const;

  WorkStore& store_;
  const WorkKeys& keys_;
  const Options& options_;
};

}  // namespace nianbao

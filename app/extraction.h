// The reading of a list of inputs: by workers, or from what was kept of an earlier run.
#pragma once

#include <cstddef>
#include <deque>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "app/file_work.h"
#include "app/input_outcome.h"
#include "app/last_run.h"
#include "app/plan.h"
#include "app/progress.h"
#include "app/work_store.h"
#include "app/worker_pool.h"

namespace nianbao {

struct ExtractionCounts {
  std::size_t read = 0;           // inputs opened, and read or not
  std::size_t audited_again = 0;  // kept, but by other rules
  std::size_t kept = 0;           // untouched
};

class Extraction : public TaskList {
 public:
  // Called for each input's outcomes, in the order of the list.
  using Take = std::function<void(InputOutcome)>;

  // Reads the next `count` inputs of the plan. All must outlive this.
  Extraction(PlanReader& plan, std::size_t count, WorkStore& store, const FileWork& work, const Limits& limits,
             Progress& progress, Take take);

  std::optional<Task> next() override;
  void work(std::string_view request, Channel& channel) override { work_.work(request, channel); }
  std::string answer(std::string_view question) override;
  // Throws OutputError where what was kept is damaged.
  void take(TaskResult result) override;

  const ExtractionCounts& counts() const { return counts_; }
  // Of all inputs taken; empty where one of them must be looked at again.
  std::string input_states() { return states_.digest(); }

 private:
  // An input on its way.
  struct Open {
    InputFile input;
    std::optional<FileStamp> stamp;  // that the store knows
    std::string content;             // as the store has it for this stamp
    std::string kept;                // outcomes that hold
    bool is_audited_again = false;
  };
  void take_failed(const Open& open, const Failure& failure);
  void take_read(const Open& open, const TaskResult& result);
  void take_kept(const Open& open, const std::string& content, const std::string& outcomes,
                 const std::optional<FileStamp>& stamp);
  void note(const Open& open, const std::string& content, const std::string& outcomes,
            const std::optional<FileStamp>& stamp);
  void give(const Open& open, std::string_view packed);

  PlanReader& plan_;
  std::size_t left_;
  WorkStore& store_;
  const FileWork& work_;
  const Limits& limits_;
  Progress& progress_;
  Take take_;
  std::deque<Open> open_;
  ExtractionCounts counts_;
  InputStates states_;
};

}  // namespace nianbao

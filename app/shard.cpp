#include "app/shard.h"

#include <array>
#include <charconv>
#include <cstdlib>
#include <stdexcept>

namespace nianbao {
namespace {

// Where schedulers say which task of an array this is, and from what they count.
struct TaskVariable {
  const char* name;
  std::size_t first;
};

constexpr std::array kTaskVariables = {
    TaskVariable{"SLURM_ARRAY_TASK_ID", 1},        // Slurm, sbatch --array=1-N
    TaskVariable{"PBS_ARRAY_INDEX", 1},            // PBS Pro, qsub -J 1-N
    TaskVariable{"PBS_ARRAYID", 1},                // Torque, qsub -t 1-N
    TaskVariable{"SGE_TASK_ID", 1},                // Grid Engine, qsub -t 1-N
    TaskVariable{"LSB_JOBINDEX", 1},               // LSF, bsub -J "name[1-N]"
    TaskVariable{"PARALLEL_SEQ", 1},               // GNU parallel
    TaskVariable{"JOB_COMPLETION_INDEX", 0},       // Kubernetes, indexed jobs
    TaskVariable{"AWS_BATCH_JOB_ARRAY_INDEX", 0},  // AWS Batch, array jobs
};

constexpr std::size_t kMost = 100'000;

// 0 where it is no number; then it is none of a shard either.
std::size_t number_in(std::string_view text) {
  std::size_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc() && end == text.data() + text.size() ? number : 0;
}

std::string names() {
  std::string all;
  for (const TaskVariable& variable : kTaskVariables) all += (all.empty() ? "" : ", ") + std::string(variable.name);
  return all;
}

std::size_t number_from_environment() {
  for (const TaskVariable& variable : kTaskVariables) {
    const char* value = std::getenv(variable.name);
    if (value == nullptr || *value == '\0') continue;
    const std::size_t number = number_in(value);
    if (number < variable.first || (number == 0 && std::string_view(value) != "0"))
      throw std::invalid_argument(std::string(variable.name) + "=" + value + " is no task number from " +
                                  std::to_string(variable.first));
    return number - variable.first + 1;
  }
  throw std::invalid_argument("auto: none of these is set: " + names());
}

}  // namespace

Shard Shard::parse(std::string_view text) {
  const std::size_t slash = text.find('/');
  const std::string_view first = text.substr(0, slash);
  const std::size_t of = slash == std::string_view::npos ? 0 : number_in(text.substr(slash + 1));
  const std::size_t number = first == "auto" ? number_from_environment() : number_in(first);
  if (of == 0 || of > kMost || number == 0 || number > of)
    throw std::invalid_argument("'" + std::string(text) + "' is no K/N or auto/N with K from 1 to N and N up to " +
                                std::to_string(kMost) + ", such as 3/64");
  return {number, of};
}

std::size_t Shard::share(std::size_t count, std::size_t shards) const {
  return count / of * shards + count % of * shards / of;
}

}  // namespace nianbao

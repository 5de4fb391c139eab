#include "app/work_folder.h"

#include "app/inputs.h"
#include "app/stop_signals.h"
#include "output/output_error.h"

namespace nianbao {
namespace {

namespace fs = std::filesystem;

fs::path made(fs::path folder) {
  std::error_code error;
  fs::create_directories(folder, error);
  if (error) throw cannot_write(folder.string(), error.value());
  return folder;
}

// As long as any number of shards, so that the names sort.
std::string padded(std::size_t number) {
  constexpr std::size_t kWidth = 6;
  const std::string text = std::to_string(number);
  return std::string(kWidth - std::min(kWidth, text.size()), '0') + text;
}

}  // namespace

fs::path work_folder(const fs::path& out) { return made(out / ".nianbao"); }

fs::path parts_folder(const fs::path& out) { return out / "parts"; }

fs::path part_file(const fs::path& out, const Shard& shard) {
  return made(parts_folder(out)) / (padded(shard.number) + "-of-" + padded(shard.of) + ".part");
}

fs::path unfinished(const fs::path& part) { return part.parent_path() / ("." + part.filename().string() + ".tmp"); }

std::size_t write_plan(const Options& options, const fs::path& out, const fs::path& file) {
  PlanWriter plan(file);
  InputFinder finder(out, [&](const InputFile& input) {
    throw_if_interrupted();
    plan.add(input);
  });
  for (const std::string& name : options.inputs) finder.add(name);
  if (!options.files_from.empty())
    read_name_list(options.files_from, options.nul_separated, [&](const std::string& name) { finder.add(name); });
  return plan.finish();
}

PlanReader fixed_plan(const Options& options, const fs::path& file) {
  if (!options.plan.empty()) return PlanReader(options.plan);
  write_plan(options, options.out, file);
  return PlanReader(file);
}

}  // namespace nianbao

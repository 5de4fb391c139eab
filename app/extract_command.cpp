#include <optional>
#include <utility>

#include "app/assembly.h"
#include "app/commands.h"
#include "app/exit_codes.h"
#include "app/extraction.h"
#include "app/last_run.h"
#include "app/log.h"
#include "app/part.h"
#include "app/progress.h"
#include "app/work_folder.h"
#include "app/work_keys.h"

namespace nianbao {
namespace {

namespace fs = std::filesystem;

WorkLimits work_limits(const Options& options) {
  const Limits& limits = options.read.limits;
  return {.workers = options.jobs,
          .memory_bytes = limits.memory_bytes,
          .cpu_seconds = limits.cpu_seconds,
          .idle_seconds = limits.idle_seconds};
}

Json work_json(const ExtractionCounts& counts, const WorkStore::Left& left) {
  return Json::Members{{"read", static_cast<std::int64_t>(counts.read)},
                       {"audited_again", static_cast<std::int64_t>(counts.audited_again)},
                       {"kept", static_cast<std::int64_t>(counts.kept)},
                       {"left", static_cast<std::int64_t>(left.count)},
                       {"left_first", json_strings(left.first)}};
}

void tell_left(const WorkStore::Left& left, const Options& options) {
  if (left.count == 0) return;
  std::string text =
      say(options.language, "上次有而本次没有的输入：", "inputs of the last run that are not in this one: ") +
      std::to_string(left.count) + "\n";
  for (const std::string& path : left.first) text += "  " + path + "\n";
  tell(options, "left", text);
}

int tell_unchanged(const RunEnd& end, const Options& options) {
  tell(options, "unchanged",
       say(options.language, "自上次运行以来没有变化，无需重做。\n",
           "nothing has changed since the last run, so nothing is done again\n"));
  return tell_end(end, options);
}

int extract_whole(const Options& options, const Schema& schema, const FileWork& work) {
  const fs::path folder = work_folder(options.out);
  const WorkKeys keys = work_keys(options.read, schema);
  WorkStore store(folder / "work.db", keys);
  PlanReader plan = fixed_plan(options, folder / "plan");
  LastRun last_run(store, keys, options);
  if (const std::optional<RunEnd> end = last_run.find(plan.file())) return tell_unchanged(*end, options);
  Assembly assembly(options, schema);
  Progress progress(plan.count(), options);
  store.begin_run();
  Extraction extraction(plan, plan.count(), store, work, options.read.limits, progress,
                        [&](InputOutcome outcome) { assembly.take(std::move(outcome)); });
  run_workers(extraction, work_limits(options));
  progress.end();
  const WorkStore::Left left = store.left();
  const RunEnd end = assembly.finish({extract_options_json(options), work_json(extraction.counts(), left)});
  tell_left(left, options);
  store.finish();
  last_run.note(extraction.input_states(), end);
  return tell_end(end, options);
}

int extract_part(const Options& options, const Schema& schema, const FileWork& work) {
  const Shard shard = *options.shard;
  PartWriter part(options, schema, shard);
  PlanReader plan = fixed_plan(options, part.plan_file());
  const std::size_t begin = shard.begin(plan.count());
  const std::size_t count = shard.end(plan.count()) - begin;
  plan.skip(begin);
  Summary summary;
  Progress progress(count, options);
  part.store().begin_run();
  Extraction extraction(plan, count, part.store(), work, options.read.limits, progress,
                        [&](const InputOutcome& outcome) { summary.add(outcome); });
  run_workers(extraction, work_limits(options));
  progress.end();
  part.finish(plan);
  tell(options, "summary", part_summary_text(summary, part.file(), options.language));
  return summary.unread() > 0 ? kExitSomeUnread : kExitDone;
}

}  // namespace

int extract(const Options& options, const Schema& schema, const FileWork::Process& process) {
  const ReportRows rows(schema);
  const FileWork work(schema, options.read, rows, process);
  return options.shard ? extract_part(options, schema, work) : extract_whole(options, schema, work);
}

int extract(const Options& options, const Schema& schema) { return extract(options, schema, process_source); }

}  // namespace nianbao

#include "app/extraction.h"

#include <utility>

#include "output/byte_stream.h"
#include "output/output_error.h"
#include "output/packed.h"

namespace nianbao {
namespace {

Problem problem_of(const Failure& failure, const Limits& limits) {
  switch (failure.kind) {
    case FailureKind::kTime:
      return beyond(limits, &Limits::cpu_seconds, "");
    case FailureKind::kIdle:
      return beyond(limits, &Limits::idle_seconds, "");
    case FailureKind::kMemory:
      return beyond(limits, &Limits::memory_bytes, "");
    default:
      return {"crash", failure.detail};
  }
}

}  // namespace

Extraction::Extraction(PlanReader& plan, std::size_t count, WorkStore& store, const FileWork& work,
                       const Limits& limits, Progress& progress, Take take)
    : plan_(plan),
      left_(count),
      store_(store),
      work_(work),
      limits_(limits),
      progress_(progress),
      take_(std::move(take)) {}

std::optional<TaskList::Task> Extraction::next() {
  if (left_ == 0) return std::nullopt;
  std::optional<InputFile> input = plan_.next();
  if (!input) return std::nullopt;
  --left_;
  const std::string file = input->file.string();
  Open& open = open_.emplace_back();
  open.input = std::move(*input);
  open.stamp = stamp_of(open.input.file);
  if (open.stamp) open.content = store_.content_of(file, *open.stamp).value_or("");
  FileTask task{.file = file, .may_be_kept = store_.has_results(), .kept = {}};
  if (std::optional<WorkStore::Kept> kept = open.content.empty() ? std::nullopt : store_.find(open.content)) {
    open.is_audited_again = !kept->is_audited;
    (kept->is_audited ? open.kept : task.kept) = std::move(kept->outcomes);
  }
  return Task{.request = open.kept.empty() ? task.bytes() : "", .needs_work = open.kept.empty()};
}

std::string Extraction::answer(std::string_view question) {
  std::optional<WorkStore::Kept> kept = store_.find(question);
  KeptAnswer answer{.is_known = kept.has_value(), .kept = {}};
  if (kept && !kept->is_audited) answer.kept = std::move(kept->outcomes);
  return answer.bytes();
}

void Extraction::take(TaskResult result) {
  const Open open = std::move(open_.front());
  open_.pop_front();
  progress_.advance();
  try {
    if (result.failure)
      take_failed(open, *result.failure);
    else if (!open.kept.empty())
      take_kept(open, open.content, open.kept, open.stamp);
    else
      take_read(open, result);
  } catch (const PackedError& error) {
    throw OutputError(store_.file().string() + ": " + error.what() + "; remove this file and run again");
  } catch (const ByteError& error) {
    throw OutputError(store_.file().string() + ": " + error.what() + "; remove this file and run again");
  }
}

// Tried again in the next run, for what was wrong may have been the machine.
void Extraction::take_failed(const Open& open, const Failure& failure) {
  ++counts_.read;
  const std::string packed = pack_outcome(failed("", problem_of(failure, limits_)));
  states_.add_doubtful();
  note(open, "", joined({packed}), std::nullopt);
  give(open, packed);
}

void Extraction::take_read(const Open& open, const TaskResult& result) {
  const FileHead head = FileHead::of(result.replies.at(0));
  if (head.kind == FileHead::Kind::kKept) {
    const std::optional<WorkStore::Kept> kept = store_.find(head.content);
    if (!kept) throw ByteError("what was kept of " + open.input.path + " is gone");
    return take_kept(open, head.content, kept->outcomes, head.stamp);
  }
  const std::vector<std::string> packed(result.replies.begin() + 1, result.replies.end());
  const std::string content = open.is_audited_again ? open.content : head.content;
  const std::string outcomes = joined(packed);
  ++(head.kind == FileHead::Kind::kAudited ? counts_.audited_again : counts_.read);
  if (!content.empty()) store_.keep(content, outcomes);
  note(open, content, content.empty() ? outcomes : "", open.is_audited_again ? open.stamp : head.stamp);
  for (const std::string& one : packed) give(open, one);
}

void Extraction::take_kept(const Open& open, const std::string& content, const std::string& outcomes,
                           const std::optional<FileStamp>& stamp) {
  ++counts_.kept;
  note(open, content, "", stamp);
  for (const std::string_view packed : parted(outcomes)) give(open, packed);
}

void Extraction::note(const Open& open, const std::string& content, const std::string& outcomes,
                      const std::optional<FileStamp>& stamp) {
  const bool is_absent = content.empty() && !open.stamp;
  if (!stamp && !is_absent) states_.add_doubtful();
  states_.add(open.input, stamp);
  store_.note(open.input.file.string(), {open.input.path, content, outcomes}, stamp);
}

void Extraction::give(const Open& open, std::string_view packed) {
  InputOutcome outcome = unpack_outcome(packed);
  place(outcome, open.input.path);
  progress_.note(outcome);
  take_(std::move(outcome));
}

}  // namespace nianbao

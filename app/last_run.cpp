#include "app/last_run.h"

#include <algorithm>
#include <vector>

#include "app/exit_codes.h"
#include "app/finding_context.h"
#include "app/inputs.h"
#include "app/log.h"
#include "output/byte_stream.h"

namespace nianbao {
namespace {

namespace fs = std::filesystem;

const std::string kState = "state";
const std::string kEnd = "end";

void put(ByteWriter& out, const FileStamp& stamp) {
  for (const std::int64_t value : {stamp.size, stamp.modified, stamp.changed, stamp.inode}) out.signed_number(value);
}

// Of the files that a run leaves; others that somebody puts there change nothing, but are not told from them.
void put_files(ByteWriter& out, const fs::path& folder) {
  std::vector<fs::path> files;
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(folder, error))
    if (!entry.path().filename().string().starts_with('.')) files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  for (const fs::path& file : files) {
    out.text(file.filename().string());
    if (const std::optional<FileStamp> stamp = stamp_of(file)) put(out, *stamp);
  }
}

std::string bytes_of(const RunEnd& end) {
  ByteWriter out;
  out.text(end.summary_zh);
  out.text(end.summary_en);
  out.number(static_cast<std::uint64_t>(end.exit_code));
  for (const std::size_t count : end.counts.open) out.number(count);
  return out.take();
}

RunEnd end_of(std::string_view bytes) {
  ByteReader in(bytes);
  RunEnd end;
  end.summary_zh = in.text();
  end.summary_en = in.text();
  end.exit_code = static_cast<int>(in.number());
  for (std::size_t& count : end.counts.open) count = in.number();
  return end;
}

}  // namespace

void InputStates::add(const InputFile& input, const std::optional<FileStamp>& stamp) {
  ByteWriter out;
  out.text(input.path);
  out.number(stamp ? 1 : 0);
  if (stamp) put(out, *stamp);
  digest_.add(out.take());
}

std::string InputStates::digest() { return is_doubtful_ ? "" : digest_.hex(); }

int tell_end(const RunEnd& end, const Options& options) {
  tell(options, "summary", options.language == Language::kChinese ? end.summary_zh : end.summary_en);
  return end.exit_code == kExitDone && fails(options, end.counts) ? kExitFindings : end.exit_code;
}

LastRun::LastRun(WorkStore& store, const WorkKeys& keys, const Options& options)
    : store_(store), keys_(keys), options_(options) {}

std::string LastRun::state(const std::string& input_states) const {
  ByteWriter out;
  for (const std::string& text : {keys_.reading, keys_.auditing, input_states}) out.text(text);
  out.number(options_.excel ? 1 : 0);
  out.text(decisions_state(options_));
  put_files(out, options_.out);
  put_files(out, fs::path(options_.out) / "excel");
  return sha256_hex(out.take());
}

std::optional<RunEnd> LastRun::find(const fs::path& plan) const {
  // The earlier run that findings are held against may change without this one.
  if (!options_.baseline.empty() || store_.text(kState).empty()) return std::nullopt;
  InputStates states;
  PlanReader inputs(plan);
  while (const std::optional<InputFile> input = inputs.next()) states.add(*input, stamp_of(input->file));
  if (state(states.digest()) != store_.text(kState)) return std::nullopt;
  return end_of(store_.text(kEnd));
}

void LastRun::note(const std::string& input_states, const RunEnd& end) {
  // The state last: with it, the note is complete.
  store_.set_text(kEnd, bytes_of(end));
  store_.set_text(kState, input_states.empty() ? "" : state(input_states));
}

}  // namespace nianbao

#include "app/file_work.h"

#include "app/outcome_bytes.h"
#include "audit/rules.h"
#include "output/byte_stream.h"
#include "output/packed.h"
#include "schema/digest.h"

namespace nianbao {
namespace {

// The bytes, and whether the name makes them a lock file of Word, which is the only thing that a name decides.
std::string content_of(const Source& source) {
  const std::size_t slash = source.name.find_last_of('/');
  const bool may_be_lock = source.name.compare(slash == std::string::npos ? 0 : slash + 1, 2, "~$") == 0;
  return source.sha256 + (may_be_lock ? " ~$" : "");
}

// A file, and its stamp if that is sure to be of these bytes.
struct StampedFile {
  Result<std::string> bytes;
  std::optional<FileStamp> stamp;
};

StampedFile read_stamped(const std::string& file, const Limits& limits) {
  const std::int64_t now = time_now();
  const std::optional<FileStamp> before = stamp_of(file);
  StampedFile read{read_file(file, limits), std::nullopt};
  if (before == stamp_of(file)) {
    if (before && is_settled(*before, now)) read.stamp = before;
  } else if (read.bytes) {
    read.bytes = Problem{"cannot_open", "the file changed while it was read"};
  }
  return read;
}

}  // namespace

std::string FileTask::bytes() const {
  ByteWriter out;
  out.text(file);
  out.number(may_be_kept ? 1 : 0);
  out.text(kept);
  return out.take();
}

FileTask FileTask::of(std::string_view bytes) {
  ByteReader in(bytes);
  FileTask task;
  task.file = in.text();
  task.may_be_kept = in.number() != 0;
  task.kept = in.text();
  in.expect_end();
  return task;
}

std::string FileHead::bytes() const {
  ByteWriter out;
  out.number(static_cast<std::uint64_t>(kind));
  out.text(content);
  out.number(stamp ? 1 : 0);
  if (stamp)
    for (const std::int64_t value : {stamp->size, stamp->modified, stamp->changed, stamp->inode})
      out.signed_number(value);
  return out.take();
}

FileHead FileHead::of(std::string_view bytes) {
  ByteReader in(bytes);
  FileHead head;
  head.kind = static_cast<Kind>(in.number());
  head.content = in.text();
  if (in.number() != 0) {
    head.stamp.emplace();
    for (std::int64_t* value : {&head.stamp->size, &head.stamp->modified, &head.stamp->changed, &head.stamp->inode})
      *value = in.signed_number();
  }
  in.expect_end();
  return head;
}

std::string KeptAnswer::bytes() const {
  ByteWriter out;
  out.number(is_known ? 1 : 0);
  out.text(kept);
  return out.take();
}

KeptAnswer KeptAnswer::of(std::string_view bytes) {
  ByteReader in(bytes);
  KeptAnswer answer;
  answer.is_known = in.number() != 0;
  answer.kept = in.text();
  in.expect_end();
  return answer;
}

std::string joined(const std::vector<std::string>& packed) {
  ByteWriter out;
  for (const std::string& one : packed) out.text(one);
  return out.take();
}

std::vector<std::string_view> parted(std::string_view joined) {
  std::vector<std::string_view> packed;
  for (ByteReader in(joined); !in.is_at_end();) packed.push_back(in.text());
  return packed;
}

std::string pack_outcome(InputOutcome outcome) { return pack(bytes_of(std::move(outcome))); }

InputOutcome unpack_outcome(std::string_view packed) { return outcome_of(unpack(packed)); }

FileWork::FileWork(const Schema& schema, const ReadOptions& options, const ReportRows& rows, Process process)
    : schema_(schema), options_(options), rows_(rows), builder_(schema), process_(std::move(process)) {}

void FileWork::work(std::string_view request, Channel& channel) const {
  const FileTask task = FileTask::of(request);
  if (task.kept.empty()) return read(task, channel);
  channel.reply(FileHead{.kind = FileHead::Kind::kAudited, .content = {}, .stamp = {}}.bytes());
  audit_kept(task.kept, channel);
}

void FileWork::read(const FileTask& task, Channel& channel) const {
  const StampedFile file = read_stamped(task.file, options_.limits);
  if (!file.bytes) {
    channel.reply(FileHead{}.bytes());
    return channel.reply(pack_outcome(failed("", file.bytes.problem())));
  }
  Source source(*file.bytes, task.file);
  source.sha256 = sha256_hex(source.bytes);
  FileHead head{.kind = FileHead::Kind::kRead, .content = content_of(source), .stamp = file.stamp};
  if (task.may_be_kept) {
    const KeptAnswer answer = KeptAnswer::of(channel.ask(head.content));
    if (answer.is_known) {
      head.kind = answer.kept.empty() ? FileHead::Kind::kKept : FileHead::Kind::kAudited;
      channel.reply(head.bytes());
      return audit_kept(answer.kept, channel);
    }
  }
  channel.reply(head.bytes());
  process_(source, schema_, options_, rows_,
           [&](InputOutcome outcome) { channel.reply(pack_outcome(std::move(outcome))); });
}

void FileWork::audit_kept(std::string_view kept, Channel& channel) const {
  for (const std::string_view packed : parted(kept)) {
    InputOutcome outcome = unpack_outcome(packed);
    audit_again(outcome);
    channel.reply(pack_outcome(std::move(outcome)));
  }
}

void FileWork::audit_again(InputOutcome& outcome) const {
  for (ReportLines& lines : outcome.reports) {
    Report report = builder_.build(stored_report(lines.lines, outcome.encoding));
    report.findings = audit(report, schema_);
    ReportAudit audited = audit_of(report, rows_.lines_of_audit(report), schema_);
    for (auto& [table, text] : audited.lines) lines.lines[table] = std::move(text);
    lines.finding_ids = std::move(audited.finding_ids);
    lines.facts = std::move(audited.facts);
  }
}

}  // namespace nianbao

// What a worker does with one file, and how it tells its parent.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "app/channel.h"
#include "app/file_stamp.h"
#include "app/input_outcome.h"
#include "output/dataset_reader.h"

namespace nianbao {

// What is asked of a worker.
struct FileTask {
  std::string file;
  bool may_be_kept = false;  // its content may be known: ask the parent for it
  std::string kept;          // if not empty, what was read of it before, to be audited again

  std::string bytes() const;
  static FileTask of(std::string_view bytes);
};

// The first reply. After kRead and kAudited, one packed outcome a reply follows; after kKept, none: what is kept holds.
struct FileHead {
  enum class Kind { kRead, kAudited, kKept };
  Kind kind = Kind::kRead;
  std::string content;             // names the bytes; empty where they could not be read
  std::optional<FileStamp> stamp;  // of these bytes; nothing where a later change might not show in it

  std::string bytes() const;
  static FileHead of(std::string_view bytes);
};

// The parent's answer to the name of a content: nothing is kept of it, or `kept` is to be audited again or, where it is
// empty, holds.
struct KeptAnswer {
  bool is_known = false;
  std::string kept;

  std::string bytes() const;
  static KeptAnswer of(std::string_view bytes);
};

// Outcomes of one input, packed one by one, as one text, and back.
std::string joined(const std::vector<std::string>& packed);
std::vector<std::string_view> parted(std::string_view joined);

std::string pack_outcome(InputOutcome outcome);
// Throws PackedError and ByteError.
InputOutcome unpack_outcome(std::string_view packed);

class FileWork {
 public:
  // As process_source().
  using Process =
      std::function<void(const Source&, const Schema&, const ReadOptions&, const ReportRows&, const TakeOutcome&)>;

  // All must outlive this.
  FileWork(const Schema& schema, const ReadOptions& options, const ReportRows& rows, Process process);

  // Does the task, whose bytes are `request`.
  void work(std::string_view request, Channel& channel) const;

 private:
  void read(const FileTask& task, Channel& channel) const;
  void audit_kept(std::string_view kept, Channel& channel) const;
  void audit_again(InputOutcome& outcome) const;

  const Schema& schema_;
  const ReadOptions& options_;
  const ReportRows& rows_;
  ReportBuilder builder_;
  Process process_;
};

}  // namespace nianbao

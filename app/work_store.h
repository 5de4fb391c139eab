// What has been read is kept, so that no run does it twice: results by the content of the input, and which input had
// which content when it was looked at last. One file, whole whenever the program is stopped.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/file_stamp.h"
#include "output/database.h"

namespace nianbao {

// Digests of all that can change a result but the input.
struct WorkKeys {
  std::string reading;   // program, forms, words, options of reading
  std::string auditing;  // rules, and what they need
};

// One input of a run, in the order of its list.
struct NotedInput {
  std::string path;
  std::string content;   // names what was kept of it; empty where it could not be read
  std::string outcomes;  // packed; to note() only where `content` is empty
};

class WorkStore {
 public:
  // Makes the file, or goes on with it; one that another version has made is begun anew. Throws OutputError.
  WorkStore(const std::filesystem::path& file, WorkKeys keys);
  // One that is complete, to be read only. Throws OutputError, and std::runtime_error where it is none of this version.
  static WorkStore open(const std::filesystem::path& file);

  // A run begins: until finish(), inputs are noted for it.
  void begin_run();

  // The content of a file that has not changed since it was noted.
  std::optional<std::string> content_of(std::string_view file, const FileStamp& stamp);

  struct Kept {
    std::string outcomes;
    bool is_audited = false;  // by the rules of this run
  };
  // What was read of this content, by the program, forms and options of this run.
  std::optional<Kept> find(std::string_view content);
  void keep(std::string_view content, std::string_view outcomes);
  // True if anything is kept from an earlier run.
  bool has_results() const { return has_results_; }

  // `stamp`: nothing where the file must be looked at again.
  void note(std::string_view file, const NotedInput& input, const std::optional<FileStamp>& stamp);

  // Inputs of the last run that were not noted in this one: how many, and the paths of the first.
  struct Left {
    std::size_t count = 0;
    std::vector<std::string> first;
  };
  Left left();

  // Ends the run: those inputs leave, and so do results that none has.
  void finish();

  // Notes of anything else.
  std::string text(const std::string& name) const;
  void set_text(const std::string& name, std::string_view value);

  // The inputs noted in the last run, in its order, with their outcomes.
  class Inputs {
   public:
    explicit Inputs(const Database& database);
    bool next(NotedInput& input);

   private:
    Statement statement_;
  };
  Inputs inputs() const { return Inputs(database_); }

  const std::filesystem::path& file() const { return database_.file(); }

 private:
  WorkStore(const std::filesystem::path& file, Database::Mode mode, WorkKeys keys);
  void commit_now_and_then();

  Database database_;
  WorkKeys keys_;
  std::int64_t run_ = 0;
  std::int64_t ordinal_ = 0;
  bool has_results_ = false;
  std::int64_t committed_ = 0;  // time of the last commit
  Statement content_of_;
  Statement find_;
  Statement keep_;
  Statement note_;
};

}  // namespace nianbao

// The work of one shard, in one file below OUT/parts: complete, or not there.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "app/options.h"
#include "app/plan.h"
#include "app/shard.h"
#include "app/work_store.h"
#include "schema/schema.h"

namespace nianbao {

// What parts must have in common to be of one run.
struct PartLabel {
  Shard shard;
  std::string program;   // digests
  std::string reading;   // of options and forms
  std::string auditing;  // of rules
  std::string plan;
  std::string options;  // of extract, as run.json has them
};

class PartWriter {
 public:
  // Goes on with the part where it was stopped, or looks at its inputs again where it is complete. Throws OutputError.
  PartWriter(const Options& options, const Schema& schema, const Shard& shard);

  const std::filesystem::path& file() const { return file_; }
  // Where the list of inputs may be written.
  std::filesystem::path plan_file() const;
  WorkStore& store() { return *store_; }

  // The part is complete. Throws OutputError.
  void finish(const PlanReader& plan);

 private:
  std::filesystem::path file_;
  PartLabel label_;
  std::optional<WorkStore> store_;
};

// All parts of one run, in order.
class PartSet {
 public:
  // Of the folders `outs` together. Throws std::runtime_error with the names of parts that are missing, there twice, or
  // not of the same run as the others; and where the program, rules or forms of this run are others.
  PartSet(const std::vector<std::string>& outs, const Schema& schema);

  std::size_t size() const { return files_.size(); }
  WorkStore open(std::size_t index) const { return WorkStore::open(files_.at(index)); }
  const PartLabel& label() const { return label_; }

 private:
  std::vector<std::filesystem::path> files_;  // by shard
  PartLabel label_;
};

}  // namespace nianbao

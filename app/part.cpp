#include "app/part.h"

#include <algorithm>
#include <map>
#include <optional>
#include <stdexcept>

#include "app/run_json.h"
#include "app/work_folder.h"
#include "app/work_keys.h"
#include "output/output_error.h"

namespace nianbao {
namespace {

namespace fs = std::filesystem;

using Text = std::string PartLabel::*;

// What is kept of a label, and how two parts that differ in it are told apart.
struct LabelText {
  const char* name;
  Text text;
  const char* differs;
};

constexpr LabelText kTexts[] = {
    {"program", &PartLabel::program, "another version of nianbao made it"},
    {"plan", &PartLabel::plan, "it is of another list of inputs; fix the list with nianbao plan"},
    {"reading", &PartLabel::reading, "other forms or options of reading (--forms, --encoding, --limit …) made it"},
    {"auditing", &PartLabel::auditing, "other rules (--rules) or forms made it"},
    {"options", &PartLabel::options, nullptr},
};

void move(const fs::path& from, const fs::path& to) {
  std::error_code error;
  fs::rename(from, to, error);
  if (error) throw cannot_write(to.string(), error.value());
}

void save(WorkStore& store, const PartLabel& label) {
  for (const LabelText& text : kTexts) store.set_text(text.name, label.*text.text);
  store.set_text("shard", label.shard.text());
}

PartLabel label_of(const WorkStore& store) {
  PartLabel label;
  for (const LabelText& text : kTexts) label.*text.text = store.text(text.name);
  const std::string shard = store.text("shard");  // noted last
  if (shard.empty())
    throw std::runtime_error(store.file().string() + ": is not complete; run extract with its --shard again");
  label.shard = Shard::parse(shard);
  return label;
}

struct Part {
  fs::path file;
  PartLabel label;
};

std::vector<Part> parts_in(const std::string& out) {
  std::vector<Part> parts;
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(parts_folder(out), error))
    if (entry.path().extension() == ".part") parts.push_back({entry.path(), label_of(WorkStore::open(entry.path()))});
  return parts;
}

std::string joined(const std::vector<std::string>& items) {
  std::string text;
  for (const std::string& item : items) text += (text.empty() ? "" : ", ") + item;
  return text;
}

// Throws with what tells them from the first.
void expect_one_run(const std::vector<Part>& parts) {
  std::vector<std::string> wrong;
  const PartLabel& first = parts.front().label;
  for (const Part& part : parts) {
    for (const LabelText& text : kTexts)
      if (text.differs != nullptr && part.label.*text.text != first.*text.text) {
        wrong.push_back(part.file.string() + ": " + text.differs);
        break;
      }
    if (part.label.shard.of != first.shard.of)
      wrong.push_back(part.file.string() + ": it is one of " + std::to_string(part.label.shard.of) + " parts, not of " +
                      std::to_string(first.shard.of));
  }
  if (!wrong.empty())
    throw std::runtime_error("the parts are not of one run; held against " + parts.front().file.string() + ":\n  " +
                             joined(wrong));
}

void expect_all(const std::map<std::size_t, fs::path>& by_number, std::size_t of) {
  std::vector<std::string> missing;
  for (std::size_t number = 1; number <= of; ++number)
    if (!by_number.contains(number)) missing.push_back(Shard{number, of}.text());
  if (!missing.empty())
    throw std::runtime_error("parts are missing: " + joined(missing) + "; run extract with these --shard first");
}

void expect_this_run(const PartLabel& label, const Schema& schema) {
  if (label.program != program_digest())
    throw std::runtime_error("another version of nianbao made the parts; merge them with that one");
  if (label.auditing != work_keys({}, schema).auditing)
    throw std::runtime_error(
        "the parts were made with other forms or rules; merge them with the same --forms, --rules");
}

}  // namespace

PartWriter::PartWriter(const Options& options, const Schema& schema, const Shard& shard)
    : file_(part_file(options.out, shard)) {
  const WorkKeys keys = work_keys(options.read, schema);
  label_ = {.shard = shard,
            .program = program_digest(),
            .reading = keys.reading,
            .auditing = keys.auditing,
            .plan = "",
            .options = to_text(extract_options_json(options))};
  if (fs::exists(file_)) move(file_, unfinished(file_));
  store_.emplace(unfinished(file_), keys);
}

fs::path PartWriter::plan_file() const { return unfinished(file_).replace_extension(".plan"); }

void PartWriter::finish(const PlanReader& plan) {
  label_.plan = plan.digest();
  save(*store_, label_);
  store_->finish();
  store_.reset();
  move(unfinished(file_), file_);
  std::error_code ignored;
  for (const fs::path& left : {plan_file(), fs::path(unfinished(file_).string() + "-journal")})
    fs::remove(left, ignored);
}

PartSet::PartSet(const std::vector<std::string>& outs, const Schema& schema) {
  std::vector<Part> parts;
  for (const std::string& out : outs)
    for (Part& part : parts_in(out)) parts.push_back(std::move(part));
  if (parts.empty())
    throw std::runtime_error(parts_folder(outs.front()).string() + ": no parts; extract --shard makes them");
  std::sort(parts.begin(), parts.end(), [](const Part& a, const Part& b) { return a.file < b.file; });
  expect_one_run(parts);
  std::map<std::size_t, fs::path> by_number;
  for (const Part& part : parts)
    if (const auto [at, is_new] = by_number.try_emplace(part.label.shard.number, part.file); !is_new)
      throw std::runtime_error("part " + part.label.shard.text() + " is there twice: " + at->second.string() + ", " +
                               part.file.string());
  label_ = parts.front().label;
  expect_all(by_number, label_.shard.of);
  expect_this_run(label_, schema);
  for (const auto& [number, file] : by_number) files_.push_back(file);
}

}  // namespace nianbao

#include "app/plan.h"

#include <cerrno>
#include <charconv>
#include <cstring>
#include <stdexcept>
#include <utility>

#include "output/output_error.h"
#include "schema/digest.h"

namespace nianbao {
namespace {

const std::string kFirst = "nianbao plan 1";
const std::string kLast = "end";
const std::string kEnd = "\n";
constexpr char kSeparator = '\0';

[[noreturn]] void fail(const std::filesystem::path& file, const std::string& reason) {
  throw std::runtime_error(file.string() + ": " + reason);
}

std::string cause() { return std::generic_category().message(errno); }

}  // namespace

PlanWriter::PlanWriter(std::filesystem::path file) : file_(std::move(file)), stream_(file_, std::ios::binary) {
  if (!stream_) throw cannot_write(file_.string(), errno);
  write(kFirst + kSeparator);
}

void PlanWriter::write(const std::string& text) {
  digest_.add(text);
  stream_ << text;
  if (!stream_) throw cannot_write(file_.string(), errno);
}

void PlanWriter::add(const InputFile& input) {
  const std::string file = input.file.string();
  write(input.path + kSeparator + (file == input.path ? "" : file) + kSeparator);
  ++count_;
}

std::size_t PlanWriter::finish() {
  write(kLast + kSeparator + std::to_string(count_) + kSeparator);
  stream_ << digest_.hex() << kSeparator << kEnd;
  stream_.close();
  if (!stream_) throw cannot_write(file_.string(), errno);
  return count_;
}

PlanReader::PlanReader(std::filesystem::path file) : file_(std::move(file)) {
  open();
  Sha256 digest;
  digest.add(kFirst + kSeparator);
  for (;;) {
    const std::string path = word();
    const std::string second = word();
    for (const std::string& text : {path, second}) {
      digest.add(text);
      digest.add({&kSeparator, 1});
    }
    // A path is never "end" with a number of that many inputs behind it, but for the last one.
    if (path == kLast && second == std::to_string(count_)) {
      digest_ = digest.hex();
      if (word() != digest_ || bytes(kEnd.size() + 1) != kEnd)
        fail(file_, "is not as it was written; make the plan again");
      break;
    }
    ++count_;
  }
  open();
}

void PlanReader::open() {
  stream_.close();
  stream_.clear();
  stream_.open(file_, std::ios::binary);
  if (!stream_) fail(file_, cause());
  if (bytes(kFirst.size() + 1) != kFirst + kSeparator) fail(file_, "is no plan; nianbao plan makes one");
}

std::string PlanReader::bytes(std::size_t most) {
  std::string text(most, '\0');
  stream_.read(text.data(), static_cast<std::streamsize>(most));
  text.resize(static_cast<std::size_t>(stream_.gcount()));
  return text;
}

std::string PlanReader::word() {
  std::string text;
  std::getline(stream_, text, kSeparator);
  if (!stream_ || stream_.eof()) fail(file_, "the plan has no end; make it again, or copy all of it");
  return text;
}

std::optional<InputFile> PlanReader::next() {
  if (at_ == count_) return std::nullopt;
  ++at_;
  InputFile input;
  input.path = word();
  const std::string file = word();
  input.file = file.empty() ? input.path : file;
  return input;
}

void PlanReader::skip(std::size_t count) {
  for (; count > 0 && next(); --count) {
  }
}

}  // namespace nianbao

#include "app/work_keys.h"

#include <array>
#include <fstream>

#include "app/file_stamp.h"
#include "schema/digest.h"

namespace nianbao {
namespace {

Json limits_json(const Limits& limits) {
  Json::Members members;
  for (const LimitKind& kind : limit_kinds())
    members.emplace_back(kind.name, static_cast<std::int64_t>(limits.*kind.value));
  return members;
}

// Piece by piece: the program is larger than all else that a small run needs room for. Empty where it cannot be read.
std::string digest_of_file(const char* file) {
  std::ifstream in(file, std::ios::binary);
  Sha256 digest;
  std::array<char, 64U << 10U> piece{};
  while (in.read(piece.data(), piece.size()) || in.gcount() > 0)
    digest.add({piece.data(), static_cast<std::size_t>(in.gcount())});
  return in.eof() ? digest.hex() : "";
}

}  // namespace

const std::string& program_digest() {
  static const std::string digest = digest_of_file("/proc/self/exe");
  return digest;
}

Json::Members reading_options(const ReadOptions& options) {
  return {
      {"encoding", options.encoding}, {"text_dialect", options.text_dialect}, {"limits", limits_json(options.limits)}};
}

WorkKeys work_keys(const ReadOptions& options, const Schema& schema) {
  static const std::string program = program_digest().empty() ? std::to_string(time_now()) : program_digest();
  return {.reading = sha256_hex(program + schema.reading_digest + to_text(reading_options(options))),
          .auditing = sha256_hex(program + schema.digest)};
}

}  // namespace nianbao

#include "app/work_keys.h"

#include "app/inputs.h"
#include "schema/digest.h"

namespace nianbao {
namespace {

Json limits_json(const Limits& limits) {
  Json::Members members;
  for (const LimitKind& kind : limit_kinds())
    members.emplace_back(kind.name, static_cast<std::int64_t>(limits.*kind.value));
  return members;
}

}  // namespace

const std::string& program_digest() {
  static const std::string digest = [] {
    const Result<std::string> bytes = read_file("/proc/self/exe");
    return bytes ? sha256_hex(*bytes) : "";
  }();
  return digest;
}

Json::Members reading_options(const ReadOptions& options) {
  return {
      {"encoding", options.encoding}, {"text_dialect", options.text_dialect}, {"limits", limits_json(options.limits)}};
}

WorkKeys work_keys(const ReadOptions& options, const Schema& schema) {
  return {.reading = sha256_hex(program_digest() + schema.reading_digest + to_text(reading_options(options))),
          .auditing = sha256_hex(program_digest() + schema.digest)};
}

}  // namespace nianbao

#include "app/assembly.h"
#include "app/commands.h"
#include "app/file_work.h"
#include "app/part.h"
#include "app/progress.h"
#include "app/stop_signals.h"

namespace nianbao {
namespace {

void take_part(const WorkStore& part, Assembly& assembly) {
  WorkStore::Inputs inputs = part.inputs();
  for (NotedInput input; inputs.next(input);)
    for (const std::string_view packed : parted(input.outcomes)) {
      InputOutcome outcome = unpack_outcome(packed);
      throw_if_interrupted();
      place(outcome, input.path);
      assembly.take(std::move(outcome));
    }
}

}  // namespace

int merge(const Options& options, const Schema& schema) {
  const PartSet parts(options.inputs, schema);
  Assembly assembly(options, schema);
  Progress progress(parts.size(), options);
  for (std::size_t i = 0; i < parts.size(); ++i) {
    take_part(parts.open(i), assembly);
    progress.advance();
  }
  progress.end();
  return tell_end(assembly.finish({parse_json(parts.label().options),
                                   Json::Members{{"parts", static_cast<std::int64_t>(parts.size())}}}),
                  options);
}

}  // namespace nianbao

#include "app/log.h"

#include <iostream>
#include <utility>

namespace nianbao {

void log_event(const std::string& name, Json::Members members) {
  members.insert(members.begin(), {"event", name});
  std::cerr << to_line(members) << std::flush;
}

void tell(const Options& options, const std::string& event, const std::string& text) {
  if (options.log_json)
    log_event(event, {{"text", text}});
  else
    std::cerr << text << std::flush;
}

}  // namespace nianbao

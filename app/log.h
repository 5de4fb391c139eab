// What a run says on stderr: text for people, or with --log-json one JSON object a line for programs.
#pragma once

#include <string>

#include "app/options.h"
#include "output/json.h"

namespace nianbao {

// {"event": NAME, …}: progress (done, total, unread, per_second, seconds_left), unread (path, status, code), unchanged,
// left and summary (text), error (text, exit_code).
void log_event(const std::string& name, Json::Members members);

// For people only the text.
void tell(const Options& options, const std::string& event, const std::string& text);

}  // namespace nianbao

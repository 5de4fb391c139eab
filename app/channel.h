// A worker's end of its line to the parent.
#pragma once

#include <deque>
#include <optional>
#include <string>
#include <string_view>

namespace nianbao {

// Where the parent is gone, the process ends.
class Channel {
 public:
  explicit Channel(int socket) : socket_(socket) {}

  // Waits for what is to be done.
  std::string next_task();
  // One reply to the task at hand; as many as it likes. Each is a sign of life.
  void reply(std::string_view bytes) const;
  // Asks the parent and waits for its answer.
  std::string ask(std::string_view question);
  // How the task at hand ended.
  void done() const;
  void out_of_memory() const;
  void error(std::string_view what) const;

 private:
  int socket_;
  std::deque<std::string> tasks_;  // that came while an answer was waited for
};

}  // namespace nianbao

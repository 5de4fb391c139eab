// The progress line on stderr, only where that is a terminal.
#pragma once

#include <chrono>
#include <cstddef>

#include "output/language.h"

namespace nianbao {

class Progress {
 public:
  Progress(std::size_t total, Language language);
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;
  ~Progress() { end(); }

  // Tells how many inputs are done and how many of them could not be read; draws a few times a second.
  void update(std::size_t done, std::size_t unread);
  // Removes the line.
  void end();

 private:
  using Clock = std::chrono::steady_clock;
  std::size_t total_;
  Language language_;
  bool shown_;
  Clock::time_point started_ = Clock::now();
  Clock::time_point drawn_;
};

}  // namespace nianbao

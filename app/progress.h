// How far a run is, on stderr while it goes: one line on a terminal, or JSON for programs, or nothing.
#pragma once

#include <chrono>
#include <cstddef>
#include <string>

#include "app/input_outcome.h"
#include "app/options.h"

namespace nianbao {

class Progress {
 public:
  // Of `total` inputs or reports.
  Progress(std::size_t total, const Options& options);
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;
  ~Progress() { end(); }

  // Tells of what could not be read.
  void note(const InputOutcome& outcome);
  // One more is done. Draws a few times a second, or writes an event a second.
  void advance();
  // Removes the line.
  void end();

 private:
  using Clock = std::chrono::steady_clock;
  enum class Style { kNone, kLine, kJson };
  void draw(double rate, double seconds_left) const;
  void write(double rate, double seconds_left) const;

  std::size_t total_;
  Language language_;
  Style style_;
  std::size_t done_ = 0;
  std::size_t unread_ = 0;
  Clock::time_point started_ = Clock::now();
  Clock::time_point shown_;
};

}  // namespace nianbao

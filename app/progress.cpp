#include "app/progress.h"

#include <unistd.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>

#include "app/log.h"
#include "app/summary.h"

namespace nianbao {
namespace {

using std::chrono::milliseconds;

constexpr milliseconds kBetweenDrawings{200};
constexpr milliseconds kBetweenEvents{1000};

}  // namespace

Progress::Progress(std::size_t total, const Options& options)
    : total_(total),
      language_(options.language),
      style_(options.log_json             ? Style::kJson
             : isatty(STDERR_FILENO) == 1 ? Style::kLine
                                          : Style::kNone) {}

void Progress::end() {
  if (style_ == Style::kLine) std::fputs("\r\033[K", stderr);
}

void Progress::note(const InputOutcome& outcome) {
  if (!is_unread(status_of(outcome))) return;
  ++unread_;
  if (style_ == Style::kJson)
    log_event("unread", {{"path", outcome.path}, {"status", status_of(outcome)}, {"code", outcome.problem->code}});
}

void Progress::advance() {
  ++done_;
  const Clock::time_point now = Clock::now();
  if (style_ == Style::kNone || now - shown_ < (style_ == Style::kLine ? kBetweenDrawings : kBetweenEvents)) return;
  shown_ = now;
  const double seconds = std::chrono::duration<double>(now - started_).count();
  const double rate = seconds > 0 ? static_cast<double>(done_) / seconds : 0;
  const double left = rate > 0 ? static_cast<double>(total_ - std::min(done_, total_)) / rate : 0;
  style_ == Style::kLine ? draw(rate, left) : write(rate, left);
}

void Progress::draw(double rate, double seconds_left) const {
  const char* format = say(language_, "\r\033[K%zu/%zu  每秒 %.0f  剩余 %s  未读出 %zu",
                           "\r\033[K%zu/%zu  %.0f a second  %s left  %zu unread");
  const auto seconds = static_cast<long>(std::lround(seconds_left));
  std::array<char, 32> clock{};
  std::snprintf(clock.data(), clock.size(), "%ld:%02ld:%02ld", seconds / 3600, seconds / 60 % 60, seconds % 60);
  std::fprintf(stderr, format, done_, total_, rate, clock.data(), unread_);
  std::fflush(stderr);
}

void Progress::write(double rate, double seconds_left) const {
  log_event("progress", {{"done", static_cast<std::int64_t>(done_)},
                         {"total", static_cast<std::int64_t>(total_)},
                         {"unread", static_cast<std::int64_t>(unread_)},
                         {"per_second", std::round(rate)},
                         {"seconds_left", std::round(seconds_left)}});
}

}  // namespace nianbao

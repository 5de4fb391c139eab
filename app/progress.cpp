#include "app/progress.h"

#include <unistd.h>

#include <cstdio>

namespace nianbao {
namespace {

constexpr auto kBetweenDrawings = std::chrono::milliseconds(200);

}  // namespace

Progress::Progress(std::size_t total, Language language)
    : total_(total), language_(language), shown_(isatty(STDERR_FILENO) == 1) {}

void Progress::end() {
  if (shown_) std::fputs("\r\033[K", stderr);
}

void Progress::update(std::size_t done, std::size_t unread) {
  const Clock::time_point now = Clock::now();
  if (!shown_ || now - drawn_ < kBetweenDrawings) return;
  drawn_ = now;
  const double seconds = std::chrono::duration<double>(now - started_).count();
  const double rate = seconds > 0 ? static_cast<double>(done) / seconds : 0;
  const double left = rate > 0 ? static_cast<double>(total_ - done) / rate : 0;
  const char* format = say(language_, "\r\033[K%zu/%zu  每秒 %.0f  剩余 %.0f 秒  未读出 %zu",
                           "\r\033[K%zu/%zu  %.0f a second  %.0f s left  %zu unread");
  std::fprintf(stderr, format, done, total_, rate, left, unread);
  std::fflush(stderr);
}

}  // namespace nianbao

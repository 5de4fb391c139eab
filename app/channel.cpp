#include "app/channel.h"

#include <unistd.h>

#include <utility>

#include "app/frames.h"

namespace nianbao {
namespace {

void send_or_end(int socket, FrameKind kind, std::string_view bytes) {
  if (!send_frame(socket, kind, bytes)) _exit(0);
}

Frame receive_or_end(int socket) {
  std::optional<Frame> frame = receive_frame(socket);
  if (!frame) _exit(0);
  return std::move(*frame);
}

}  // namespace

std::string Channel::next_task() {
  if (tasks_.empty()) return receive_or_end(socket_).bytes;
  std::string task = std::move(tasks_.front());
  tasks_.pop_front();
  return task;
}

void Channel::reply(std::string_view bytes) const { send_or_end(socket_, FrameKind::kReply, bytes); }

std::string Channel::ask(std::string_view question) {
  send_or_end(socket_, FrameKind::kQuestion, question);
  for (;;) {
    Frame frame = receive_or_end(socket_);
    if (frame.kind == FrameKind::kAnswer) return std::move(frame.bytes);
    tasks_.push_back(std::move(frame.bytes));
  }
}

void Channel::done() const { send_or_end(socket_, FrameKind::kDone, ""); }

void Channel::out_of_memory() const { send_or_end(socket_, FrameKind::kOutOfMemory, ""); }

void Channel::error(std::string_view what) const { send_or_end(socket_, FrameKind::kError, what); }

}  // namespace nianbao

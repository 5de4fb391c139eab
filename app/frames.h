// Messages over a socket between parent and worker: kind, length, bytes. A worker waits for its messages; the parent
// never does, for it has several workers.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace nianbao {

enum class FrameKind : std::uint8_t { kTask, kReply, kQuestion, kAnswer, kDone, kOutOfMemory, kError };

struct Frame {
  FrameKind kind = FrameKind::kTask;
  std::string bytes;
};

// Writes a message whole, waiting as long as needed. False where the other end is gone.
bool send_frame(int socket, FrameKind kind, std::string_view bytes);

// Waits for a message. Nothing where the other end is gone.
std::optional<Frame> receive_frame(int socket);

// Messages that wait to be sent.
class FrameQueue {
 public:
  bool empty() const { return at_ == bytes_.size(); }
  void push(FrameKind kind, std::string_view bytes);
  // Sends what the socket takes now. False where the other end is gone.
  bool flush(int socket);

 private:
  std::string bytes_;
  std::size_t at_ = 0;
};

// Puts messages together from what has arrived so far.
class FrameBuffer {
 public:
  // Takes what the socket has now. False where the other end is gone.
  bool fill(int socket);
  std::optional<Frame> next();

 private:
  std::vector<char> chunk_;
  std::string bytes_;
  std::size_t at_ = 0;  // of the next message
};

}  // namespace nianbao

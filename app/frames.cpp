#include "app/frames.h"

#include <sys/socket.h>

#include <array>
#include <cerrno>
#include <cstring>

namespace nianbao {
namespace {

constexpr std::size_t kHeaderBytes = 1 + sizeof(std::uint64_t);
constexpr std::size_t kAtATime = std::size_t{128} << 10U;

void append_frame(std::string& to, FrameKind kind, std::string_view bytes) {
  const std::uint64_t length = bytes.size();
  to += static_cast<char>(kind);
  to.append(reinterpret_cast<const char*>(&length), sizeof length);
  to += bytes;
}

struct Header {
  FrameKind kind = FrameKind::kTask;
  std::uint64_t length = 0;

  explicit Header(const char* bytes) : kind(static_cast<FrameKind>(*bytes)) {
    std::memcpy(&length, bytes + 1, sizeof length);
  }
};

bool is_for_later(ssize_t result) { return result < 0 && (errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR); }

bool receive_all(int socket, char* to, std::size_t count) {
  while (count > 0) {
    const ssize_t got = recv(socket, to, count, 0);
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) return false;
    to += got;
    count -= static_cast<std::size_t>(got);
  }
  return true;
}

}  // namespace

bool send_frame(int socket, FrameKind kind, std::string_view bytes) {
  std::string frame;
  append_frame(frame, kind, bytes);
  for (std::string_view left = frame; !left.empty();) {
    const ssize_t sent = send(socket, left.data(), left.size(), MSG_NOSIGNAL);
    if (sent < 0 && errno == EINTR) continue;
    if (sent <= 0) return false;
    left.remove_prefix(static_cast<std::size_t>(sent));
  }
  return true;
}

std::optional<Frame> receive_frame(int socket) {
  std::array<char, kHeaderBytes> bytes{};
  if (!receive_all(socket, bytes.data(), bytes.size())) return std::nullopt;
  const Header header(bytes.data());
  Frame frame{header.kind, std::string(header.length, '\0')};
  if (!receive_all(socket, frame.bytes.data(), frame.bytes.size())) return std::nullopt;
  return frame;
}

void FrameQueue::push(FrameKind kind, std::string_view bytes) {
  bytes_.erase(0, at_);
  at_ = 0;
  append_frame(bytes_, kind, bytes);
}

bool FrameQueue::flush(int socket) {
  while (!empty()) {
    const ssize_t sent = send(socket, bytes_.data() + at_, bytes_.size() - at_, MSG_NOSIGNAL | MSG_DONTWAIT);
    if (sent <= 0) return is_for_later(sent);
    at_ += static_cast<std::size_t>(sent);
  }
  return true;
}

bool FrameBuffer::fill(int socket) {
  chunk_.resize(kAtATime);
  const ssize_t got = recv(socket, chunk_.data(), chunk_.size(), MSG_DONTWAIT);
  if (got <= 0) return is_for_later(got);
  bytes_.erase(0, at_);
  at_ = 0;
  bytes_.append(chunk_.data(), static_cast<std::size_t>(got));
  return true;
}

std::optional<Frame> FrameBuffer::next() {
  if (bytes_.size() - at_ < kHeaderBytes) return std::nullopt;
  const Header header(bytes_.data() + at_);
  if (bytes_.size() - at_ - kHeaderBytes < header.length) return std::nullopt;
  Frame frame{header.kind, bytes_.substr(at_ + kHeaderBytes, header.length)};
  at_ += kHeaderBytes + header.length;
  return frame;
}

}  // namespace nianbao

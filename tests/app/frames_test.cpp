#include "app/frames.h"

#include <gtest/gtest.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <random>
#include <thread>

namespace nianbao::test {
namespace {

// Two ends of a line, as parent and worker have them.
class Line {
 public:
  Line() {
    if (socketpair(AF_UNIX, SOCK_STREAM, 0, ends_.data()) != 0) throw std::runtime_error("no sockets");
  }
  Line(const Line&) = delete;
  Line& operator=(const Line&) = delete;
  ~Line() {
    for (int end : ends_)
      if (end >= 0) close(end);
  }
  int near() const { return ends_[0]; }
  int far() const { return ends_[1]; }
  void close_far() {
    close(ends_[1]);
    ends_[1] = -1;
  }

 private:
  std::array<int, 2> ends_ = {-1, -1};
};

std::string random_bytes(std::size_t count) {
  std::minstd_rand random(static_cast<unsigned>(count) + 1);
  std::string bytes(count, '\0');
  for (char& byte : bytes) byte = static_cast<char>(random() >> 8U);
  return bytes;
}

constexpr FrameKind kKinds[] = {FrameKind::kTask, FrameKind::kReply,       FrameKind::kQuestion, FrameKind::kAnswer,
                                FrameKind::kDone, FrameKind::kOutOfMemory, FrameKind::kError};

// Nothing, what fits a socket, and what no socket takes at once.
constexpr std::size_t kSizes[] = {0, 1, 8, 9, 1000, 100'000, 131'072, 131'063, 5'000'000, 0, 2};

std::vector<Frame> messages() {
  std::vector<Frame> all;
  for (const std::size_t size : kSizes) all.push_back({kKinds[all.size() % std::size(kKinds)], random_bytes(size)});
  return all;
}

void expect_equal(const Frame& got, const Frame& sent) {
  EXPECT_EQ(got.kind, sent.kind);
  EXPECT_TRUE(got.bytes == sent.bytes) << got.bytes.size() << " bytes, not those " << sent.bytes.size();
}

TEST(Frames, OfAnyLengthArriveWhereBothWait) {
  const Line line;
  const std::vector<Frame> sent = messages();
  std::thread worker([&] {
    for (const Frame& frame : sent) EXPECT_TRUE(send_frame(line.far(), frame.kind, frame.bytes));
  });
  for (const Frame& frame : sent) {
    const std::optional<Frame> got = receive_frame(line.near());
    EXPECT_TRUE(got.has_value());
    if (got) expect_equal(*got, frame);
  }
  worker.join();
}

// One thread: were the queue or the buffer to wait, the test would hang.
TEST(Frames, OfAnyLengthArriveWhereNobodyWaits) {
  const Line line;
  const std::vector<Frame> sent = messages();
  FrameQueue queue;
  FrameBuffer buffer;
  for (const Frame& frame : sent) queue.push(frame.kind, frame.bytes);
  std::size_t arrived = 0;
  while (arrived < sent.size()) {
    ASSERT_TRUE(queue.flush(line.near()));
    ASSERT_TRUE(buffer.fill(line.far()));
    while (const std::optional<Frame> got = buffer.next()) expect_equal(*got, sent.at(arrived++));
  }
  EXPECT_TRUE(queue.empty());
  EXPECT_FALSE(buffer.next());
}

TEST(FrameQueue, TakesMoreWhileSomeWait) {
  const Line line;
  FrameQueue queue;
  FrameBuffer buffer;
  EXPECT_TRUE(queue.empty());
  std::size_t arrived = 0;
  for (std::size_t i = 0; i < 50 || !queue.empty(); ++i) {
    if (i < 50) queue.push(FrameKind::kReply, random_bytes(i * 1000));
    ASSERT_TRUE(queue.flush(line.near()));
    ASSERT_TRUE(buffer.fill(line.far()));
    while (const std::optional<Frame> got = buffer.next())
      expect_equal(*got, {FrameKind::kReply, random_bytes(arrived++ * 1000)});
  }
  while (arrived < 50) {
    ASSERT_TRUE(buffer.fill(line.far()));
    while (buffer.next()) ++arrived;
  }
}

TEST(FrameQueue, KeepsWhatTheSocketDoesNotTake) {
  const Line line;
  FrameQueue queue;
  queue.push(FrameKind::kTask, random_bytes(5'000'000));
  EXPECT_TRUE(queue.flush(line.near()));
  EXPECT_FALSE(queue.empty());
  EXPECT_TRUE(queue.flush(line.near())) << "a full socket is no closed one";
}

TEST(FrameBuffer, HasNoMessageBeforeItsLastByte) {
  const Line line;
  const Line written;
  ASSERT_TRUE(send_frame(written.near(), FrameKind::kAnswer, "abc"));
  std::array<char, 100> bytes{};
  const ssize_t size = recv(written.far(), bytes.data(), bytes.size(), 0);
  FrameBuffer buffer;
  for (ssize_t at = 0; at < size; ++at) {
    EXPECT_FALSE(buffer.next()) << at << " of " << size;
    ASSERT_EQ(send(line.near(), &bytes.at(static_cast<std::size_t>(at)), 1, 0), 1);
    ASSERT_TRUE(buffer.fill(line.far()));
  }
  const std::optional<Frame> got = buffer.next();
  ASSERT_TRUE(got.has_value());
  expect_equal(*got, {FrameKind::kAnswer, "abc"});
}

TEST(FrameBuffer, NothingThereIsNoEnd) {
  const Line line;
  FrameBuffer buffer;
  EXPECT_TRUE(buffer.fill(line.near()));
  EXPECT_FALSE(buffer.next());
}

// A worker that dies is seen by all four, and kills nobody with SIGPIPE.
TEST(Frames, OtherEndThatIsGoneIsTold) {
  Line line;
  line.close_far();
  FrameQueue queue;
  EXPECT_TRUE(queue.flush(line.near())) << "nothing to send";
  queue.push(FrameKind::kTask, "a");
  EXPECT_FALSE(queue.flush(line.near()));
  EXPECT_FALSE(send_frame(line.near(), FrameKind::kTask, "a"));
  EXPECT_FALSE(receive_frame(line.near()));
  EXPECT_FALSE(FrameBuffer().fill(line.near()));
}

TEST(Frames, WhatWasSentBeforeTheEndArrives) {
  Line waiting;
  ASSERT_TRUE(send_frame(waiting.far(), FrameKind::kDone, "last"));
  waiting.close_far();
  const std::optional<Frame> got = receive_frame(waiting.near());
  ASSERT_TRUE(got.has_value());
  expect_equal(*got, {FrameKind::kDone, "last"});
  EXPECT_FALSE(receive_frame(waiting.near()));

  Line busy;
  ASSERT_TRUE(send_frame(busy.far(), FrameKind::kDone, "last"));
  busy.close_far();
  FrameBuffer buffer;
  EXPECT_TRUE(buffer.fill(busy.near()));
  EXPECT_TRUE(buffer.next().has_value());
  EXPECT_FALSE(buffer.fill(busy.near()));
}

TEST(Frames, MessageCutByTheEndIsNone) {
  for (const std::size_t cut : {1U, 8U, 9U, 11U}) {
    Line whole;
    ASSERT_TRUE(send_frame(whole.far(), FrameKind::kReply, "abc"));
    std::array<char, 100> bytes{};
    ASSERT_EQ(recv(whole.near(), bytes.data(), bytes.size(), 0), 12);
    for (const bool waits : {true, false}) {
      Line line;
      ASSERT_EQ(send(line.far(), bytes.data(), cut, 0), static_cast<ssize_t>(cut));
      line.close_far();
      FrameBuffer buffer;
      EXPECT_EQ(waits ? receive_frame(line.near()).has_value() : !buffer.fill(line.near()), false) << cut;
      EXPECT_FALSE(buffer.next()) << cut;
    }
  }
}

}  // namespace
}  // namespace nianbao::test

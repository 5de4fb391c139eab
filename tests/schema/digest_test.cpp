// SHA-256 against the examples of FIPS 180-2.
#include "schema/digest.h"

#include <gtest/gtest.h>

#include <atomic>
#include <thread>
#include <vector>

namespace nianbao::test {
namespace {

TEST(Sha256Test, PublishedExamples) {
  const std::pair<std::string, const char*> cases[] = {
      {"", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"},
      {"abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"},
      {"abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
       "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"},
      {std::string(1000000, 'a'), "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"},
      {std::string(1, '\0'), "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d"},
  };
  for (const auto& [bytes, digest] : cases) EXPECT_EQ(sha256_hex(bytes), digest);
}

// Poco took OpenSSL down with the last digest of one thread while another thread began its own. With that, this test
// crashed in one run of five.
TEST(Sha256Test, ThreadsDoNotDisturbEachOther) {
  const std::string expected = sha256_hex("abc");
  std::atomic<int> wrong = 0;
  std::vector<std::thread> threads;
  threads.reserve(2);
  for (int t = 0; t < 2; ++t)
    threads.emplace_back([&, t] {
      for (int i = 0; i < 20'000; ++i) {
        if (sha256_hex("abc") != expected) ++wrong;
        for (int pause = 0; pause < (i * (t + 3)) % 40; ++pause) std::this_thread::yield();
      }
    });
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(wrong, 0);
}

}  // namespace
}  // namespace nianbao::test

// SHA-256, through Poco.
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace Poco::Crypto {
class DigestEngine;
}

namespace nianbao {

// The SHA-256 of `bytes` in 64 lower-case hex digits.
std::string sha256_hex(std::string_view bytes);

// The SHA-256 of bytes that come in pieces.
class Sha256 {
 public:
  Sha256();
  Sha256(Sha256&&) noexcept;
  ~Sha256();
  void add(std::string_view bytes);
  // Of all that was added, in hex. Once.
  std::string hex();

 private:
  std::unique_ptr<Poco::Crypto::DigestEngine> engine_;
};

}  // namespace nianbao

// SHA-256, through OpenSSL.
#pragma once

#include <memory>
#include <string>
#include <string_view>

struct evp_md_ctx_st;

namespace nianbao {

// The SHA-256 of `bytes` in 64 lower-case hex digits. May be used from several threads.
std::string sha256_hex(std::string_view bytes);

// The SHA-256 of bytes that come in pieces.
class Sha256 {
 public:
  Sha256();
  void add(std::string_view bytes);
  // Of all that was added, in hex. Once.
  std::string hex();

 private:
  struct Free {
    void operator()(evp_md_ctx_st* context) const;
  };
  std::unique_ptr<evp_md_ctx_st, Free> context_;
};

}  // namespace nianbao

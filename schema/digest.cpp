#include "schema/digest.h"

#include <openssl/evp.h>

#include <array>
#include <memory>
#include <stdexcept>

namespace nianbao {
namespace {

struct Free {
  void operator()(EVP_MD* algorithm) const { EVP_MD_free(algorithm); }
  void operator()(EVP_MD_CTX* context) const { EVP_MD_CTX_free(context); }
};

// Looking it up takes longer than the digest of a short text.
const EVP_MD* sha256() {
  static const std::unique_ptr<EVP_MD, Free> kAlgorithm(EVP_MD_fetch(nullptr, "SHA256", nullptr));
  if (kAlgorithm == nullptr) throw std::runtime_error("OpenSSL has no SHA-256");
  return kAlgorithm.get();
}

EVP_MD_CTX* context() {
  thread_local const std::unique_ptr<EVP_MD_CTX, Free> kContext(EVP_MD_CTX_new());
  return kContext.get();
}

}  // namespace

std::string sha256_hex(std::string_view bytes) {
  constexpr std::string_view kHex = "0123456789abcdef";
  std::array<unsigned char, 32> digest{};
  EVP_MD_CTX* const in = context();
  if (EVP_DigestInit_ex2(in, sha256(), nullptr) != 1 || EVP_DigestUpdate(in, bytes.data(), bytes.size()) != 1 ||
      EVP_DigestFinal_ex(in, digest.data(), nullptr) != 1)
    throw std::runtime_error("OpenSSL cannot make a SHA-256");
  std::string hex;
  hex.reserve(2 * digest.size());
  for (const unsigned char byte : digest) hex.append(1, kHex[byte >> 4U]).append(1, kHex[byte & 0x0FU]);
  return hex;
}

}  // namespace nianbao

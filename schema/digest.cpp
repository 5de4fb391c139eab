#include "schema/digest.h"

#include <openssl/evp.h>

#include <array>
#include <stdexcept>

namespace nianbao {
namespace {

struct FreeAlgorithm {
  void operator()(EVP_MD* algorithm) const { EVP_MD_free(algorithm); }
};

struct FreeContext {
  void operator()(EVP_MD_CTX* context) const { EVP_MD_CTX_free(context); }
};

// Looking it up takes longer than the digest of a short text.
const EVP_MD* sha256() {
  static const std::unique_ptr<EVP_MD, FreeAlgorithm> kAlgorithm(EVP_MD_fetch(nullptr, "SHA256", nullptr));
  if (kAlgorithm == nullptr) throw std::runtime_error("OpenSSL has no SHA-256");
  return kAlgorithm.get();
}

void expect(int result) {
  if (result != 1) throw std::runtime_error("OpenSSL cannot make a SHA-256");
}

void begin(EVP_MD_CTX* context) { expect(EVP_DigestInit_ex2(context, sha256(), nullptr)); }

void add_to(EVP_MD_CTX* context, std::string_view bytes) {
  expect(EVP_DigestUpdate(context, bytes.data(), bytes.size()));
}

std::string end(EVP_MD_CTX* context) {
  constexpr std::string_view kHex = "0123456789abcdef";
  std::array<unsigned char, 32> digest{};
  expect(EVP_DigestFinal_ex(context, digest.data(), nullptr));
  std::string hex;
  hex.reserve(2 * digest.size());
  for (const unsigned char byte : digest) hex.append(1, kHex[byte >> 4U]).append(1, kHex[byte & 0x0FU]);
  return hex;
}

}  // namespace

void Sha256::Free::operator()(evp_md_ctx_st* context) const { EVP_MD_CTX_free(context); }

Sha256::Sha256() : context_(EVP_MD_CTX_new()) { begin(context_.get()); }

void Sha256::add(std::string_view bytes) { add_to(context_.get(), bytes); }

std::string Sha256::hex() { return end(context_.get()); }

std::string sha256_hex(std::string_view bytes) {
  // One a thread: texts are short, and many.
  thread_local const std::unique_ptr<EVP_MD_CTX, FreeContext> context(EVP_MD_CTX_new());
  begin(context.get());
  add_to(context.get(), bytes);
  return end(context.get());
}

}  // namespace nianbao

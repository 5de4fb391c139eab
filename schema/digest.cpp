#include "schema/digest.h"

#include <Poco/Crypto/DigestEngine.h>
#include <Poco/Crypto/OpenSSLInitializer.h>

namespace nianbao {
namespace {

std::unique_ptr<Poco::Crypto::DigestEngine> make_engine() {
  // Each engine holds OpenSSL up while it lives, and the last one takes it down, which is not safe while another thread
  // begins one. This holds it up to the end of the program.
  static const Poco::Crypto::OpenSSLInitializer holds_up;
  return std::make_unique<Poco::Crypto::DigestEngine>("SHA256");
}

}  // namespace

Sha256::Sha256() : engine_(make_engine()) {}
Sha256::Sha256(Sha256&&) noexcept = default;
Sha256::~Sha256() = default;

void Sha256::add(std::string_view bytes) { engine_->update(bytes.data(), bytes.size()); }

std::string Sha256::hex() { return Poco::DigestEngine::digestToHex(engine_->digest()); }

std::string sha256_hex(std::string_view bytes) {
  Sha256 digest;
  digest.add(bytes);
  return digest.hex();
}

}  // namespace nianbao

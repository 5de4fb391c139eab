#include "schema/digest.h"

#include <Poco/Crypto/DigestEngine.h>
#include <Poco/Crypto/OpenSSLInitializer.h>

namespace nianbao {

std::string sha256_hex(std::string_view bytes) {
  // Each engine holds OpenSSL up while it lives, and the last one takes it down, which is not safe while another thread
  // begins one. This holds it up to the end of the program.
  static const Poco::Crypto::OpenSSLInitializer holds_up;
  Poco::Crypto::DigestEngine engine("SHA256");
  engine.update(bytes.data(), bytes.size());
  return Poco::DigestEngine::digestToHex(engine.digest());
}

}  // namespace nianbao

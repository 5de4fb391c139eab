#include "schema/digest.h"

#include <Poco/Crypto/DigestEngine.h>

namespace nianbao {

std::string sha256_hex(std::string_view bytes) {
  Poco::Crypto::DigestEngine engine("SHA256");
  engine.update(bytes.data(), bytes.size());
  return Poco::DigestEngine::digestToHex(engine.digest());
}

}  // namespace nianbao

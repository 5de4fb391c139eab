// SHA-256, through OpenSSL.
#pragma once

#include <string>
#include <string_view>

namespace nianbao {

// The SHA-256 of `bytes` in 64 lower-case hex digits. May be used from several threads.
std::string sha256_hex(std::string_view bytes);

}  // namespace nianbao

// Bytes of text to UTF-8.
#pragma once

#include <string>
#include <string_view>

#include "extract/problem.h"

namespace nianbao {

struct DecodedText {
  std::string text;      // UTF-8 without BOM and NULs
  std::string encoding;  // UTF-8, UTF-16LE, UTF-16BE, UTF-32LE, UTF-32BE, GB18030, Big5, or the name that was asked for
  bool has_nuls = false;  // NULs stood in it
};

// Decodes `bytes`. Empty `encoding`: by BOM, else the likeliest encoding (encoding_guess.h) in which all bytes are
// well-formed; GB18030 contains GBK and GB 2312 (GB 18030-2005). Never replaces a byte that it cannot decode. A NUL is
// dropped beside words; where a figure may have stood it becomes U+FFFD. Problems: encoding, encoding_unknown.
Result<DecodedText> decode_text(std::string_view bytes, const std::string& encoding);

// A file name inside an archive: UTF-8 as it is, else read as GB18030, else with U+FFFD.
std::string decode_name(std::string_view bytes);

// `text` written in an encoding; characters that it does not have are 0x1A. Throws std::logic_error for a name that is
// no encoding.
std::string encode_text(std::string_view text, const char* encoding);

}  // namespace nianbao

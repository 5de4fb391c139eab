// Bytes of text to UTF-8.
#pragma once

#include <string>
#include <string_view>

#include "extract/problem.h"

namespace nianbao {

struct DecodedText {
  std::string text;      // UTF-8 without BOM
  std::string encoding;  // UTF-8, UTF-16LE, UTF-16BE, GB18030, or the name that was asked for
};

// Decodes `bytes`. Empty `encoding`: by BOM, else strict UTF-8, else UTF-16 where NULs show it, else strict GB18030,
// which contains GBK and GB 2312 (GB 18030-2005). Never replaces a byte that it cannot decode.
// Problems: encoding, encoding_unknown.
Result<DecodedText> decode_text(std::string_view bytes, const std::string& encoding);

// A file name inside an archive: UTF-8 as it is, else read as GB18030, else with U+FFFD.
std::string decode_name(std::string_view bytes);

}  // namespace nianbao

// Bytes of text to UTF-8.
#pragma once

#include <optional>
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

// UTF-16LE or UTF-16BE where the NULs of its ASCII characters show it: dense, and nearly all at odd or at even offsets
// (a few others are low bytes: 一 is U+4E00). Nothing for any other bytes.
std::optional<std::string> utf16_by_nuls(std::string_view bytes);

// A file name inside an archive: UTF-8 as it is, else read as GB18030, else with U+FFFD.
std::string decode_name(std::string_view bytes);

}  // namespace nianbao

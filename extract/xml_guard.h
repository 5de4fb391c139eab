// What an XML part must be spared before libxml2 sees it: tags that cost it quadratic time, encodings in which such
// tags cannot be seen, and comments larger than it takes.
#pragma once

#include <string>
#include <string_view>

#include "extract/limits.h"
#include "extract/problem.h"

namespace nianbao {

// The bytes to parse: those given, or a changed copy of them.
class GuardedXml {
 public:
  // Decodes UTF-16, drops comments and processing instructions above 1 MiB (they show nothing). `xml` must outlive the
  // result. Problems: limit_size, limit_attributes, limit_tag, encoding.
  static Result<GuardedXml> guard(std::string_view xml, const Limits& limits);

  std::string_view bytes() const { return is_copy_ ? std::string_view(copy_) : given_; }

 private:
  std::string_view given_;
  std::string copy_;
  bool is_copy_ = false;
};

}  // namespace nianbao

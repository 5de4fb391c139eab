#include "output/output_error.h"

#include <algorithm>
#include <array>
#include <system_error>

namespace nianbao {
namespace {

// No space, quota, largest size of a file; storage that fails or is gone for now.
constexpr std::array kPassing = {ENOSPC, EDQUOT, EFBIG, EIO, ESTALE, ETIMEDOUT};

}  // namespace

OutputError cannot_write(const std::string& file, int error) {
  const bool may_pass = std::find(kPassing.begin(), kPassing.end(), error) != kPassing.end();
  return OutputError(file + ": cannot be written: " + std::generic_category().message(error) +
                         (may_pass ? "; make room and run the same command again to go on" : ""),
                     may_pass);
}

}  // namespace nianbao

#include "output/spool.h"

#include <cerrno>
#include <utility>

#include "output/each_block.h"
#include "output/output_error.h"

namespace nianbao {

Spool::Spool(std::filesystem::path file) : file_(std::move(file)), stream_(file_, std::ios::binary | std::ios::trunc) {
  if (!stream_) throw cannot_write(file_.string(), errno);
}

Spool::~Spool() {
  std::error_code ignored;
  std::filesystem::remove(file_, ignored);
}

void Spool::append(std::string_view text) {
  stream_ << text;
  if (!stream_) throw cannot_write(file_.string(), errno);
}

void Spool::give(const std::function<void(const std::string&)>& take) {
  stream_.close();
  if (!stream_) throw cannot_write(file_.string(), errno);
  std::ifstream in(file_, std::ios::binary);
  each_block(in, take);
  if (!in.eof()) throw OutputError(file_.string() + ": cannot be read again");
}

}  // namespace nianbao

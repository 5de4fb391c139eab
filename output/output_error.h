// What the program writes cannot be written.
#pragma once

#include <cerrno>
#include <stdexcept>
#include <string>

namespace nianbao {

// what() says which file and why.
class OutputError : public std::runtime_error {
 public:
  // `may_pass`: the same run may succeed later, as when a disk is full or another run is at it.
  explicit OutputError(const std::string& what, bool may_pass = false)
      : std::runtime_error(what), may_pass_(may_pass) {}

  bool may_pass() const { return may_pass_; }

 private:
  bool may_pass_;
};

// Of a call that has left `error` in errno.
OutputError cannot_write(const std::string& file, int error);

}  // namespace nianbao

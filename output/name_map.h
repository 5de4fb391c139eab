// Names that have been met and what was said of them, in memory that does not grow with their number.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "output/database.h"

namespace nianbao {

class NameMap {
 public:
  // What does not fit into a few megabytes goes to a file in the folder for temporary files, which is gone in the end.
  NameMap();

  // Puts the value of a new name. Of one that is there, gives the value it has and keeps that. Throws OutputError.
  std::optional<std::string> put(std::string_view name, std::string_view value);

 private:
  Database database_;
  Statement find_;
  Statement insert_;
};

}  // namespace nianbao

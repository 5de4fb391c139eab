#include <iostream>

#include "app/commands.h"
#include "app/exit_codes.h"
#include "app/work_folder.h"
#include "output/dataset.h"

namespace nianbao {

int plan(const Options& options) {
  const std::filesystem::path file = options.out;
  const std::filesystem::path temporary = file.parent_path() / ("." + file.filename().string() + ".tmp");
  const std::size_t count = write_plan(options, "", temporary);
  std::error_code error;
  std::filesystem::rename(temporary, file, error);
  if (error) throw cannot_write(file.string(), error.value());
  std::cerr << say(options.language, "输入 ", "inputs ") << count << "\n";
  return count == 0 ? kExitNothing : kExitDone;
}

}  // namespace nianbao

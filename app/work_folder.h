// Where a run keeps what it needs to be stopped and gone on with, below OUT.
#pragma once

#include <filesystem>
#include <string>

#include "app/options.h"
#include "app/plan.h"
#include "app/shard.h"

namespace nianbao {

// OUT/.nianbao, made where it is missing. Throws OutputError.
std::filesystem::path work_folder(const std::filesystem::path& out);

// OUT/parts, and the file of a part in it. `.tmp` behind the name says that it is not complete.
std::filesystem::path parts_folder(const std::filesystem::path& out);
std::filesystem::path part_file(const std::filesystem::path& out, const Shard& shard);
std::filesystem::path unfinished(const std::filesystem::path& part);

// The plan that the options name, or the inputs that they name written as one to `file`. Throws OutputError, and
// std::runtime_error where a list cannot be read.
PlanReader fixed_plan(const Options& options, const std::filesystem::path& file);

// Writes the inputs that the options name. How many they are.
std::size_t write_plan(const Options& options, const std::filesystem::path& out, const std::filesystem::path& file);

}  // namespace nianbao

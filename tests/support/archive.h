// A small archive of everything a run meets, and OUT folders held against each other.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace nianbao::test {

// Fills `folder`: reports of two forms and several years, text and Word, a copy, an archive with reports, files that
// are damaged, empty, of other formats, no reports, and names that are no UTF-8.
void make_archive(const std::filesystem::path& folder);

// Names of files that every run writes the same: all of OUT but run.json and what is hidden. Empty where all agree,
// else what differs.
std::string difference(const std::filesystem::path& out, const std::filesystem::path& other);

// A member of the member "work" of OUT's run.json.
int work_count(const std::filesystem::path& out, const std::string& name);

}  // namespace nianbao::test

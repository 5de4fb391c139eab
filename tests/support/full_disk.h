// A disk that is full.
#pragma once

#include <cstddef>
#include <functional>

namespace nianbao::test {

enum class WriteEnd { kDone, kMayPass, kStays, kOther };

// Does something in a process of its own in which no file can grow beyond so many bytes, and tells how it ended: by an
// OutputError that may pass or stays, or by anything else that was thrown.
WriteEnd on_full_disk(std::size_t bytes, const std::function<void()>& act);

}  // namespace nianbao::test

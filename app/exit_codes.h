// Exit codes, design section 4.
#pragma once

namespace nianbao {

inline constexpr int kExitDone = 0;
inline constexpr int kExitFindings = 1;    // findings at or above --fail-on
inline constexpr int kExitUsage = 2;       // usage or configuration
inline constexpr int kExitSomeUnread = 3;  // done, but some inputs could not be read
inline constexpr int kExitNothing = 4;     // nothing usable

inline constexpr int kExitTryAgain = 75;  // interrupted or impossible for now: run again to go on (sysexits.h)

}  // namespace nianbao

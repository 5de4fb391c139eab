// Ids of section 三 as forms.md 5.2 lists them, typed by hand: what the forms and the program are held against.
#pragma once

#include <string>
#include <vector>

namespace nianbao::test {

inline const std::vector<std::string> kApplicants = {"natural", "commercial", "research", "welfare",
                                                     "legal",   "other",      "total"};

inline const std::vector<std::string> kResults = {
    "res_granted",
    "res_partial",
    "res_denied_state_secret",
    "res_denied_law_prohibited",
    "res_denied_security_stability",
    "res_denied_third_party",
    "res_denied_internal_affairs",
    "res_denied_process",
    "res_denied_enforcement_file",
    "res_denied_admin_query",
    "res_unable_not_held",
    "res_unable_needs_creation",
    "res_unable_unclear",
    "res_refused_petition",
    "res_refused_repeat",
    "res_refused_publication",
    "res_refused_mass",
    "res_refused_reconfirm",
};

}  // namespace nianbao::test

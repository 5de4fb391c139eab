// The dictionaries of libFuzzer: a word in quotes on each line, with \\, \" and \xHH.
#pragma once

#include <string>
#include <vector>

#include "tests/fuzz/mutator.h"

namespace nianbao::fuzz {

// The words of a dictionary. Throws std::runtime_error with the line that is none.
std::vector<Bytes> dictionary_words(const std::string& text);

// The same dictionary as libFuzzer takes it, which is in ASCII; ours are written in Chinese.
std::string ascii_dictionary(const std::string& text);

}  // namespace nianbao::fuzz

// One report as the program knows it: where it came from, what it says, what is doubtful.
#pragma once

#include <string>
#include <vector>

#include "audit/finding.h"
#include "extract/document.h"
#include "extract/sections.h"
#include "extract/title.h"
#include "normalize/record.h"

namespace nianbao {

struct Report {
  std::string id;               // first 16 hex digits of the SHA-256 of the file
  std::string path;             // of the input, as given or found
  std::string encoding;         // of text; empty where the format fixes it
  std::vector<Problem> damage;  // parts that could not be read although the tables could
  Title title;
  std::vector<Section> sections;
  Record record;
  std::vector<Finding> findings;
};

}  // namespace nianbao

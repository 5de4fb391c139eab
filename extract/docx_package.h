// The package around a Word document: which part is the main one, and which parts go with it (ISO/IEC 29500-2 §6.5).
#pragma once

#include <string>
#include <vector>

#include "extract/package.h"
#include "extract/problem.h"

namespace nianbao {

struct Relationship {
  std::string id;
  std::string type;
  std::string target;  // name of a part, resolved, without leading slash
};

struct DocxParts {
  std::string main;                         // name of the main part, without leading slash
  std::string numbering;                    // name of the numbering part, empty where there is none
  std::string styles;                       // name of the style part, empty where there is none
  std::vector<Relationship> relationships;  // of the main part, those to other parts of the package
  std::vector<Problem> damage;              // relationships of the main part that cannot be read
};

// Follows the relationships from the package to the main part and from there to numbering and styles. A package that
// has lost its relationships is tried under the content types and the usual name. Problem: part_missing.
Result<DocxParts> find_docx_parts(const Package& package);

}  // namespace nianbao

#include "normalize/value.h"

namespace nianbao {

const char* name_of(Status status) {
  switch (status) {
    case Status::kValue:
      return "value";
    case Status::kBlank:
      return "blank";
    case Status::kMark:
      return "mark";
    case Status::kText:
      return "text";
    case Status::kAmbiguous:
      return "ambiguous";
    case Status::kUnreadable:
      return "unreadable";
    case Status::kNoCell:
      return "no_cell";
    case Status::kNoRow:
      return "no_row";
    case Status::kNoTable:
      return "no_table";
  }
  return "";
}

}  // namespace nianbao

// Complex fields of a Word document (ISO/IEC 29500-1 §17.16.18): each has a code, which is not shown, and behind a
// separator, if it has one, what it shows.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace nianbao {

class FieldStack {
 public:
  // Takes a w:fldChar by its type. True at the end of a field that shows something which stands nowhere in the
  // document: one without result that is not silent, such as EQ or FORMDROPDOWN.
  bool mark(std::string_view type);

  // Text of the innermost field's code.
  void add_code(std::string_view text);

  // Whether what comes now is code of any open field.
  bool is_in_code() const { return codes_ > 0; }

  // A code that its paragraph does not finish is damage; it must not hide what follows.
  void end_paragraph();

 private:
  struct Field {
    bool in_code = true;
    bool has_result = false;
    std::string code;
  };

  void end_code(Field& field);

  std::vector<Field> open_;
  std::size_t codes_ = 0;  // open fields whose code is being read
};

}  // namespace nianbao

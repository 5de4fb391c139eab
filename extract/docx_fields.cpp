#include "extract/docx_fields.h"

#include "extract/docx_markup.h"

namespace nianbao {
namespace {

// Bytes of a code that are kept: its name stands first.
constexpr std::size_t kLongestCode = 64;

}  // namespace

void FieldStack::end_code(Field& field) {
  if (field.in_code) --codes_;
  field.in_code = false;
}

bool FieldStack::mark(std::string_view type) {
  if (type == "begin") {
    open_.emplace_back();
    ++codes_;
  }
  if (open_.empty()) return false;
  if (type == "separate") {
    end_code(open_.back());
    open_.back().has_result = true;
  }
  if (type != "end") return false;
  end_code(open_.back());
  const bool shows = !open_.back().has_result && !is_silent_field(open_.back().code);
  open_.pop_back();
  return shows;
}

void FieldStack::add_code(std::string_view text) {
  if (open_.empty() || open_.back().code.size() >= kLongestCode) return;
  open_.back().code += text.substr(0, kLongestCode);
}

void FieldStack::end_paragraph() {
  if (codes_ == 0) return;
  for (Field& field : open_) end_code(field);
}

}  // namespace nianbao

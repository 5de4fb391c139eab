// The labels of the forms as they are searched for in running text.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "schema/form.h"

namespace nianbao {

// What a text is to a label that may be broken into pieces.
struct LabelFit {
  bool is_whole = false;   // it is the label
  bool may_go_on = false;  // with more behind it, it may be the label
  bool is_open = false;    // it is the label and the beginning of an explanation in brackets, which may say anything
};

// The spellings of one label, the longest first.
class LabelText {
 public:
  LabelText(const LabelIndex& index, std::size_t id);
  explicit LabelText(const std::string& label);

  // Length of the label that stands at `at` of a text of traced_fold(); 0 where it does not stand there.
  std::size_t length_at(std::string_view folded, std::size_t at) const;

  // True if the form's label begins with an enumerator and what stands at `at`, `length` bytes long, does not.
  bool lacks_number(std::string_view folded, std::size_t at, std::size_t length) const;

  // How far `folded`, all of it, is the label, with an explanation in brackets or a colon behind it.
  LabelFit fit(std::string_view folded) const;

  // True if both are the same label, whatever it stands for.
  bool is_same(const LabelText& other) const;

  const std::vector<LabelSpelling>& spellings() const { return spellings_; }

 private:
  std::vector<LabelSpelling> spellings_;
  bool is_numbered_ = false;
};

// A label of a block's header: one cell of it, over some of the columns.
struct HeaderLabel {
  LabelText text;
  std::size_t level = 0;   // row of the header, from 0
  std::size_t column = 0;  // of the block, the first one it stands over
  std::size_t columns = 1;
  bool is_leaf = true;
};

// A row of a block.
struct RowLabel {
  LabelText text;
  std::vector<LabelText> groups;  // the labels above it, from the outermost
};

// The labels of a block in the order in which a text shows them: level by level of the header, then row by row.
struct BlockLabels {
  const FormBlock* block = nullptr;
  std::vector<LabelText> banner;  // none or one
  std::vector<LabelText> corner;  // none or one
  std::vector<HeaderLabel> header;
  std::size_t levels = 0;      // of the header
  std::vector<RowLabel> rows;  // by row of the block; none where its only row has no label
};

struct TableLabels {
  const FormTable* table = nullptr;
  std::vector<BlockLabels> blocks;
};

class FormAnchors {
 public:
  FormAnchors() = default;
  // `forms` must outlive this and stay where they are.
  explicit FormAnchors(const std::vector<Form>& forms);

  const std::vector<TableLabels>& tables() const { return tables_; }

  // True if a banner, a corner or the first label of a header may begin at `at`.
  bool may_begin_table(std::string_view folded, std::size_t at) const;

  // Length of the heading of a section that stands at `at`, its numeral included; 0 where none does.
  std::size_t heading_at(std::string_view folded, std::size_t at) const;

 private:
  void add_start(const LabelText& label);

  std::vector<TableLabels> tables_;
  std::unordered_map<std::uint32_t, std::vector<std::string>> starts_;    // by their first bytes
  std::unordered_map<std::uint32_t, std::vector<std::string>> headings_;  // the same, without numerals
};

}  // namespace nianbao

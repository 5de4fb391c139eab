// A report made from a form: every label where the form has it, any text in any cell. For property tests and for cases
// that change one thing of a complete report.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "schema/schema.h"
#include "tests/support/docx_builder.h"

namespace nianbao::test {

class ModelReport {
 public:
  // A complete report of this form (by id) for `year`, in which the fields hold 1, 2, 3 … in the form's order.
  ModelReport(const Schema& schema, const std::string& form_id, int year);

  // What a field's cell shows. The field must be of the form.
  void set(const std::string& field_id, const std::string& text);
  const std::string& shown(const std::string& field_id) const { return cells_.at(field_id); }
  const std::map<std::string, std::string>& cells() const { return cells_; }
  std::vector<std::string> field_ids() const;  // in the form's order

  // As .docx, with merged label cells, and as text with one cell a line.
  std::string docx() const;
  std::string text() const;

  // The tables as rows of cells, by section; a test may change them and build its own document.
  std::vector<RowSpec> table(int section) const;
  // Title, headings, prose and the given tables in place of the form's own.
  std::string body_with(const std::map<int, std::vector<RowSpec>>& tables) const;

 private:
  const Form& form_;
  int year_;
  std::map<std::string, std::string> cells_;
};

}  // namespace nianbao::test

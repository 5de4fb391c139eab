// A report made from a form: every label where the form has it, any text in any cell. For property tests and for cases
// that change one thing of a complete report.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "schema/schema.h"
#include "tests/support/docx_builder.h"

namespace nianbao::test {

// Changes the numbers of fields (by id) so that all identities of the form hold and none is negative: what is a sum of
// others follows them, and of 新收 + 结转 = 总计 + 结转下年 the first is what is left.
void balance(const Form& form, std::map<std::string, int>& numbers);

class ModelReport {
 public:
  // A complete report of this form (by id) for `year`, in which the fields hold 1, 2, 3 … in the form's order, but
  // those that are sums of others, so that all identities hold.
  ModelReport(const Schema& schema, const std::string& form_id, int year);

  // Changes what no rule of plausibility would let pass, so that the report has no findings: 规章 of a bureau, an
  // amount without its unit, prose that does not speak of its topics.
  void make_plausible();

  void set_org(const std::string& name) { org_ = name; }
  // The prose of a section without a table, or before its table; of 0: between the title and the first heading.
  void set_prose(int section, const std::string& text) { prose_[section] = text; }
  void leave_out(int section) { left_out_.insert(section); }

  // What a field's cell, or every one, shows. The field must be of the form.
  void set(const std::string& field_id, const std::string& text);
  void set_all(const std::string& text);
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
  std::string title() const;
  std::string prose(int section, bool has_table) const;

  const Form& form_;
  int year_;
  std::string org_ = "清河县水务局";
  std::map<int, std::string> prose_;
  std::set<int> left_out_;
  std::map<std::string, std::string> cells_;
};

}  // namespace nianbao::test

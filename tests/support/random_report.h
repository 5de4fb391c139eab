// A report with numbers as reports have them, made at random.
#pragma once

#include <map>
#include <random>
#include <string>
#include <vector>

#include "schema/schema.h"
#include "tests/support/model_report.h"

namespace nianbao::test {

class RandomReport {
 public:
  // A complete report of this form (by id) in which all identities hold. `random` must outlive it.
  RandomReport(const std::string& form, std::mt19937& random);

  ModelReport& report() { return report_; }
  const std::map<std::string, int>& numbers() const { return numbers_; }
  std::map<int, std::vector<RowSpec>> tables() const;  // by section

  // Mostly 0, some small, a few large.
  int number();
  std::string any_field();
  void set_any(const std::string& text) { report_.set(any_field(), text); }

 private:
  void fill();

  const Form& form_;
  std::mt19937& random_;
  ModelReport report_;
  std::map<std::string, int> numbers_;
};

}  // namespace nianbao::test

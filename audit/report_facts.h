// What comparisons between reports need of one: plain data of about 2 KB that could be kept on disk, for the digest of
// its schema.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "audit/fingerprint.h"
#include "audit/numbers.h"
#include "audit/report.h"
#include "schema/schema.h"

namespace nianbao {

struct ReportFacts {
  std::string id;  // of the report
  std::string org_name;
  std::string org_type;
  std::string scope;
  int year = 0;  // 0 where the document states none
  // "FORM/TABLE" of the tables that are there. A field of theirs that stands in none of the lists below shows 0.
  std::vector<std::string> tables;
  std::vector<std::pair<FieldNumber, std::int64_t>> numbers;  // in millionths, those that are not 0, in order
  std::vector<FieldNumber> blanks;                            // cells that show nothing, or a mark
  std::vector<FieldNumber> others;                            // no number for another reason
  std::vector<std::pair<FieldNumber, std::string>> units;     // of amounts, where they state one
  Fingerprint prose;
};

ReportFacts facts_of(const Report& report, const Schema& schema);

// Gives the numbers again.
class FactsReader {
 public:
  explicit FactsReader(const Schema& schema);

  // Of facts that must outlive them. Fields of tables that the schema does not have are absent.
  Numbers numbers_of(const ReportFacts& facts) const;

 private:
  std::size_t field_count_;
  std::map<std::string, std::vector<std::pair<FieldNumber, const Field*>>, std::less<>> tables_;
};

}  // namespace nianbao

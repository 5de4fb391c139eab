// What the tables give for a reading: a signed sum of fields.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "normalize/record.h"
#include "schema/claim_words.h"

namespace nianbao {

struct TableReading {
  std::vector<std::string> fields;  // ids, in the form's order; empty where the report's forms lack one of the operands
  std::optional<std::int64_t> value;  // nothing where a field holds no number
  std::string obstacle;               // then: the first such field and its status
  bool assumed = false;               // a blank counts as 0, or as the sum of its row
  bool all_blank = false;             // no field of it shows a number
};

class TableReadings {
 public:
  explicit TableReadings(const Record& record) : record_(record) {}

  // A total that is blank counts as the sum that the form gives for it, where its parts show a number, else as 0. Where
  // `by_parts`, totals that are there are replaced by such sums too: a table may contradict itself.
  TableReading of(const Sum& sum, bool by_parts = false) const;

  // All readings of a subject that the report's forms have, as printed and by parts; read once. Subjects are told by
  // their address.
  struct Pair {
    TableReading printed;
    TableReading by_parts;
  };
  const std::vector<Pair>& readings_of(const Subject& subject) const;

 private:
  std::vector<const RecordField*> fields_of(const std::string& pattern) const;
  std::optional<std::int64_t> sum_of_parts(const RecordField& field) const;
  bool add(const RecordField& field, bool negative, bool by_parts, TableReading& reading) const;
  const RecordField* find(const std::string& id) const;

  const Record& record_;
  mutable std::unordered_map<std::string_view, const RecordField*> by_id_;
  mutable std::map<const Subject*, std::vector<Pair>> by_subject_;
};

// The whole number that a value shows, or nothing.
std::optional<std::int64_t> whole_number(const std::string& digits);

}  // namespace nianbao

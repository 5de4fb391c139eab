// To which time a number of the narrative belongs: by the dates and words before it in its sentence.
#pragma once

#include <cstddef>
#include <optional>

#include "audit/prose.h"

namespace nianbao {

class ClaimTime {
 public:
  // Keeps references.
  ClaimTime(const Prose& prose, const ClaimWords& words) : prose_(prose), words_(words) {}

  void begin_sentence();

  // The tokens of the sentence in order, as far as they say something about time.
  void take_date(const Token& token);
  void take_number(const Token& token) { number_end_ = token.end; }
  void take_this_year(const Token& token);  // 今年以来
  void take_period(const Token& token);     // 五年来, 以来

  // The year that the sentence names last; nothing where it names none, kSeveral for more than one year together.
  static constexpr int kSeveral = 0;
  std::optional<int> year() const { return year_; }

  // Months or days that are not the whole of a year.
  bool is_part_of_year() const { return is_part_; }

 private:
  bool is_joined(const Token& token) const;
  bool is_close_of_year(const Token& token) const;

  const Prose& prose_;
  const ClaimWords& words_;
  std::optional<int> year_;
  const TextDate* last_ = nullptr;
  std::size_t last_end_ = 0;
  std::size_t number_end_ = 0;
  bool is_part_ = false;
};

}  // namespace nianbao

#include "audit/claim_time.h"

#include <algorithm>

namespace nianbao {
namespace {

// 1月1日 and 12月31日 leave the year whole; 1月 does not, unless 至12月 follows.
bool leaves_part(const TextDate& date) {
  return date.month != 0 && (date.day == 0 || (!date.begins_year() && !date.ends_year()));
}

}  // namespace

void ClaimTime::begin_sentence() {
  year_.reset();
  last_ = nullptr;
  is_part_ = false;
}

void ClaimTime::take_date(const Token& token) {
  const TextDate& date = prose_.dates[token.index];
  const bool joined = is_joined(token);
  const bool is_end = date.ends_year() && ((joined && last_->begins_year()) || is_close_of_year(token));
  const std::u32string_view behind = std::u32string_view(prose_.plain.text).substr(token.end);
  is_part_ = (leaves_part(date) && !is_end) || (date.month != 0 && !word_at_start(behind, words_.before).empty());
  const bool several = joined && last_->year != 0 && last_->year != date.year;
  if (date.year != 0) year_ = several || follows_bare_year(prose_, token, words_.date_joins) ? kSeveral : date.year;
  last_ = &date;
  last_end_ = token.end;
}

// 截至|12月|底, 1至|12月
bool ClaimTime::is_close_of_year(const Token& token) const {
  const std::u32string_view behind = std::u32string_view(prose_.plain.text).substr(token.end);
  std::u32string_view before = prose_.between(0, token.begin);
  if (!word_at_start(behind, words_.years.ends).empty()) return !word_at_end(before, words_.years.until).empty();
  const std::size_t join = word_at_end(before, words_.date_joins).size();
  before.remove_suffix(join);
  const bool is_one = before.ends_with(U'1') && !(before.size() > 1 && begins_number(before[before.size() - 2]));
  return join > 0 && is_one;
}

// 2022年结转4件，年内办结70件: the year is over where a number of its own stands between.
void ClaimTime::take_this_year(const Token& token) {
  is_part_ = false;
  if (number_end_ > last_end_ || year_ == kSeveral) year_.reset();
  last_end_ = token.end;
}

// Behind a date (2019年以来) the year is known.
void ClaimTime::take_period(const Token& token) {
  if (last_ != nullptr && last_end_ == token.begin) return;
  year_ = kSeveral;
  last_end_ = token.end;
}

// 2019年|至|2022年
bool ClaimTime::is_joined(const Token& token) const {
  return last_ != nullptr && last_end_ <= token.begin &&
         is_one_of(prose_.between(last_end_, token.begin), words_.date_joins);
}

}  // namespace nianbao

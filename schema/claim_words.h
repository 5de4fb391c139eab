// How the narrative of a report speaks of the numbers of its tables. Data of schema/claims.json, constant once loaded.
#pragma once

#include <bitset>
#include <cstddef>
#include <initializer_list>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "schema/term_index.h"

namespace nianbao {

// Words that are looked for in running text.
class Words {
 public:
  Words() = default;
  // Longest first; none of them empty.
  Words(std::vector<std::u32string> words);
  Words(std::initializer_list<std::u32string> words) : Words(std::vector(words)) {}

  std::vector<std::u32string>::const_iterator begin() const { return words_.begin(); }
  std::vector<std::u32string>::const_iterator end() const { return words_.end(); }
  bool empty() const { return words_.empty(); }
  std::size_t size() const { return words_.size(); }
  const std::u32string& operator[](std::size_t i) const { return words_[i]; }

  // False for most characters with which no word begins or ends.
  bool may_begin_with(char32_t c) const { return firsts_[c % kSlots]; }
  bool may_end_with(char32_t c) const { return lasts_[c % kSlots]; }

 private:
  static constexpr std::size_t kSlots = 512;

  std::vector<std::u32string> words_;
  std::bitset<kSlots> firsts_;
  std::bitset<kSlots> lasts_;
};

// The longest of `words` with which `text` begins or ends; empty where it does with none.
std::u32string_view word_at_start(std::u32string_view text, const Words& words);
std::u32string_view word_at_end(std::u32string_view text, const Words& words);

bool holds_one_of(std::u32string_view text, const Words& words);
bool is_one_of(std::u32string_view text, const Words& words);

// Whether `text` is nothing but some of `words`, one behind the other, the longest first; true for no text.
bool is_made_of(std::u32string_view text, const Words& words);

struct NumberWords {
  Words units;
  Words chinese_units;                      // behind which alone Chinese numerals are numbers
  std::map<std::u32string, int> multiples;  // 万: 4
  Words multiple_words;                     // of these, longest first
  Words about_before;                       // 约
  Words about_between;                      // 余, between number and unit
  Words about_after;                        // 左右, behind the unit
  Words not_units;                          // 年, 个工作日: what stands before them is no claim
  Words ordinal_before;                     // 第
  Words numeral_not_behind;                 // 统: no Chinese numeral is a number behind it
  Words hours;                              // 8时30分
  Words minutes;
  Words each_before;                    // 各 3 件
  Words bare_before;                    // 数量为: a number without unit may follow
  Words zero_before;                    // 为: 零 without unit may follow
  std::map<char32_t, char32_t> quoted;  // 《 》: no number of what stands between is a claim
};

// What the words of one meaning do to the numbers beside them.
enum class TermRole {
  kPredicate,     // says what happened: 收到, 予以公开
  kContext,       // says to what: 申请, 行政复议
  kExcludes,      // the number is not of this year and this body as a whole: 去年, 增加, 本级
  kPart,          // 其中
  kOneOfSeveral,  // 网上: alone in a clause it names a part; two of them name a whole
  kShared,        // 分别: the numbers behind it belong to words before it
  kOffTopic,      // the sentence is about other things: 公文属性
  kDisclosure,    // 信息公开
  kProactive,     // 主动公开
  kDisowns,       // 与信息公开无关: said of the number before
  kAll,           // 均
  kThisYear,      // 年内: a year named before it is over
  kPeriod,        // 五年来: the numbers behind it are of several years
  kNegation,      // 未收到
  kNothing        // an idiom: no word in it counts
};

struct SignedField {
  std::string field;  // id; * stands for any characters
  bool negative = false;
};
using Sum = std::vector<SignedField>;  // a reading of the tables

// What a number may be about, and the readings that would be right.
struct Subject {
  std::string id;
  std::string rule;
  std::string none_rule;  // where words say that there were none; same as `rule` unless named
  std::string name_zh;
  std::string name_en;
  std::vector<Meanings> predicates;  // any of these; several bits: all of them, joined; 0: no predicate
  std::vector<Meanings> contexts;    // likewise
  bool own_context = false;          // the context stands in the number's own clause
  bool whole = false;                // a number behind 其中 is not about it
  bool undivided = false;            // nor is one that is said to be a share of something
  bool unanswered = false;           // nor one of those that are said to be answered
  bool alone = false;                // nor one of a sentence that speaks of 主动公开: documents are of both kinds
  bool after = false;                // the predicate may stand behind the number
  bool disclosure = false;           // with a predicate 信息公开 must stand near: others deal with such cases too
  bool may_be_none = false;
  bool bare_none = false;  // 无 beside its context is enough
  bool of_all = false;     // 均 with its predicate claims it of the numbers before
  std::vector<int> years;  // to the report's: years that may stand before the number
  Words units;
  std::vector<Sum> readings;
};

struct YearWords {
  std::vector<int> sections;            // in which years are looked at
  std::vector<int> next_year_sections;  // in which the next year is at home
  Words work;                           // what follows a year that is the time of the work reported
  Words leads;                          // 回顾: may stand before it
  Words self;                           // 我局, before the year
  Words this_time;                      // 本年度, before a year in brackets
  Words publish;                        // 发布: done this year to last year's report
  Words reports;                        // 政府信息公开工作年度报告, behind its year
  Words will;                           // 将进一步: of a plan, which is never for the year that is over
  Words not_this_time;                  // 上: before such a word
  Words of_report;                      // 本报告, 统计口径: the sentence speaks of the report
  Words of_older;                       // 上一份: or of an older one
  Words matters;                        // what a sentence about the work speaks of
  Words own;                            // 信息公开, close behind the year
  Words sources;                        // 针对: what is named behind them is of that year
  Words until;                          // 截至
  Words ends;                           // 底, behind the year
  Words made;                           // 印发的: something of that year is meant
  Words announce;                       // 如下: the sentence says what the report is about
  Words announced;                      // what follows the year then
  Words plan;
  Words compare;
  Words contrast;  // 今年: the year is set against the report's
};

struct ShareWords {
  Words units;
  Words ways;                      // 通过: what came that way is a part …
  Words all_ways;                  // 等: … unless all ways are meant
  Words before;                    // 占
  std::vector<std::string> rules;  // numbers of these rules are parts of the wholes
  std::vector<Sum> wholes;
  Words growth;
  Words fall;
};

struct PartWords {
  Words begin;               // 其中
  Words not_all;             // words that make the parts no plain list
  std::vector<Words> kinds;  // each: words for kinds that exclude each other
};

// Words by which the author of a report names itself or its superior, and the types of body that never would.
struct SelfWords {
  Words words;
  std::vector<std::string> not_of;
};

// Words for a place, and the types of body whose own numbers are those of the whole of it.
struct PlaceWords {
  Words words;
  std::vector<std::string> of;
};

struct FeeWords {
  int section = 0;
  Words about;
  Words charged;
  std::string unpaid;
  std::map<std::u32string, int> money;  // unit: power of ten to 元
  int step = 0;                         // 元; fees are multiples of it
  Words parts_begin;
  Words not_charged;
};

struct ClaimWords {
  NumberWords numbers;
  Words sentence_breaks;
  Words half_breaks;  // of these, those after which the thought goes on: ；
  Words clause_breaks;
  Words list_breaks;
  TermIndex terms;
  std::map<TermRole, Meanings> roles;       // the meanings of each role
  std::map<Meanings, Meanings> stands_for;  // of a negation: its predicate
  std::map<Meanings, Meanings> absorbs;  // of a predicate: those that behind it say nothing more, 结转下年度|办理
  Words fillers;                         // 共: nothing else may part a number from the clause before
  Words connectors;                      // 、 和: what joins two words to one
  Words plain;                           // 公民提出的: narrows nothing between 收到 and 申请
  Words things;                          // 文件: what is granted beside them is no application
  Words reasons;                         // 因: words behind it do not say what is counted
  Words ways;                            // 通过: what came that way is a part …
  Words all_ways;                        // 等: … unless all ways are meant
  Words before;                          // 前, behind a date
  Words from;                            // 从: the number behind it is where a change begins
  Words alone_units;                     // of numbers without a context of their own
  Words date_joins;                      // 至: two dates are one period
  Words inside;                          // 中: a context before it does not own the number
  std::vector<Subject> subjects;
  YearWords years;
  Words period;
  ShareWords shares;
  PartWords sums;
  std::vector<SelfWords> bodies;
  std::vector<PlaceWords> places;  // 全县
  Words ourselves;                 // 我, 本局: behind a year
  Words own_names;                 // 我局: behind it a number is the body's own, and no longer of a whole place
  FeeWords fees;

  bool has_role(Meanings meanings, TermRole role) const { return (meanings & roles.at(role)) != 0; }
};

}  // namespace nianbao

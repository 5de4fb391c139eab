// The text of a section in pieces: numbers, dates, words that mean something, and where clauses and sentences end.
#pragma once

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "audit/text_numbers.h"
#include "extract/sections.h"
#include "schema/claim_words.h"
#include "schema/lexicon.h"
#include "schema/plain_text.h"

namespace nianbao {

struct TextDate {
  int year = 0;   // 0 where none stands there: 12月31日
  int month = 0;  // 0 for a year alone
  int day = 0;
  bool is_typo = false;  // 202020年: more digits than a year has

  bool begins_year() const { return month == 1 && day <= 1; }
  bool ends_year() const;  // 12月, 12月31日
};

enum class TokenKind { kNumber, kDate, kTerm, kList, kClause, kSentence, kParagraph };

struct Token {
  TokenKind kind = TokenKind::kTerm;
  std::size_t begin = 0;  // characters of the plain text
  std::size_t end = 0;
  Meanings meanings = 0;  // of a term
  std::size_t index = 0;  // of a number or date
};

struct Prose {
  const Section* section = nullptr;
  PlainText plain;
  std::vector<Token> tokens;
  std::vector<TextNumber> numbers;
  std::vector<TextDate> dates;

  std::u32string_view between(std::size_t begin, std::size_t end) const {
    return std::u32string_view(plain.text).substr(begin, end - begin);
  }
};

// 2019—|2022年: whether a year without 年 and one of `joins` stand before the token.
bool follows_bare_year(const Prose& prose, const Token& token, const Words& joins);

// Time and memory are linear in the text. Nothing between 《 and 》 or 〔 and 〕 is taken.
Prose read_prose(const Section& section, const ClaimWords& words, const TitleWords& titles);

struct Sentence {
  std::size_t first = 0;  // tokens [first, second)
  std::size_t second = 0;
  std::size_t begin = 0;  // characters [begin, end) of the plain text
  std::size_t end = 0;
};

// All with a token, in order; the last one ends with the text.
std::vector<Sentence> sentences_of(const Prose& prose);

}  // namespace nianbao

// Sentences with planted numbers: how many are found, with exact spans, values, units and subjects.
// NIANBAO_SENTENCES=FILE measures those of another file, NIANBAO_MISSES=1 prints what is not found or not there.
#include <gtest/gtest.h>

#include <cstdlib>
#include <iostream>
#include <map>
#include <set>
#include <sstream>
#include <tuple>

#include "audit/claims.h"
#include "audit/prose_period.h"
#include "audit/prose_years.h"
#include "schema/plain_text.h"
#include "schema/text.h"
#include "tests/support/places.h"

namespace nianbao::test {
namespace {

constexpr int kYear = 2023;  // of the report that the sentences are taken for

// A number planted in a sentence, or found there. Spans are code points of the sentence.
struct Planted {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::string value;
  std::string unit;
  std::string subject;  // "-" for none, "*" for any
};

struct Sentence {
  std::string half;
  std::string text;
  std::vector<Planted> numbers;
  std::vector<std::pair<std::size_t, std::size_t>> years;
};

std::vector<std::string> split(const std::string& text, char mark) {
  std::vector<std::string> parts(1);
  for (const char c : text)
    if (c == mark)
      parts.emplace_back();
    else
      parts.back() += c;
  return parts;
}

std::string without_separators(const std::string& number) { return replace_all(simplified(number), ",", ""); }

// 余件 → 件: what stands between a number and its unit is no part of it.
std::string unit_of(std::string text) {
  for (const char* about : {"余", "多"})
    if (text.starts_with(about)) text.erase(0, std::string(about).size());
  return text == "％" ? "%" : text;
}

Sentence parse(const std::string& line) {
  Sentence sentence;
  std::string rest = line;
  while (!rest.empty()) {
    const std::size_t at = rest.find_first_of("[<");
    sentence.text += rest.substr(0, at);
    if (at == std::string::npos) break;
    const std::size_t end = rest.find(rest[at] == '[' ? ']' : '>', at);
    const std::vector<std::string> parts = split(rest.substr(at + 1, end - at - 1), '|');
    const std::size_t begin = character_count(sentence.text);
    const std::size_t size = character_count(parts[0]);
    if (rest[at] == '<')
      sentence.years.emplace_back(begin, begin + size);
    else
      sentence.numbers.push_back({begin, begin + size, parts.size() > 3 ? parts[3] : without_separators(parts[0]),
                                  unit_of(parts[1]), parts[2]});
    sentence.text += parts[0] + (rest[at] == '[' ? parts[1] : "");
    rest = rest.substr(end + 1);
  }
  return sentence;
}

std::vector<Sentence> sentences() {
  std::vector<Sentence> all;
  const char* other = std::getenv("NIANBAO_SENTENCES");
  std::istringstream in(file_content(other != nullptr ? other : project("tests/audit/data/sentences.txt")));
  std::string half;
  for (std::string line; std::getline(in, line);) {
    if (line.starts_with("= "))
      half = line.substr(2);
    else if (!line.empty() && line.front() != '#') {
      all.push_back(parse(line));
      all.back().half = half;
    }
  }
  return all;
}

Report report_with(const Sentence& sentence) {
  Report report;
  report.title.report_year = kYear;
  report.sections.push_back({.number = 1, .heading = "一、总体情况", .where = "L1", .text = sentence.text});
  return report;
}

std::size_t origin_end(const Prose& prose, std::size_t end) { return prose.plain.origin[end - 1] + 1; }

// The sentences do not tell what is checked apart only because more is known of it.
std::string subject_of(const Claim& claim) {
  static const std::map<std::string, std::string> kSame = {{"received_new", "received"},
                                                           {"applications_by_name", "applications"}};
  const std::string& id = claim.subjects.front()->id;
  const auto same = kSame.find(id);
  return same == kSame.end() ? id : same->second;
}

std::vector<Planted> found_in(const Narrative& narrative) {
  std::vector<Planted> found;
  const Prose& prose = narrative.prose.front();
  std::map<std::size_t, std::string> subjects;
  for (const Claim& claim : narrative.claims.front()) {
    if (claim.number)
      subjects.emplace(*claim.number, subject_of(claim));
    else
      found.push_back(
          {prose.plain.origin[claim.begin], origin_end(prose, claim.end), claim.value, "", subject_of(claim)});
  }
  for (std::size_t i = 0; i < prose.numbers.size(); ++i) {
    const TextNumber& number = prose.numbers[i];
    found.push_back({prose.plain.origin[number.begin], origin_end(prose, number.end), number.value,
                     utf8_of(number.unit), subjects.contains(i) ? subjects[i] : "-"});
  }
  return found;
}

struct Score {
  int right = 0;
  int found = 0;
  int planted = 0;

  double precision() const { return found == 0 ? 1 : static_cast<double>(right) / found; }
  double recall() const { return planted == 0 ? 1 : static_cast<double>(right) / planted; }
};

std::string shown(const Planted& p) {
  return std::to_string(p.begin) + "-" + std::to_string(p.end) + " " + p.value + " " + p.unit + " " + p.subject;
}

bool same_number(const Planted& a, const Planted& b) {
  return std::tie(a.begin, a.end, a.value, a.unit) == std::tie(b.begin, b.end, b.value, b.unit);
}

bool same_subject(const Planted& a, const Planted& b) {
  return a.subject == b.subject || a.subject == "*" || b.subject == "*";
}

const Planted* partner(const Planted& one, const std::vector<Planted>& others) {
  for (const Planted& other : others)
    if (same_number(one, other)) return &other;
  return nullptr;
}

struct Scores {
  Score numbers;
  Score subjects;
  Score years;
};

void compare(const Sentence& sentence, const std::vector<Planted>& found, Scores& scores, std::ostream& misses) {
  scores.numbers.planted += static_cast<int>(sentence.numbers.size());
  scores.numbers.found += static_cast<int>(found.size());
  for (const Planted& planted : sentence.numbers) {
    const Planted* match = partner(planted, found);
    scores.numbers.right += match != nullptr;
    const bool counts = planted.subject != "-" && planted.subject != "*";
    scores.subjects.planted += counts;
    scores.subjects.right += counts && match != nullptr && same_subject(planted, *match);
    if (match == nullptr || !same_subject(planted, *match))
      misses << sentence.text << "\n  planted " << shown(planted)
             << (match == nullptr ? "" : "\n  found   " + shown(*match)) << '\n';
  }
  for (const Planted& one : found) {
    const Planted* match = partner(one, sentence.numbers);
    scores.subjects.found += one.subject != "-" && (match == nullptr || match->subject != "*");
    if (match == nullptr) misses << sentence.text << "\n  found   " << shown(one) << '\n';
  }
}

// Findings about years of this report that the sentence should not have: R-T-10, and R-T-11 where they bound a period.
std::vector<Finding> year_findings(const Narrative& narrative) {
  std::vector<Finding> findings = check_years(narrative);
  for (const Finding& period : check_periods(narrative)) findings.push_back(period);
  return findings;
}

std::pair<std::size_t, std::size_t> span_of(const Finding& finding) {
  const std::size_t at = finding.where.rfind('@') + 1;
  return {std::stoul(finding.where.substr(at)), std::stoul(finding.where.substr(finding.where.find('-', at) + 1))};
}

// A year is found where the finding has its span, with 年, or that of a period with it.
void compare_years(const Sentence& sentence, const Narrative& narrative, Score& score, std::ostream& misses) {
  score.planted += static_cast<int>(sentence.years.size());
  std::set<std::size_t> right;  // years of the sentence, by their place
  for (const Finding& finding : year_findings(narrative)) {
    const auto [first, last] = span_of(finding);
    bool is_right = false;
    for (const auto& [begin, end] : sentence.years) {
      // `2023` of 2023.01.01 and `2023年`
      const bool meant =
          finding.rule == "R-T-11" ? first <= begin && end < last : first == begin && (last == end + 1 || last == end);
      is_right = is_right || meant;
      if (meant) right.insert(begin);
    }
    if (is_right) continue;
    ++score.found;
    misses << sentence.text << "\n  found year " << finding.where << '\n';
  }
  score.found += static_cast<int>(right.size());
  score.right += static_cast<int>(right.size());
  if (right.size() != sentence.years.size()) misses << sentence.text << "\n  a year is not found\n";
}

void print(const std::string& half, const char* what, const Score& score) {
  std::cout << half << ' ' << what << ": " << score.right << " right of " << score.found << " found and "
            << score.planted << " planted, precision " << score.precision() * 100 << " %, recall "
            << score.recall() * 100 << " %\n";
}

void expect_at_least(const Score& score, double precision, double recall) {
  EXPECT_GE(score.precision(), precision);
  EXPECT_GE(score.recall(), recall);
}

TEST(Sentences, AreAThousandAndMostOfThemWereNotTunedFor) {
  std::map<std::string, int> count;
  for (const Sentence& sentence : sentences()) ++count[sentence.half];
  EXPECT_GE(count["known"] + count["held"], 300);
  EXPECT_GE(count["held"], 100);
  EXPECT_GE(count["fresh"], 880);
}

TEST(Sentences, NumbersSubjectsAndYearsAreFound) {
  for (const std::string half : {"known", "held", "fresh"}) {
    Scores scores;
    std::ostringstream misses;
    for (const Sentence& sentence : sentences()) {
      if (sentence.half != half) continue;
      const Report report = report_with(sentence);
      const Narrative narrative = read_narrative(report, built_in_schema());
      compare(sentence, found_in(narrative), scores, misses);
      compare_years(sentence, narrative, scores.years, misses);
    }
    print(half, "numbers", scores.numbers);
    print(half, "subjects", scores.subjects);
    print(half, "years", scores.years);
    if (std::getenv("NIANBAO_MISSES") != nullptr) std::cout << misses.str();
    expect_at_least(scores.numbers, 0.98, 0.95);
    expect_at_least(scores.years, 0.98, 0.95);
    // What a number is about is harder to tell; where the words do not decide, nothing is claimed.
    if (half == "fresh")
      expect_at_least(scores.subjects, 0.96, 0.8);
    else
      expect_at_least(scores.subjects, 0.98, 0.95);
  }
}

}  // namespace
}  // namespace nianbao::test

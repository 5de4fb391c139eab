// Which report it is: title, body, year, and what kind of body.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "extract/document.h"
#include "extract/sections.h"
#include "schema/schema.h"

namespace nianbao {

struct Title {
  std::string text;      // as printed, its lines joined; empty where there is none
  std::string org_name;  // empty where the title names none
  std::string org_type = "unknown";
  std::optional<int> report_year;  // nothing where the document states none, or several
  std::string scope = "unknown";
};

// From what stands before the first section: the first one to three lines that together say 信息公开 … 年度报告. The
// year is that of the title, else that of the period sentence (统计期限自2024年1月1日起…), never another year of the
// text.
Title read_title(const std::vector<Section>& sections, const Lexicon& lexicon);

// The body named in a title and its year; `text` is empty unless the whole of `line` is a title.
Title parse_title(const std::string& line, const Lexicon& lexicon);

// A title and the block that begins with its first line.
struct PlacedTitle {
  Title title;
  std::size_t block = 0;  // index into Document::blocks
};

// All titles outside tables that begin with a paragraph, in document order. One of several lines counts if it names a
// body of a known kind or none: a title joined with what stands above it is none. Nor is an entry `栏目: …`.
std::vector<PlacedTitle> find_titles(const Document& document, const Lexicon& lexicon);

// Whether they name different years, or bodies of which neither's name ends with the other's.
bool name_different_reports(const Title& a, const Title& b);

// How much a title names of body and year: 0 to 2.
int named_in(const Title& title);

// state_dept, province, city, county, township, street, department, public_body or unknown.
std::string org_type_of(const std::string& org_name, const Lexicon& lexicon);

}  // namespace nianbao

// What reading one file may cost. Honest reports stay far below every limit; `--limit NAME=VALUE` moves one.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "extract/problem.h"

namespace nianbao {

struct Limits {
  std::size_t file_bytes = 512U << 20U;    // of an input file
  std::size_t part_bytes = 64U << 20U;     // of a member once unpacked
  std::size_t part_ratio = 250;            // unpacked to packed size, of members above kRatioFreeBytes only
  std::size_t archive_bytes = 8UL << 30U;  // of all members of an archive of reports once unpacked
  std::size_t xml_bytes = 24U << 20U;      // of an XML part; honest main parts are below 2 MiB
  std::size_t text_bytes = 32U << 20U;     // of a text file or page
  std::size_t entries = 65'535;            // of a container
  std::size_t depth = 240;                 // of nested elements; Word itself stays below 100
  std::size_t attributes = 1'000;          // of one tag, and namespaces declared around one element
  std::size_t tag_bytes = 4U << 20U;       // of one tag
  std::size_t tables = 5'000;              // of a document
  std::size_t cells = 100'000;             // of a document; the largest honest report has a few hundred
  std::size_t cell_bytes = 256U << 10U;    // of the text of one cell, which is then refused alone
  std::size_t paragraphs = 200'000;        // of a document
  std::size_t layout_lines = 20'000;       // of a text whose columns are told by place; a report has some hundred
  std::size_t chunks = 20;                 // files inside a document that it shows; further ones are not read
  std::size_t memory_bytes = 1U << 30U;    // of the process that reads; honest files stay below 64 MiB
  std::size_t cpu_seconds = 60;            // of its processor time for a file, or for a member of an archive
  std::size_t idle_seconds = 600;          // without a sign of life, as from storage that does not answer

  bool operator==(const Limits&) const = default;
};

// Members that unpack to less are read whatever their ratio: small honest ones reach 300:1.
inline constexpr std::size_t kRatioFreeBytes = 16U << 20U;

struct LimitKind {
  const char* name;  // as in --limit NAME=VALUE
  std::size_t Limits::*value;
  const char* code;  // of the problem of a file beyond it
  const char* zh;
  const char* en;
};

const std::vector<LimitKind>& limit_kinds();

// The first kind with this code, or nullptr where the code is that of no limit.
const LimitKind* limit_kind(std::string_view code);

// Applies "name=value", a whole number ≥ 1. Returns what is wrong with it, or nothing.
std::string set_limit(Limits& limits, std::string_view assignment);

// The problem of being beyond a limit at `place`, which may be empty. Its detail names the limit and its value.
Problem beyond(const Limits& limits, std::size_t Limits::*value, const std::string& place);

}  // namespace nianbao

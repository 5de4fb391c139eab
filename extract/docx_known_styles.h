// Style parts that have been read before: that of a writer's template comes again, byte by byte, in most of its files.
#pragma once

#include "extract/docx_styles.h"
#include "extract/limits.h"
#include "extract/problem.h"
#include "extract/zip_archive.h"

namespace nianbao {

// Styles::read() of the part that is packed so. Every thread remembers the last few parts, some MiB at most; a part is
// known before it is unpacked, by all its packed bytes and by the limits it was read under. Problems: those of
// unpacked() and parse_xml(); they are not remembered.
Result<Styles> read_styles(PackedMember member, const Limits& limits);

}  // namespace nianbao

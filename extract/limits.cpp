#include "extract/limits.h"

#include <algorithm>
#include <charconv>
#include <stdexcept>

namespace nianbao {

namespace {

// One a line, with what each is of.
std::string list_of(const std::vector<LimitKind>& kinds) {
  constexpr std::size_t kRoomForName = 16;
  std::string list;
  for (const LimitKind& kind : kinds) {
    std::string name = kind.name;
    name.resize(std::max(name.size() + 1, kRoomForName), ' ');
    list += "\n  " + name + kind.en;
  }
  return list;
}

}  // namespace

const std::vector<LimitKind>& limit_kinds() {
  static const std::vector<LimitKind> kinds = {
      {"file-bytes", &Limits::file_bytes, "limit_size", "一个输入文件的字节数", "bytes of an input file"},
      {"part-bytes", &Limits::part_bytes, "limit_size", "容器中一个成员展开后的字节数",
       "bytes of a member of a container once unpacked"},
      {"part-ratio", &Limits::part_ratio, "limit_ratio", "大成员的压缩比", "compression ratio of a big member"},
      {"archive-bytes", &Limits::archive_bytes, "limit_size", "一个压缩包全部成员展开后的字节数",
       "bytes of all members of an archive of reports once unpacked"},
      {"xml-bytes", &Limits::xml_bytes, "limit_size", "一个 XML 部件的字节数", "bytes of an XML part"},
      {"text-bytes", &Limits::text_bytes, "limit_size", "一个文本或网页的字节数", "bytes of a text file or page"},
      {"entries", &Limits::entries, "limit_entries", "容器的成员数", "members of a container"},
      {"depth", &Limits::depth, "limit_depth", "元素嵌套层数", "depth of nested elements"},
      {"attributes", &Limits::attributes, "limit_attributes", "一个标签的属性数", "attributes of one tag"},
      {"tag-bytes", &Limits::tag_bytes, "limit_tag", "一个标签的字节数", "bytes of one tag"},
      {"tables", &Limits::tables, "limit_tables", "表格数", "tables of a document"},
      {"cells", &Limits::cells, "limit_cells", "表格单元格数", "table cells of a document"},
      {"cell-bytes", &Limits::cell_bytes, "cell_refused", "一个单元格的字节数", "bytes of one cell"},
      {"paragraphs", &Limits::paragraphs, "limit_paragraphs", "段落数", "paragraphs of a document"},
      {"layout-lines", &Limits::layout_lines, "limit_layout", "以位置分列的文本行数",
       "lines of a text whose columns are told by place"},
      {"chunks", &Limits::chunks, "chunk_unread", "文档嵌入并显示的文件数", "files inside a document that it shows"},
      {"memory-bytes", &Limits::memory_bytes, "limit_memory", "读取一个文件所用内存的字节数",
       "bytes of memory to read a file with"},
      {"cpu-seconds", &Limits::cpu_seconds, "timeout", "读取一个文件所用的处理器秒数",
       "seconds of processor time to read a file"},
      {"idle-seconds", &Limits::idle_seconds, "timeout_idle", "读取一个文件时没有进展的秒数",
       "seconds without progress in reading a file"},
  };
  return kinds;
}

const LimitKind* limit_kind(std::string_view code) {
  for (const LimitKind& kind : limit_kinds())
    if (kind.code == code) return &kind;
  return nullptr;
}

std::string set_limit(Limits& limits, std::string_view assignment) {
  const std::size_t equals = std::min(assignment.find('='), assignment.size());
  const std::string_view name = assignment.substr(0, equals);
  const std::string_view typed = assignment.substr(std::min(equals + 1, assignment.size()));
  const std::vector<LimitKind>& kinds = limit_kinds();
  const auto kind = std::find_if(kinds.begin(), kinds.end(), [&](const LimitKind& k) { return k.name == name; });
  if (kind == kinds.end()) {
    return "no such limit: " + std::string(name) + "; there are:" + list_of(kinds);
  }
  std::size_t value = 0;
  const auto [end, error] = std::from_chars(typed.data(), typed.data() + typed.size(), value);
  if (error != std::errc() || end != typed.data() + typed.size() || value == 0)
    return std::string(kind->name) + " needs a whole number of at least 1, not '" + std::string(typed) + "'";
  limits.*(kind->value) = value;
  return "";
}

Problem beyond(const Limits& limits, std::size_t Limits::*value, const std::string& place) {
  for (const LimitKind& kind : limit_kinds())
    if (kind.value == value)
      return {kind.code, (place.empty() ? "" : place + ": ") + std::string(kind.name) + " > " +
                             std::to_string(limits.*value) + ", --limit " + kind.name + "=N"};
  throw std::logic_error("a limit without a kind");
}

}  // namespace nianbao

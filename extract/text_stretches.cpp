#include "extract/text_stretches.h"

#include <iterator>
#include <utility>

namespace nianbao {

void replace_stretches(Document& document, const std::function<std::vector<Block>(const TextStretch&)>& read,
                       const std::vector<std::size_t>& starts) {
  const std::vector<Block> before = std::exchange(document.blocks, {});
  TextStretch stretch;
  const auto end_stretch = [&] {
    if (stretch.empty()) return;
    std::vector<Block> made = read(stretch);
    document.blocks.insert(document.blocks.end(), std::make_move_iterator(made.begin()),
                           std::make_move_iterator(made.end()));
    stretch.clear();
  };
  auto start = starts.begin();
  for (std::size_t i = 0; i < before.size(); ++i) {
    const Block& block = before[i];
    const auto* paragraph = std::get_if<Paragraph>(&block);
    if (start != starts.end() && *start == i) end_stretch(), ++start;
    if (paragraph != nullptr && paragraph->is_line) {
      stretch.push_back(paragraph);
      continue;
    }
    end_stretch();
    document.blocks.push_back(block);
  }
  end_stretch();
  std::size_t ordinal = 0;
  for (Block& block : document.blocks)
    if (auto* table = std::get_if<Table>(&block)) table->ordinal = ++ordinal;
}

std::vector<Block> unchanged(const TextStretch& stretch) {
  std::vector<Block> blocks;
  blocks.reserve(stretch.size());
  for (const Paragraph* paragraph : stretch) blocks.emplace_back(*paragraph);
  return blocks;
}

}  // namespace nianbao

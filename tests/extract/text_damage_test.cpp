// Text that is not what its author wrote is named, and honest text is not.
#include "extract/text_damage.h"

#include <gtest/gtest.h>

#include "extract/encoding.h"
#include "schema/text.h"

namespace nianbao::test {
namespace {

// Each line a paragraph; behind a TAB a cell.
Document document_of(const std::string& text) {
  Document document;
  document.encoding = "UTF-8";
  for (const std::string_view line : split_lines(text)) {
    const std::size_t number = document.blocks.size() + 1;
    if (!line.starts_with('\t')) {
      document.blocks.emplace_back(Paragraph{.text = std::string(line), .ordinal = number, .is_line = true});
      continue;
    }
    Table table{.ordinal = number, .row_count = 1, .cells = {}};
    table.cells.push_back({.text = std::string(line.substr(1)), .row = 1, .column = 1, .line = number});
    document.blocks.emplace_back(std::move(table));
  }
  return document;
}

// "code[detail]" of all damage, and behind an arrow why no report would be found.
std::string damage_of(const std::string& text) {
  Document document = document_of(text);
  note_text_damage(document);
  std::string out;
  for (const Problem& damage : document.damage) out += damage.code + "[" + damage.detail + "]";
  return document.lost_text ? out + " -> " + document.lost_text->code : out;
}

// As a program shows text whose bytes are of one encoding and which it takes for another.
std::string misread(const std::string& text, const char* written, const char* read) {
  const Result<DecodedText> shown = decode_text(encode_text(text, written), read);
  return shown ? shown->text : "";
}

const std::string kProse =
    "清河县水务局按照上级要求编制本报告，全年共收到申请十二件，均已按时办结并答复，欢迎社会各界监督。";

// 清河县水务局按照上级要求编制本报告，全年共收到申请十二件, in UTF-8, as an editor shows it that takes it for GBK.
const std::string kSavedAsGbk =
    "娓呮渤鍘挎按鍔″眬鎸夌収涓婄骇瑕佹眰缂栧埗鏈\xEE\x84\x81"
    "姤鍛婏紝鍏ㄥ勾鍏辨敹鍒扮敵璇峰崄浜屼欢";

struct DamageCase {
  const char* what;
  std::string text;
  std::string expected;
};

TEST(TextDamage, IsNamed) {
  const std::vector<DamageCase> cases = {
      // As an editor saved it: 政府信息公开 with one character lost, twice with a `?` in its place.
      {"UTF-8 read as GBK, a heading", "一、总体情况\n鏀垮簻淇℃伅鍏紑\n完\n", "mojibake_part[L2]"},
      {"UTF-8 read as GBK, with marks for what was lost", "鏀垮簻淇℃伅鍏?紑宸ヤ綔\n", "mojibake_part[L1]"},
      {"UTF-8 read as Windows-1252", "è¡Œæ”¿è®¸å¯\n1\n", "mojibake_part[L1]"},
      {"UTF-8 read as GB18030, all of it", kSavedAsGbk, "mojibake_part[L1] -> mojibake"},
      {"UTF-8 read as ISO-8859-1, all of it", misread(kProse, "UTF-8", "ISO-8859-1"), "mojibake_part[L1] -> mojibake"},
      {"GBK read as ISO-8859-1, all of it", misread(kProse, "GB18030", "ISO-8859-1"), "mojibake_part[L1] -> mojibake"},
      {"in a cell", "规章\n\t" + misread("行政许可", "UTF-8", "ISO-8859-1") + "\n\t3\n", "mojibake_part[L2]"},
      {"from the first line to the last",
       kProse + "\n鏀垮簻淇℃伅鍏紑\n" + kProse + "\n鏀垮簻淇℃伅鍏紑\n" + kProse + "\n", "mojibake_part[L2 – L4]"},
      {"question marks for Chinese", "一、总体情况\n??????\n", "text_lost_part[L2]"},
      {"question marks for all of it", "???????????\n?????????????2020???????\n1\n2\n",
       "text_lost_part[L1 – L2] -> text_lost"},
      {"U+FFFD", "一、总体情况\n规\xEF\xBF\xBD\n", "text_lost_part[L2]"},
      {"U+FFFD in a cell", "规章\n\t1\xEF\xBF\xBD\n", "text_lost_part[L2]"},
      {"U+FFFD twice over", "一、总体情况\n锟斤拷锟斤拷\n", "text_lost_part[L2]"},
      {"both", "鏀垮簻淇℃伅鍏紑\n????\n" + kProse, "mojibake_part[L1]text_lost_part[L2]"},
  };
  for (const DamageCase& made : cases) EXPECT_EQ(damage_of(made.text), made.expected) << made.what;
}

TEST(TextDamage, IsNotSeenInHonestText) {
  const std::vector<std::pair<const char*, std::string>> cases = {
      {"nothing", ""},
      {"Chinese", kProse},
      {"Traditional characters", "清河縣水務局按照上級要求編製本報告，全年共收到申請十二件，均已按時辦結並答覆。"},
      {"rare characters, as of names", "淄博临淄、亳州涡阳、濮阳台前、郫县、嵊泗、甪直、鄄城、郯城、莒县、瀍河"},
      {"a question", "是否公开??? 是的。"},
      {"two question marks", "行政许可??"},
      {"figures", "2020 12.5 -3 +4 10%"},
      {"English", "The report of 2020 has three tables, hasn't it?"},
      {"French and German", "Où est-il passé, l'été dernier? Größe, Höhe, Übergang, naïveté"},
      {"Icelandic", "Þeir ætla að fá sér kaffi í kvöld, sögðu þær öðru fólki"},
      {"footnotes", "projects.[¹¹⁴] In 2016[¹¹⁵] it had 15,999 accounts.[²¹⁶][¹¹]"},
      {"signs", "℃ § ± × · “” …… —— ①②③ ■●▲"},
  };
  for (const auto& [what, text] : cases)
    EXPECT_EQ(damage_of(text), std::string(what) == "a question" ? "text_lost_part[L1]" : "") << what;
}

TEST(TextDamage, SignsOfWordDocumentsAreNoLoss) {
  Document document = document_of("\xEF\xBF\xBD 规章\n");
  document.encoding = "";
  note_text_damage(document);
  EXPECT_TRUE(document.damage.empty());
}

TEST(TextDamage, LongTextIsLookedThroughInParts) {
  std::string text;
  for (int i = 0; i < 4000; ++i) text += kProse + "\n";
  EXPECT_EQ(damage_of(text), "");
  EXPECT_EQ(damage_of(text + "鏀垮簻淇℃伅鍏紑\n" + text), "mojibake_part[L4001]");
  std::string one_line;
  for (int i = 0; i < 4000; ++i) one_line += misread(kProse, "UTF-8", "ISO-8859-1");
  EXPECT_EQ(damage_of(one_line), "mojibake_part[L1] -> mojibake");
}

}  // namespace
}  // namespace nianbao::test

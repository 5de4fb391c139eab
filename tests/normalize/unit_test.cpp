// In which unit numbers stand, by labels and texts beside a table.
#include "normalize/unit.h"

#include <gtest/gtest.h>

#include "tests/support/places.h"

namespace nianbao::test {
namespace {

struct LabelUnit {
  const char* label;
  const char* unit;
};

TEST(UnitInLabelTest, IsThatOfTheLastBracket) {
  const LabelUnit cases[] = {
      {"采购总金额（万元）", "万元"},
      {"采购总金额(万元)", "万元"},
      {"采购总金额(元)", "元"},
      {"采购总金额 （ 万 元 ）", "万元"},
      {"采购总金额\n（万元）", "万元"},
      {"采购總金額（萬元）", "万元"},
      {"本年收费金额（单位：万元）", "万元"},
      {"本年收费金额(单位:万元)", "万元"},
      {"本年收费金额（单位：元）", "元"},
      {"本年收费金额（单位：亿元）", "亿元"},
      {"本年收费金额（单位：万元）：", "万元"},
      {"采购项目数量（个）", "个"},
      {"处理决定数量（件）", "件"},
      {"处理决定数量（单位：万件）", "万件"},
      {"本年收费金额（单位：美元）", "美元"},
      {"本年收费金额（单位：人民币万元）", "万元"},
      {"本年收费金额（单位为万元）", "万元"},
      {"本年收费金额（单 位：万元）", "万元"},
      {"本年收费金额（单位：）", "本年收费金额(单位:)"},
  };
  for (const LabelUnit& c : cases) EXPECT_EQ(unit_in_label(c.label, built_in_schema().lexicon), c.unit) << c.label;
}

TEST(UnitInLabelTest, IsEmptyWhereNoneIsStated) {
  const char* const labels[] = {
      "",
      "采购总金额",
      "本年收费金额",
      "（",
      "）",
      "（）",
      "本年增/减",
      "本年增/减 (指2019年增加或减少的事项数,减用负值表示,如-8)",
      "处理决定数量 (指2020年办件量)",
      "规章(设区的市、自治州人民政府应提供相关数据)",
      "上一年项目数量 (指2019年事项数)",
      "总计",
      "自然人",
      "其他（含事业单位）",
      "执收单位",
  };
  for (const char* label : labels) EXPECT_EQ(unit_in_label(label, built_in_schema().lexicon), "") << label;
}

struct Statement {
  const char* text;
  std::vector<std::string> units;
};

TEST(UnitsInStatementTest, AreThoseThatItNames) {
  const Statement cases[] = {
      {"单位：件", {"件"}},
      {"（单位：万元）", {"万元"}},
      {"单位：件、万元", {"件", "万元"}},
      {"单位:件/万元", {"件", "万元"}},
      {"计量单位：万件", {"万件"}},
      {"数据单位：千件", {"千件"}},
      {"单位 件", {"件"}},
      {"单位千元", {"千元"}},
      {"单位：人民币万元", {"万元"}},
      {"单位：（万元）", {"万元"}},
      {"金额单位为元", {"元"}},
      {"单位均为万元", {"万元"}},
      {"本表单位以万元计", {"万元"}},
      {"（金额以万元为单位）", {"万元"}},
      {"金额以元为计量单位", {"元"}},
      {"数量以千件为单位。", {"千件"}},
      {"填报单位：水务局  单位：件", {"件"}},
      {"附表二（计量单位：件，金额单位：元）", {"件", "元"}},
      // Not known, and said so.
      {"单位：打", {"打"}},
      {"单位 打", {"打"}},
      {"单位：美元", {"美元"}},
      {"单位：万美元", {"万美元"}},
      {"以打为单位", {"打"}},
      {"单位：标准件", {"标准件"}},
      {"单位：打、万元", {"打", "万元"}},
      {"以标准件为单位", {"标准件"}},
      {"统计单位：打", {"打"}},
      // However it is spaced, and whatever stands beside it.
      {"单 位：千件", {"千件"}},
      {"單位：萬件", {"万件"}},
      {"单\n位：万元", {"万元"}},
      {"（ 单位 ： 万 元 ）", {"万元"}},
      {"单位：千件 填报单位：清河县水务局", {"千件"}},
      {"单位：千件填报单位：清河县水务局", {"千件"}},
      {"单位：千件 制表：清河县水务局", {"千件"}},
      {"单位：千件　　2023年12月", {"千件"}},
      {"金额单位：元  填报单位：水务局", {"元"}},
      {"单位：千件 金额：万元", {"千件", "万元"}},
      {"单位：件，元", {"件", "元"}},
      {"单位：件；元", {"件", "元"}},
      {"（单位：件，金额：元）", {"件", "元"}},
      {"统计单位：人民币元", {"元"}},
      {"金额以元为单位填报。", {"元"}},
      {"以千件为单位统计。", {"千件"}},
      {"按千件为单位", {"千件"}},
      {"以千件为基本单位", {"千件"}},
  };
  for (const Statement& c : cases) EXPECT_EQ(units_in_statement(c.text, built_in_schema().lexicon), c.units) << c.text;
}

TEST(UnitsInStatementTest, AreNoneWhereTheWordMeansABody) {
  const char* const texts[] = {
      "",
      "各单位配合。",
      "各单位为本次统计提供了数据。",
      "本年度被评为政务公开先进单位",
      "填报单位：清河县水务局",
      "填报单位：水务",
      "填报单位（盖章）：清河县水务局",
      "单位：清河县水务局",
      "单位名称：清河县水务局",
      "单位负责人：张三",
      "（含局属单位）",
      "注：以上数据含下属单位。",
      "全县各单位共投入10万元。",
      "以科室为单位统计。",
      "我局为全县先进单位，单位职工30人。",
      "单位：",
      "单位（盖章）：清河县水务局",
      "（单位公章）",
      "单位申请",
      "单位 2",
      "单位：清河县人民检察院",
      "单位：清河县档案馆",
      "执收单位：无",
      "全县有三个单位为示范点。",
      "按部门为单位统计。",
      "各单位共投入资金十万余元，涉及三家企业。",
  };
  for (const char* text : texts)
    EXPECT_EQ(units_in_statement(text, built_in_schema().lexicon), std::vector<std::string>()) << text;
}

}  // namespace
}  // namespace nianbao::test

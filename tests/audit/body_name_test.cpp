#include "audit/body_name.h"

#include <gtest/gtest.h>

#include "extract/title.h"
#include "tests/support/places.h"

namespace nianbao::test {
namespace {

const Lexicon& lexicon() { return built_in_schema().lexicon; }

BodyName named(const std::string& name) { return body_name_of(name, org_type_of(name, lexicon()), lexicon()); }

TEST(BodyName, SpellingsOfOneBodyHaveOneKey) {
  const std::pair<const char*, const char*> same[] = {
      {"清河县人民政府", "清河县政府"},
      {"清河县人民政府", "清河县"},
      {"清河县人民政府办公室", "清河县政府办"},
      {"绿园区同心街道", "绿园区同心街道办事处"},
      {"绿园区同心街道", "绿园区同心街道办"},
      {"清河县红石镇人民政府", "清河县红石镇"},
      {"清河县卫生健康委员会", "清河县卫生健康委"},
      {"南山经济开发区管理委员会", "南山经济开发区管委会"},
      {"清河縣水務局", "清河县水务局"},
      {"清河县　水务局", "清河县水务局"},
      {"第１街道", "第1街道"},
  };
  for (const auto& [a, b] : same) EXPECT_EQ(named(a).key, named(b).key) << a << " " << b;
}

TEST(BodyName, DifferentBodiesHaveDifferentKeys) {
  const std::pair<const char*, const char*> different[] = {
      {"清河县人民政府", "清河县人民政府办公室"}, {"清河县水务局", "清河县财政局"},
      {"清河县水务局", "清源县水务局"},           {"绿园区第1街道", "绿园区第11街道"},
      {"东风镇人民政府", "东风乡人民政府"},       {"清河县", "清河市"},
  };
  for (const auto& [a, b] : different) EXPECT_NE(named(a).key, named(b).key) << a << " " << b;
}

TEST(BodyName, PlaceIsTheSmallestThatTheNameSays) {
  struct Case {
    const char* name;
    const char* place;
    bool is_unique;
  };
  const Case cases[] = {
      {"清河县水务局", "清河县", true},
      {"淮安市洪泽区人民政府", "洪泽区", true},
      {"洪泽区人民政府", "洪泽区", true},
      {"广州市水务局", "广州市", true},
      {"苏州市吴中区财政局", "吴中区", true},
      {"市中区财政局", "市中区", true},
      {"江苏省水利厅", "江苏省", true},
      {"广西壮族自治区财政厅", "广西壮族自治区", true},
      {"绿园区同心街道办事处", "绿园区", true},
      {"清河县城市管理局", "清河县", true},
      {"清河县市场监督管理局", "清河县", true},
      {"盐城市财政局", "盐城市", true},
      {"东城区教育局", "东城区", true},
      {"淮安市人民政府办公室", "淮安市", true},
      {"淮安市政府", "淮安市", true},
      {"市场监督管理局", "", false},
      {"城市管理局", "", false},
      {"公安局", "", false},
      {"市公安局", "", false},
      {"县财政局", "", false},
      {"城关镇人民政府", "", false},
      {"东风街道", "", false},
      {"开发区管委会", "", false},
      {"国家税务总局", "", true},  // the only one
      {"", "", false},
  };
  for (const Case& c : cases) {
    EXPECT_EQ(named(c.name).place, c.place) << c.name;
    EXPECT_EQ(named(c.name).is_unique, c.is_unique) << c.name;
  }
}

TEST(BodyName, LikenessOfNames) {
  struct Case {
    const char* a;
    const char* b;
    bool is_like;
  };
  const Case cases[] = {
      {"清河县水务局", "清河县水利局", true},         {"清河县文化局", "清河县文化和旅游局", true},
      {"清河县环境保护局", "清河县生态环境局", true}, {"洪泽区人民政府", "淮安市洪泽区人民政府", true},
      {"清河县水务局", "清源县水务局", false},                                      // another place
      {"清河县水务局", "清河县财政局", false},        {"水务局", "水利局", false},  // no place
      {"清河县公安局", "清河县教育局", false},
  };
  for (const Case& c : cases) {
    EXPECT_EQ(likeness(named(c.a), named(c.b)) >= 60, c.is_like) << c.a << " " << c.b;
    EXPECT_EQ(likeness(named(c.a), named(c.b)), likeness(named(c.b), named(c.a))) << c.a << " " << c.b;
  }
}

TEST(BodyName, OfficesOfGovernments) {
  const std::pair<const char*, const char*> cases[] = {
      {"上海市人民政府办公厅", "province"},
      {"淮安市人民政府办公室", "city"},
      {"清河县人民政府办公室", "county"},
      {"淮安市水利局", ""},
      {"办公室", ""},
      {"", ""},
  };
  for (const auto& [name, type] : cases) EXPECT_EQ(body_type_of_office(name, lexicon()), type) << name;
}

// Hostile names stay cheap.
TEST(BodyName, LongNames) {
  std::string name = "清河县";
  for (int i = 0; i < 20'000; ++i) name += "水务";
  EXPECT_EQ(likeness(named(name + "局"), named(name + "利厅")), 0);
}

}  // namespace
}  // namespace nianbao::test

// JSON that names file and path of whatever is wrong with it.
#include "schema/json_node.h"

#include <gtest/gtest.h>

#include "schema/schema.h"

namespace nianbao::test {
namespace {

const char* const kJson =
    R"({"name": "格式", "year": 2021, "negative": -3, "list": ["甲", "乙"], "deep": {"rows": [{"id": "a"}, {"id": ""}]},
  "none": null, "flag": true, "half": 2.5, "large": 99999999999, "mixed": ["甲", 1], "text_number": "7",
  "escaped": "\u4e2d\n\"\\", "empty_list": [], "empty": {}})";

JsonNode node() { return JsonNode::parse("form.json", kJson); }

// What the action says when it refuses, empty where it does not.
template <typename Action>
std::string refusal(Action action) {
  try {
    action();
  } catch (const SchemaError& error) {
    return error.what();
  }
  return "";
}

TEST(JsonNodeTest, ReadsWhatIsThere) {
  EXPECT_EQ(node().at("name").string(), "格式");
  EXPECT_EQ(node().at("year").integer(), 2021);
  EXPECT_EQ(node().at("negative").integer(), -3);
  EXPECT_EQ(node().at("list").strings(), (std::vector<std::string>{"甲", "乙"}));
  EXPECT_EQ(node().at("deep").at("rows").items().at(0).at("id").string(), "a");
  EXPECT_EQ(node().at("escaped").string(), "中\n\"\\");
  EXPECT_TRUE(node().at("empty_list").items().empty());
  EXPECT_TRUE(node().at("empty").keys().empty());
  EXPECT_EQ(node().at("deep").keys(), std::vector<std::string>{"rows"});
  EXPECT_FALSE(node().find("nothing").has_value());
  EXPECT_TRUE(node().find("name").has_value());
}

TEST(JsonNodeTest, KnownMembersAreAccepted) {
  EXPECT_EQ(refusal([] { node().at("deep").expect_only({"rows", "columns"}); }), "");
}

TEST(JsonNodeTest, RefusalNamesFileAndPath) {
  struct Case {
    const char* special;
    void (*action)();
    const char* file_and_path;
  };
  const Case cases[] = {
      {"missing member", [] { node().at("nothing"); }, "form.json: $: "},
      {"missing member below", [] { node().at("deep").at("columns"); }, "form.json: $.deep: "},
      {"unknown member", [] { node().at("deep").expect_only({"row"}); }, "form.json: $.deep: "},
      {"text for a number", [] { node().at("text_number").integer(); }, "form.json: $.text_number: "},
      {"number for a text", [] { node().at("year").string(); }, "form.json: $.year: "},
      {"fraction for a whole number", [] { node().at("half").integer(); }, "form.json: $.half: "},
      {"truth for a whole number", [] { node().at("flag").integer(); }, "form.json: $.flag: "},
      {"number beyond int", [] { node().at("large").integer(); }, "form.json: $.large: "},
      {"null for a text", [] { node().at("none").string(); }, "form.json: $.none: "},
      {"null for a number", [] { node().at("none").integer(); }, "form.json: $.none: "},
      {"null for a list", [] { node().at("none").items(); }, "form.json: $.none: "},
      {"truth for a text", [] { node().at("flag").string(); }, "form.json: $.flag: "},
      {"object for a list", [] { node().at("deep").items(); }, "form.json: $.deep: "},
      {"list for an object", [] { node().at("list").keys(); }, "form.json: $.list: "},
      {"list asked for a member", [] { node().at("list").at("a"); }, "form.json: $.list: "},
      {"text asked for a member", [] { node().at("name").find("a"); }, "form.json: $.name: "},
      {"list for a text", [] { node().at("list").string(); }, "form.json: $.list: "},
      {"empty text in an item", [] { node().at("deep").at("rows").items().at(1).at("id").string(); },
       "form.json: $.deep.rows[1].id: "},
      {"number among texts", [] { node().at("mixed").strings(); }, "form.json: $.mixed[1]: "},
      {"a reason of one's own", [] { node().at("deep").fail("so it is"); }, "form.json: $.deep: so"},
  };
  for (const Case& c : cases) {
    SCOPED_TRACE(c.special);
    std::string message;
    EXPECT_NO_THROW(message = refusal(c.action)) << "thrown as something other than SchemaError";
    EXPECT_EQ(message.rfind(c.file_and_path, 0), 0U) << "says: " << message;
    EXPECT_NE(message, c.file_and_path);
  }
}

TEST(JsonNodeTest, UnknownAndMissingMembersAreNamed) {
  EXPECT_NE(refusal([] { node().at("nothing"); }).find("nothing"), std::string::npos);
  EXPECT_NE(refusal([] { node().at("deep").expect_only({"row"}); }).find("rows"), std::string::npos);
}

TEST(JsonNodeTest, WhatIsNotJsonIsRefusedWithItsFile) {
  const char* const cases[] = {"",
                               " ",
                               "{",
                               "[",
                               "{\"a\": }",
                               "{\"a\": 1,}",
                               "{a: 1}",
                               "{\"a\": 1} x",
                               "{\"a\": 1}{\"b\": 2}",
                               "[1 2]",
                               "nonsense",
                               "{\"a\": \"\n",
                               "<xml/>",
                               "{\"a\": 01}"};
  for (const char* json : cases) {
    const auto read = [json] { JsonNode::parse("form.json", json).keys(); };
    std::string message;
    EXPECT_NO_THROW(message = refusal(read)) << json;
    EXPECT_EQ(message.rfind("form.json: $: ", 0), 0U) << json << " says: " << message;
  }
}

TEST(JsonNodeTest, MemberGivenTwiceIsRefused) {
  EXPECT_NE(refusal([] { JsonNode::parse("form.json", R"({"a": 1, "a": 2})").at("a").integer(); }), "");
}

}  // namespace
}  // namespace nianbao::test

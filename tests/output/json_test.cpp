#include "output/json.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <limits>
#include <stdexcept>

#include "schema/json_node.h"
#include "schema/text.h"

namespace nianbao::test {
namespace {

TEST(Json, Scalars) {
  const struct {
    Json value;
    const char* expected;
  } cases[] = {
      {Json("a"), "\"a\"\n"},
      {Json(""), "\"\"\n"},
      {Json(std::string("规章")), "\"规章\"\n"},
      {Json(0), "0\n"},
      {Json(-5), "-5\n"},
      {Json(std::numeric_limits<std::int64_t>::max()), "9223372036854775807\n"},
      {Json(std::numeric_limits<std::int64_t>::min()), "-9223372036854775808\n"},
      {Json(0.5), "0.5\n"},
      {Json(true), "true\n"},
      {Json(false), "false\n"},
      {Json("a\"b"), "\"a\\\"b\"\n"},
      {Json("a\\b"), "\"a\\\\b\"\n"},
      {Json("a\nb\tc"), "\"a\\nb\\tc\"\n"},
  };
  for (const auto& c : cases) EXPECT_EQ(to_text(c.value), c.expected);
}

TEST(Json, TextReadsBackAsItWas) {
  const std::string texts[] = {"a",         "规章 · 本年新制作数量",    "“三安全一稳定”",
                               "a\"b\\c/d", "line\nline\r\n\ttab",      std::string("\x01\x1F", 2),
                               "𠀀",        "reports.zip!/2020/a.docx", "\xE3\x80\x80"};
  for (const std::string& text : texts) {
    const std::string json = to_text(Json::Members{{"text", text}});
    EXPECT_TRUE(is_utf8(json));
    EXPECT_EQ(JsonNode::parse("test", json).at("text").string(), text);
  }
}

// Names of files may be any bytes; a JSON file is UTF-8 nevertheless.
TEST(Json, TextThatIsNoUtf8StillGivesUtf8) {
  const std::string texts[] = {"\xC4\xEA\xB1\xA8.docx", "a\xFF", "\xE8\xA7", "\xED\xA0\x80"};
  for (const std::string& text : texts) {
    const std::string json = to_text(Json::Members{{"text", text}});
    EXPECT_TRUE(is_utf8(json)) << json;
    EXPECT_NO_THROW(JsonNode::parse("test", json)) << json;
  }
}

TEST(Json, MembersKeepTheirOrder) {
  const std::string json = to_text(Json::Members{{"z", 1}, {"a", 2}, {"M", 3}, {"规章", 4}});
  std::size_t at = 0;
  for (const char* key : {"\"z\"", "\"a\"", "\"M\"", "\"规章\""}) {
    const std::size_t found = json.find(key);
    ASSERT_NE(found, std::string::npos) << key;
    EXPECT_GE(found, at) << key;
    at = found;
  }
}

TEST(Json, NestedListsAndMembers) {
  const std::string json = to_text(Json::Members{{"list", Json::List{1, "b", Json::List{}, Json::Members{{"x", true}}}},
                                                 {"empty", Json::List{}},
                                                 {"none", Json::Members{}}});
  const JsonNode root = JsonNode::parse("test", json);
  EXPECT_EQ(root.at("list").items().size(), 4U);
  EXPECT_EQ(root.at("list").items()[0].integer(), 1);
  EXPECT_EQ(root.at("list").items()[1].string(), "b");
  EXPECT_EQ(root.at("list").items()[2].items().size(), 0U);
  EXPECT_EQ(root.at("list").items()[3].keys(), std::vector<std::string>{"x"});
  EXPECT_EQ(root.at("empty").items().size(), 0U);
  EXPECT_TRUE(root.at("none").keys().empty());
}

TEST(Json, IndentsByTwoAndEndsWithLf) {
  const std::string json = to_text(Json::Members{{"a", Json::Members{{"b", 1}}}});
  EXPECT_NE(json.find("\n  \"a\""), std::string::npos) << json;
  EXPECT_NE(json.find("\n    \"b\""), std::string::npos) << json;
  EXPECT_EQ(json.back(), '\n');
  EXPECT_NE(json[json.size() - 2], '\n');
}

TEST(ParseJson, GivesBackWhatWasWritten) {
  const std::string text =
      to_text(Json::Members{{"z", 1},
                            {"a", "规章 \"x\"\n"},
                            {"list", Json::List{nullptr, true, 0.25, Json::Members{}, Json::List{}}},
                            {"large", std::int64_t{9007199254740993}}});
  EXPECT_EQ(to_text(parse_json(text)), text);
}

TEST(ParseJson, RefusesWhatIsNoJson) {
  for (const char* text : {"", "{", "{\"a\": }", "no"}) EXPECT_THROW(parse_json(text), std::invalid_argument) << text;
}

TEST(JsonStrings, KeepOrderAndEmptyTexts) {
  EXPECT_EQ(JsonNode::parse("test", to_text(json_strings({"b", "a", "b"}))).strings(),
            (std::vector<std::string>{"b", "a", "b"}));
  EXPECT_EQ(JsonNode::parse("test", to_text(json_strings({""}))).items().size(), 1U);
  EXPECT_TRUE(JsonNode::parse("test", to_text(json_strings({}))).items().empty());
}

}  // namespace
}  // namespace nianbao::test

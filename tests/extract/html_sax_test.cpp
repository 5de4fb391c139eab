// Tags, texts and references of HTML as the standard tokenizes them.
#include "extract/html_sax.h"

#include <gtest/gtest.h>

namespace nianbao::test {
namespace {

// The events in one line: <name a=b> </name> 'text'.
class Recorder : public HtmlHandler {
 public:
  const char* start(const std::string& name, const HtmlAttributes& attributes) override {
    events += "<" + name;
    for (const char* attribute : {"a", "b"})
      if (const auto value = attributes.find(attribute)) events += std::string(" ") + attribute + "=" + *value;
    events += attributes.is_self_closing() ? "/>" : ">";
    return name == "stop" ? "limit_cells" : nullptr;
  }
  void end(const std::string& name) override { events += "</" + name + ">"; }
  void text(std::string_view text) override { events += "'" + std::string(text) + "'"; }

  std::string events;
};

std::string events_of(const std::string& html) {
  Recorder recorder;
  EXPECT_FALSE(parse_html(html, recorder));
  return recorder.events;
}

struct EventCase {
  const char* what;
  std::string html;
  std::string expected;
};

TEST(HtmlSax, Tags) {
  const std::vector<EventCase> cases = {
      {"names in lower case", "<TD>1</Td>", "<td>'1'</td>"},
      {"attributes, quoted or not", "<p a=1 B='2 3'>", "<p a=1 b=2 3>"},
      {"spaces around the equals sign", "<p a = \"1\"\nb\n=2>", "<p a=1 b=2>"},
      {"attribute without value", "<p a>", "<p a=>"},
      {"of two attributes the first counts", "<p a=1 A=2>", "<p a=1>"},
      {"references in attributes", "<p a='&lt;&#39;'>", "<p a=<'>"},
      {"> in a quoted value", "<p a='>'>1", "<p a=>>'1'"},
      {"self-closing", "<br/><br />", "<br/><br/>"},
      {"no end tag is made up", "<td>1<td>2", "<td>'1'<td>'2'"},
      {"end tags that end nothing are told", "1</br>2</p>", "'1'</br>'2'</p>"},
      {"end tag with attributes", "</p a='>'>1", "</p>'1'"},
      {"less-than sign in text", "1 < 2 <5件 <规章>", "'1 < 2 <5件 <规章>'"},
      {"tag that the page does not finish", "1<td a=2", "'1'"},
      {"quote that the page does not close", "1<td a='2>3", "'1'"},
      {"less-than sign at the end", "1<", "'1<'"},
      {"start of an end tag at the end", "1</", "'1</'"},
  };
  for (const EventCase& made : cases) EXPECT_EQ(events_of(made.html), made.expected) << made.what;
}

TEST(HtmlSax, WhatIsNoContent) {
  const std::vector<EventCase> cases = {
      {"comment", "1<!-- <td>9</td> -->2", "'1''2'"},
      {"shortest comments", "1<!-->2<!--->3", "'1''2''3'"},
      {"comment closed by an exclamation mark", "1<!-- 9 --!>2", "'1''2'"},
      {"dashes in a comment", "1<!-- 9 -- 9 - > 9 --->2", "'1''2'"},
      {"comment that nothing closes", "1<!-- 9 ->2", "'1'"},
      {"Word's conditions around text are no text", "<![if !supportLists]>7、<![endif]>", "'7、'"},
      {"Word's conditions in comments", "<!--[if gte mso 9]><xml>9</xml><![endif]-->1", "'1'"},
      {"doctype and processing instruction", "<!DOCTYPE html><?xml version='1.0'?>1", "'1'"},
      {"end tag without a name", "1</>2</5>3", "'1''2''3'"},
      {"script", "<script>if(a<b)\"<table><td>9</td>\"</script>1", "<script></script>'1'"},
      {"end tags inside a text area", "<textarea></td></textareas>9</textarea >1", "<textarea></textarea>'1'"},
      {"style, title and noscript", "<style><td></style><title>&lt;</title><noscript><td>9</noscript>1",
       "<style></style><title></title><noscript></noscript>'1'"},
      {"script that nothing closes", "1<script></table>", "'1'<script>"},
  };
  for (const EventCase& made : cases) EXPECT_EQ(events_of(made.html), made.expected) << made.what;
}

TEST(HtmlSax, References) {
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"&amp;&lt;&gt;&quot;&apos;", "&<>\"'"},
      {"&nbsp;&ensp;&middot;&hellip;&mdash;", "\u00A0\u2002·…—"},
      {"&#19968;&#x4E00;&#X4e00;", "一一一"},
      {"&#19968a", "一a"},
      {"&nbsp1", "\u00A01"},
      {"&ltd", "<d"},
      {"&middot1&hellip", "·1&hellip"},
      {"&unknown;&;&#;&#x;& 1&", "&unknown;&;&#;&#x;& 1&"},
      {"&#0;&#xD800;&#1114112;&#99999999999;", "\uFFFD\uFFFD\uFFFD\uFFFD"},
      {"&#150;5", "–5"},  // a minus sign of windows-1252, not a control character that nobody sees
      {"&#129;", "\u0081"},
      {"&amp;lt;", "&lt;"},
  };
  for (const auto& [html, expected] : cases) EXPECT_EQ(events_of(html), "'" + expected + "'") << html;
}

TEST(HtmlSax, StopsWhereTheHandlerSays) {
  Recorder recorder;
  const auto problem = parse_html("1<stop>2", recorder);
  ASSERT_TRUE(problem);
  EXPECT_EQ(problem->code, "limit_cells");
  EXPECT_EQ(recorder.events, "'1'<stop>");
}

// A page of any shape takes time in proportion to its size; each of these took minutes if it did not.
TEST(HtmlSax, NoPageIsSlow) {
  const std::size_t many = 400'000;
  for (const std::string piece :
       {"<!--", "<!-- -", "</", "<a ", "<a b='", "&", "&amp", "<script>", "<p a", "<![", "<"}) {
    std::string html;
    for (std::size_t i = 0; i < many; ++i) html += piece;
    Recorder recorder;
    EXPECT_FALSE(parse_html(html, recorder)) << piece;
  }
}

}  // namespace
}  // namespace nianbao::test

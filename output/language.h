// The two languages of messages for people. Ids, column names and data files never depend on it.
#pragma once

namespace nianbao {

enum class Language { kChinese, kEnglish };

// The text in the language asked for.
inline const char* say(Language language, const char* zh, const char* en) {
  return language == Language::kChinese ? zh : en;
}

}  // namespace nianbao

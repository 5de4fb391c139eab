#include "tests/support/archive.h"

#include <set>

#include "schema/json_node.h"
#include "tests/support/docx_builder.h"
#include "tests/support/model_report.h"
#include "tests/support/places.h"

namespace nianbao::test {
namespace {

namespace fs = std::filesystem;

ModelReport report(int year, const std::string& org) {
  ModelReport made(built_in_schema(), year > 2020 ? "2021" : "2019", year);
  made.set_org(org);
  return made;
}

std::set<std::string> files_of(const fs::path& out) {
  std::set<std::string> names;
  for (const auto& entry : fs::directory_iterator(out))
    if (const std::string name = entry.path().filename().string(); entry.is_regular_file() && !name.starts_with('.'))
      names.insert(name);
  names.erase("run.json");
  return names;
}

}  // namespace

void make_archive(const fs::path& folder) {
  for (int year = 2019; year <= 2023; ++year)
    for (const char* org : {"清河县水务局", "清河县教育局", "东山镇人民政府"}) {
      ModelReport made = report(year, org);
      if (year == 2022) made.set("req_new__natural", "");
      const std::string name = org + std::to_string(year);
      write_file(folder / (name + ".docx"), made.docx());
      if (year == 2020) write_file(folder / "text" / (name + ".txt"), made.text() + "\n");
    }
  write_file(folder / "copy.docx", file_content(folder / "清河县教育局2021.docx"));
  write_file(folder / "more.zip", zip_of({{"2021/a.docx", report(2021, "清河县税务局").docx()},
                                          {"2022/b.docx", report(2022, "清河县税务局").docx()},
                                          {"readme.txt", "说明\n"}}));
  write_file(folder / "damaged.docx", file_content(folder / "copy.docx").substr(0, 5000));
  write_file(folder / "empty.docx", "");
  write_file(folder / "scan.pdf", "%PDF-1.7\n");
  write_file(folder / "~$a.docx", "lock");
  write_file(folder / "notice.txt", "通知，今天开会。\n");
  write_file(folder / "\xE6\x88.txt", "a name that is no UTF-8\n");
}

std::string difference(const fs::path& out, const fs::path& other) {
  const std::set<std::string> names = files_of(out);
  if (names != files_of(other)) return "other files";
  for (const std::string& name : names)
    if (file_content(out / name) != file_content(other / name)) return name;
  return "";
}

int work_count(const fs::path& out, const std::string& name) {
  return JsonNode::parse("run.json", file_content(out / "run.json")).at("work").at(name).integer();
}

}  // namespace nianbao::test

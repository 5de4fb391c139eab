// make_archive COUNT FOLDER [small|usual|large]: fills a folder with reports of both forms, as different programs save
// them. word/document.xml has about 40, 290 or 1,080 KB. The same arguments give the same bytes.
#include <cstdlib>
#include <filesystem>
#include <iostream>

#include "bench/markup.h"
#include "bench/package_parts.h"
#include "bench/prose.h"
#include "bench/random.h"
#include "tests/support/places.h"

namespace nianbao::bench {
namespace {

struct Body {
  int year = 0;
  std::string name;
};

// Four years of every body; the form changed after 2020.
Body body_of(int number) {
  static const std::vector<std::string> kKinds = {"水务局", "教育局", "财政局", "民政局", "卫生健康局", "人民政府"};
  const int body = number / 4;
  return {2019 + number % 4,
          "清河县第" + std::to_string(body / 6 + 1) + "区" + kKinds[static_cast<std::size_t>(body % 6)]};
}

// Mostly 0, some small, a few large.
int any_number(std::mt19937& random) {
  const unsigned kind = below(10, random);
  return static_cast<int>(below(kind < 6 ? 1U : kind < 8 ? 10U : kind < 9 ? 200U : 30'000U, random));
}

test::ModelReport filled(const Form& form, int year, std::mt19937& random) {
  test::ModelReport report(test::built_in_schema(), form.id, year);
  std::map<std::string, int> numbers;
  for (const std::string& id : report.field_ids()) numbers[id] = any_number(random);
  test::balance(form, numbers);
  for (const auto& [id, number] : numbers) report.set(id, std::to_string(number));
  return report;
}

const Form& form_of(int year) { return *test::built_in_schema().find_form(year > 2020 ? "2021" : "2019"); }

// Some hundred characters up to two thousand.
std::string prose(MarkupWriter& writer, std::mt19937& random) {
  std::string xml;
  for (unsigned paragraphs = 2 + below(8, random); paragraphs > 0; --paragraphs)
    xml += writer.paragraph(any_paragraph(random));
  return xml;
}

struct Section {
  std::string heading;
  std::string content;
};

std::vector<Section> sections_of(const Form& form, const test::ModelReport& report, MarkupWriter& writer) {
  static const std::vector<std::string> kNumerals = {"一", "二", "三", "四", "五", "六"};
  std::vector<Section> sections;
  for (const FormSection& section : form.sections) {
    const std::vector<test::RowSpec> rows = report.table(section.number);
    sections.push_back(
        {writer.paragraph(kNumerals.at(static_cast<std::size_t>(section.number) - 1) + "、" + section.heading),
         rows.empty() ? "" : writer.table(rows)});
  }
  return sections;
}

std::string report_body(const Body& body, const Markup& markup, std::mt19937& random) {
  const Form& form = form_of(body.year);
  const test::ModelReport report = filled(form, body.year, random);
  MarkupWriter writer(markup, random);
  std::vector<Section> sections = sections_of(form, report, writer);
  sections.front().content = writer.paragraph(summary(report)) + prose(writer, random);
  sections[sections.size() - 2].content = prose(writer, random);
  sections.back().content = writer.paragraph("本年度没有收取信息处理费。");
  std::string xml = writer.paragraph(body.name + std::to_string(body.year) + "年政府信息公开工作年度报告");
  for (const Section& section : sections) xml += section.heading + section.content;
  return xml;
}

const Markup& markup_of(int number, const std::string& size) {
  if (size == "small") return bare_markup();
  if (size == "large") return scattered_markup();
  return usual_markups()[static_cast<std::size_t>(number) % usual_markups().size()];
}

std::string report_file(int number, const std::string& size) {
  std::mt19937 random(static_cast<unsigned>(number));
  const std::string own_style = number % 10 == 0 ? "Own" + std::to_string(number) : "";
  return package_of(report_body(body_of(number), markup_of(number, size), random), own_style);
}

void fill(int count, const std::filesystem::path& folder, const std::string& size) {
  for (int i = 0; i < count; ++i)
    test::write_file(folder / std::to_string(i / 100) / ("r" + std::to_string(i) + ".docx"), report_file(i, size));
}

}  // namespace
}  // namespace nianbao::bench

int main(int argc, char** argv) {
  if (argc < 3) {
    std::cerr << "make_archive COUNT FOLDER [small|usual|large]\n";
    return 2;
  }
  nianbao::bench::fill(std::atoi(argv[1]), argv[2], argc > 3 ? argv[3] : "usual");
}

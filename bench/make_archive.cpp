// make_archive COUNT FOLDER [KILOBYTES]: fills a folder with reports of both forms, as different programs save them,
// whose word/document.xml has KILOBYTES in the mean. The same arguments give the same bytes.
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

constexpr std::size_t kUsualKilobytes = 294;
// A report with all that editors write around its text is never smaller.
constexpr std::size_t kSmallestUsual = 150;

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

// Prose that fills what is left to the wanted size, half of it in the first section and half in the last.
std::string prose(MarkupWriter& writer, std::size_t bytes, std::mt19937& random) {
  std::string xml;
  do xml += writer.paragraph(any_paragraph(random));
  while (xml.size() < bytes);
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

std::size_t size_of(const std::vector<Section>& sections) {
  std::size_t size = 0;
  for (const Section& section : sections) size += section.heading.size() + section.content.size();
  return size;
}

std::string report_body(const Body& body, const Markup& markup, std::size_t bytes, std::mt19937& random) {
  const Form& form = form_of(body.year);
  const test::ModelReport report = filled(form, body.year, random);
  MarkupWriter writer(markup, random);
  std::vector<Section> sections = sections_of(form, report, writer);
  const std::size_t tables = size_of(sections);
  const std::size_t missing = bytes > tables ? bytes - tables : 0;
  sections.front().content = writer.paragraph(summary(report)) + prose(writer, missing / 2, random);
  sections[sections.size() - 2].content = prose(writer, missing / 2, random);
  sections.back().content = writer.paragraph("本年度没有收取信息处理费。");
  std::string xml = writer.paragraph(body.name + std::to_string(body.year) + "年政府信息公开工作年度报告");
  for (const Section& section : sections) xml += section.heading + section.content;
  return xml;
}

const Markup& markup_of(int number, std::size_t kilobytes) {
  const std::vector<Markup>& usual = usual_markups();
  return kilobytes < kSmallestUsual ? bare_markup() : usual[static_cast<std::size_t>(number) % usual.size()];
}

std::string report_file(int number, std::size_t kilobytes) {
  std::mt19937 random(static_cast<unsigned>(number));
  const Markup& markup = markup_of(number, kilobytes);
  const double varied = 0.9 + 0.2 * below(1'000, random) / 1'000;
  const auto bytes = static_cast<std::size_t>(static_cast<double>(kilobytes) * 1'000 * markup.share * varied);
  const std::string own_style = number % 10 == 0 ? "Own" + std::to_string(number) : "";
  return package_of(report_body(body_of(number), markup, bytes, random), own_style);
}

void fill(int count, const std::filesystem::path& folder, std::size_t kilobytes) {
  for (int i = 0; i < count; ++i)
    test::write_file(folder / std::to_string(i / 100) / ("r" + std::to_string(i) + ".docx"), report_file(i, kilobytes));
}

}  // namespace
}  // namespace nianbao::bench

int main(int argc, char** argv) {
  if (argc < 3) {
    std::cerr << "make_archive COUNT FOLDER [KILOBYTES]\n";
    return 2;
  }
  const std::size_t kilobytes =
      argc > 3 ? static_cast<std::size_t>(std::atoi(argv[3])) : nianbao::bench::kUsualKilobytes;
  nianbao::bench::fill(std::atoi(argv[1]), argv[2], kilobytes);
}

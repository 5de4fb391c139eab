// Ten years of 300 bodies with planted breaks, renames and missing years: every break between years that can be
// compared is found, and nothing else. What is expected is written down while planting.
#include <gtest/gtest.h>

#include <random>
#include <set>
#include <tuple>

#include "audit/batch.h"
#include "tests/support/model_facts.h"
#include "tests/support/places.h"

namespace nianbao::test {
namespace {

// Body, year, rule, severity, outcome and the first field.
using Expectation = std::tuple<std::string, int, std::string, std::string, std::string, std::string>;

const std::vector<std::string> kColumns = {"natural", "commercial", "research", "welfare", "legal", "other"};
const std::vector<std::string> kItems = {"licensing", "penalty", "coercion", "fee"};

struct World {
  std::vector<ReportFacts> reports;
  std::multiset<Expectation> expected;
  std::map<std::string, int> planted;  // by what was planted, where it must be found
};

// What was planted into one report, and what must be found there.
struct Planted {
  std::string kind;
  std::vector<Expectation> expected;
};

// How two reports of neighbouring years can be compared.
enum class Bond { kNone, kCertain, kRenamed };

// One body from year to year: what its reports truthfully say, and what is planted into them.
class BodyOfWorld {
 public:
  BodyOfWorld(std::string name, std::string new_name, int renamed_in, std::mt19937& random, World& world)
      : name_(std::move(name)),
        new_name_(std::move(new_name)),
        renamed_in_(renamed_in),
        random_(random),
        world_(world) {
    for (const std::string& column : kColumns) out_[column] = pick(0, 4);
    for (const std::string& item : kItems) items_[item] = pick(20, 60);
    in_force_ = pick(40, 90);
    open_ = pick(40, 90);
    decisions_ = pick(200, 900);
  }

  // Adds the report for this year to the world, unless it is missing.
  void report(int year, const std::string& form, const std::string& last_form) {
    const Bond bond = bond_in(year);
    std::map<std::string, int> cells;
    applications(cells);
    disclosure(cells, form);
    Planted planted;
    if (bond != Bond::kNone) planted = plant(cells, year, form, last_form, bond);
    in_force_ = cells["normdocs_in_force"];
    if (form == "2021") {
      for (const auto& id : {"normdocs_newly_disclosed", "normdocs_disclosed_total"}) cells.erase(id);
    } else {
      for (const auto& id : {"normdocs_repealed", "normdocs_in_force"}) cells.erase(id);
    }
    is_there_ = pick(0, 99) >= 8;  // else this year is missing
    if (!is_there_) return;
    std::map<std::string, std::string> texts;
    for (const auto& [id, number] : cells) texts[id] = std::to_string(number);
    world_.reports.push_back(model_facts(name_in(year), year, form, texts));
    if (!planted.kind.empty()) ++world_.planted[planted.kind];
    world_.expected.insert(planted.expected.begin(), planted.expected.end());
  }

 private:
  int pick(int least, int most) { return std::uniform_int_distribution<int>(least, most)(random_); }

  std::string name_in(int year) const { return year >= renamed_in_ ? new_name_ : name_; }

  // Whether this year's report, if there is one, stands beside one of last year. What is carried over under a new name
  // is all that leads from the one to the other.
  Bond bond_in(int year) const {
    if (!is_there_) return Bond::kNone;
    if (name_in(year) == name_in(year - 1)) return Bond::kCertain;
    int carried = 0;
    for (const auto& [column, number] : out_) carried += number;
    return carried > 0 ? Bond::kRenamed : Bond::kNone;
  }

  void applications(std::map<std::string, int>& cells) {
    for (const std::string& column : kColumns) {
      const int in = out_[column];
      const int fresh = pick(6, 30);
      out_[column] = pick(0, 5) == 0 ? pick(1, 5) : 0;
      cells["req_new__" + column] = fresh;
      cells["req_carried_in__" + column] = in;
      cells["res_granted__" + column] = cells["res_total__" + column] = fresh + in - out_[column];
      cells["req_carried_out__" + column] = out_[column];
    }
    for (const char* row : {"req_new", "req_carried_in", "res_granted", "res_total", "req_carried_out"}) {
      int& total = cells[row + std::string("__total")];
      total = 0;
      for (const std::string& column : kColumns) total += cells[row + ("__" + column)];
    }
  }

  void disclosure(std::map<std::string, int>& cells, const std::string& form) {
    const int issued = pick(0, 9);
    const int repealed = pick(0, 9);
    cells["normdocs_issued"] = issued;
    cells["normdocs_repealed"] = repealed;
    cells["normdocs_in_force"] = in_force_ = in_force_ + issued - repealed;
    cells["normdocs_newly_disclosed"] = issued;
    cells["normdocs_disclosed_total"] = open_ += issued;
    cells["licensing_decisions"] = decisions_ += pick(-20, 20);
    if (form != "2019") return;
    for (const std::string& item : kItems) {
      cells[item + "_items_prev"] = items_[item];
      cells[item + "_items_change"] = pick(-4, 4);
      items_[item] += cells[item + "_items_change"];
    }
  }

  // Of a match that is not certain everything is a possible note.
  Expectation expectation(int year, const std::string& rule, const std::string& severity, const std::string& field,
                          Bond bond) const {
    const bool is_sure = bond == Bond::kCertain;
    return {name_in(year), year, rule, is_sure ? severity : "note", is_sure ? "violated" : "possible", field};
  }

  // Plants at most one break.
  Planted plant(std::map<std::string, int>& cells, int year, const std::string& form, const std::string& last_form,
                Bond bond);

  std::string name_;
  std::string new_name_;
  int renamed_in_;
  std::mt19937& random_;
  World& world_;
  std::map<std::string, int> out_;
  std::map<std::string, int> items_;
  int in_force_ = 0;
  int open_ = 0;
  int decisions_ = 0;
  bool is_there_ = false;
};

Planted BodyOfWorld::plant(std::map<std::string, int>& cells, int year, const std::string& form,
                           const std::string& last_form, Bond bond) {
  const int choice = pick(0, 11);
  if (choice == 0 && bond == Bond::kCertain) {
    cells["req_carried_in__legal"] += 2;
    cells["req_carried_in__total"] += 2;
    return {"total",
            {expectation(year, "R-Y-01", "error", "req_carried_in__total", bond),
             expectation(year, "R-Y-01", "warning", "req_carried_in__legal", bond)}};
  }
  if (choice == 1 && bond == Bond::kCertain && cells["req_carried_in__natural"] > 0) {
    --cells["req_carried_in__natural"];
    ++cells["req_carried_in__research"];
    return {"columns",
            {expectation(year, "R-Y-01", "warning", "req_carried_in__natural", bond),
             expectation(year, "R-Y-01", "warning", "req_carried_in__research", bond)}};
  }
  if (choice >= 2 && choice <= 3 && form == "2021" && last_form == "2021") {
    cells["normdocs_in_force"] += choice == 2 ? 1 : 7;
    return {bond == Bond::kCertain ? "in_force" : "in_force of a renamed body",
            {expectation(year, "R-Y-02", "warning", "normdocs_in_force", bond)}};
  }
  if (choice >= 4 && choice <= 5 && form == "2019" && last_form == "2019") {
    cells["penalty_items_prev"] -= 3;
    return {"items", {expectation(year, "R-Y-03", "warning", "penalty_items_prev", bond)}};
  }
  return {};
}

std::string form_due_in(int year) {
  for (const Form& form : built_in_schema().forms)
    if (form.is_due_in(year)) return form.id;
  return "";
}

// Thirty places with ten bodies each; every third body is renamed once.
World world_of(unsigned seed) {
  const std::vector<std::string> first = {"东", "西", "南", "北", "中", "上"};
  const std::vector<std::string> second = {"山县", "河县", "湖区", "林市", "原旗"};
  const std::vector<std::pair<std::string, std::string>> offices = {
      {"财政局", "财政金融局"},     {"水务局", "水利局"},      {"教育局", "教育体育局"},   {"文化局", "文化和旅游局"},
      {"环境保护局", "生态环境局"}, {"审计局", "审计统计局"},  {"民政局", "民政和老龄局"}, {"司法局", "司法行政局"},
      {"卫生局", "卫生健康局"},     {"林业局", "林业和草原局"}};
  std::mt19937 random(seed);
  World world;
  int number = 0;
  for (const std::string& a : first)
    for (const std::string& b : second)
      for (const auto& [old_name, new_name] : offices) {
        const bool is_renamed = ++number % 3 == 0;
        const int renamed_in = is_renamed ? std::uniform_int_distribution<int>(2020, 2028)(random) : 9999;
        BodyOfWorld body(a + b + old_name, a + b + new_name, renamed_in, random, world);
        for (int year = 2019; year <= 2028; ++year) body.report(year, form_due_in(year), form_due_in(year - 1));
      }
  std::shuffle(world.reports.begin(), world.reports.end(), random);
  return world;
}

std::multiset<Expectation> found_in(const std::vector<ReportFacts>& reports) {
  std::multiset<Expectation> found;
  for (const BatchFinding& one : audit_batch(reports, built_in_schema()))
    found.insert({reports.at(one.report).org_name, reports.at(one.report).year, one.finding.rule,
                  name_of(one.finding.severity), name_of(one.finding.outcome),
                  one.finding.fields.empty() ? one.finding.message_en : one.finding.fields.front()});
  return found;
}

std::string text_of(const Expectation& e) {
  return std::get<0>(e) + " " + std::to_string(std::get<1>(e)) + " " + std::get<2>(e) + " " + std::get<3>(e) + " " +
         std::get<4>(e) + " " + std::get<5>(e);
}

class Years : public testing::TestWithParam<unsigned> {};

TEST_P(Years, EveryBreakIsFoundAndNoneInvented) {
  const World world = world_of(GetParam());
  ASSERT_GT(world.reports.size(), 2'500U);
  ASSERT_LT(world.reports.size(), 3'000U);
  for (const char* kind : {"total", "columns", "in_force", "items", "in_force of a renamed body"})
    EXPECT_GT(world.planted.count(kind), 0U) << kind;
  const std::multiset<Expectation> found = found_in(world.reports);
  std::vector<Expectation> lost;
  std::vector<Expectation> invented;
  std::set_difference(world.expected.begin(), world.expected.end(), found.begin(), found.end(),
                      std::back_inserter(lost));
  std::set_difference(found.begin(), found.end(), world.expected.begin(), world.expected.end(),
                      std::back_inserter(invented));
  for (const Expectation& e : lost) ADD_FAILURE() << "not found: " << text_of(e);
  for (const Expectation& e : invented) ADD_FAILURE() << "invented: " << text_of(e);
}

INSTANTIATE_TEST_SUITE_P(Seeds, Years, testing::Values(1U, 20U, 300U));

}  // namespace
}  // namespace nianbao::test

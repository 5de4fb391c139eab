#include "output/batch_book.h"

#include <utility>

#include "audit/rule_level.h"
#include "output/csv_tables.h"
#include "output/facts_bytes.h"

namespace nianbao {
namespace {

Database with_tables() {
  Database database = Database::temporary();
  database.run("CREATE TABLE facts(report INTEGER PRIMARY KEY, bodies BLOB, numbers BLOB, bytes BLOB)");
  database.run(
      "CREATE TABLE findings(report INTEGER, place INTEGER, number INTEGER, id BLOB, row BLOB,"
      " PRIMARY KEY(report, place, number)) WITHOUT ROWID");
  return database;
}

// Reports alone with their key have none to be compared with.
constexpr const char* kByBodies =
    "SELECT report, bytes, bodies FROM facts WHERE bodies IN"
    " (SELECT bodies FROM facts WHERE bodies <> x'' GROUP BY bodies HAVING count(*) > 1) ORDER BY bodies, report";
constexpr const char* kByNumbers =
    "SELECT report, bytes, numbers FROM facts WHERE numbers IN"
    " (SELECT numbers FROM facts WHERE numbers <> x'' GROUP BY numbers HAVING count(*) > 1) ORDER BY numbers, report";

std::string bytes_of(ReportFacts& facts) {
  ByteSaver saver;
  pass_facts(saver, facts);
  return saver.out.take();
}

ReportFacts facts_in(std::string_view bytes) {
  ByteLoader loader(bytes);
  ReportFacts facts;
  pass_facts(loader, facts);
  return facts;
}

std::string bytes_of(CsvRow row) {
  ByteSaver saver;
  texts(saver, row);
  return saver.out.take();
}

CsvRow row_in(std::string_view bytes) {
  ByteLoader loader(bytes);
  CsvRow row;
  texts(loader, row);
  return row;
}

}  // namespace

BatchBook::BatchBook(const Schema& schema, const ReportRows& rows)
    : schema_(schema),
      rows_(rows),
      auditor_(schema),
      database_(with_tables()),
      put_facts_(database_.prepare("INSERT INTO facts VALUES(?, ?, ?, ?)")),
      put_finding_(database_.prepare("INSERT INTO findings VALUES(?, ?, ?, ?, ?)")) {}

void BatchBook::add(ReportFacts facts) {
  const BatchKeys keys = auditor_.keys(facts);
  const std::string bytes = bytes_of(facts);
  put_facts_.bind(0, count_++).bind(1, keys.bodies).bind(2, keys.numbers).bind(3, bytes).run();
}

void BatchBook::audit() {
  audit_groups(kByBodies, &BatchAuditor::bodies);
  audit_groups(kByNumbers, &BatchAuditor::copies);
}

void BatchBook::audit_groups(const char* select, Audit audit_group) {
  Statement facts = database_.prepare(select);
  std::string key;
  std::vector<ReportFacts> group;
  std::vector<std::int64_t> reports;
  const auto end_group = [&] {
    if (!group.empty()) put((auditor_.*audit_group)(group), group, reports);
    group.clear();
    reports.clear();
  };
  while (facts.step()) {
    if (facts.bytes(2) != key) end_group();
    key = facts.bytes(2);
    reports.push_back(facts.number(0));
    group.push_back(facts_in(facts.bytes(1)));
  }
  end_group();
}

void BatchBook::put(const std::vector<BatchFinding>& found, const std::vector<ReportFacts>& group,
                    const std::vector<std::int64_t>& reports) {
  std::int64_t number = 0;
  for (const BatchFinding& one : found) {
    Finding finding = one.finding;
    if (!apply_level(finding, schema_.rules)) continue;
    const std::string row = bytes_of(rows_.finding_row(group[one.report].id, finding));
    put_finding_.bind(0, reports[one.report])
        .bind(1, static_cast<std::int64_t>(auditor_.order(finding.rule)))
        .bind(2, number++)
        .bind(3, finding.id)
        .bind(4, row)
        .run();
  }
}

BatchBook::Findings::Findings(const Database& database)
    : statement_(database.prepare("SELECT report, row FROM findings ORDER BY report, place, number")) {
  advance();
}

void BatchBook::Findings::advance() { has_row_ = statement_.step(); }

bool BatchBook::Findings::next(std::size_t report, CsvRow& row) {
  if (!has_row_ || statement_.number(0) != static_cast<std::int64_t>(report)) return false;
  row = row_in(statement_.bytes(1));
  advance();
  return true;
}

void BatchBook::each_id(const std::function<void(const std::string&)>& take) const {
  Statement ids = database_.prepare("SELECT id FROM findings");
  while (ids.step()) take(std::string(ids.bytes(0)));
}

}  // namespace nianbao

#include "app/work_store.h"

#include <stdexcept>
#include <utility>

namespace nianbao {
namespace {

const std::string kVersion = "1";
constexpr std::int64_t kBetweenCommits = 1'000'000'000;

constexpr const char* kTables =
    "CREATE TABLE IF NOT EXISTS texts(name TEXT PRIMARY KEY, value BLOB NOT NULL) WITHOUT ROWID;"
    "CREATE TABLE IF NOT EXISTS inputs(file BLOB PRIMARY KEY, path BLOB NOT NULL, run INTEGER NOT NULL,"
    " ordinal INTEGER NOT NULL, size INTEGER, modified INTEGER, changed INTEGER, inode INTEGER,"
    " content BLOB NOT NULL, outcomes BLOB NOT NULL) WITHOUT ROWID;"
    "CREATE TABLE IF NOT EXISTS results(content BLOB PRIMARY KEY, reading BLOB NOT NULL, auditing BLOB NOT NULL,"
    " outcomes BLOB NOT NULL);";

std::string text_of(const Database& database, const std::string& name) {
  Statement statement = database.prepare("SELECT value FROM texts WHERE name = CAST(? AS TEXT)");
  std::string value;
  while (statement.bind(0, name).step()) {
    value = statement.bytes(0);
    statement.reset();
    break;
  }
  return value;
}

std::int64_t number_of(const Database& database, const char* sql) {
  Statement statement = database.prepare(sql);
  std::int64_t number = 0;
  while (statement.step()) number = statement.number(0);
  return number;
}

Database made(const std::filesystem::path& file, Database::Mode mode) {
  Database database(file, mode);
  if (mode == Database::Mode::kRead) {
    if (text_of(database, "version") != kVersion)
      throw std::runtime_error(file.string() + ": another version of nianbao made it");
    return database;
  }
  database.run(kTables);
  if (text_of(database, "version") == kVersion) return database;
  database.run("DROP TABLE texts; DROP TABLE inputs; DROP TABLE results;");
  database.run(kTables);
  database.prepare("INSERT INTO texts VALUES('version', ?)").bind(0, kVersion).run();
  database.commit();
  return database;
}

}  // namespace

WorkStore::WorkStore(const std::filesystem::path& file, WorkKeys keys)
    : WorkStore(file, Database::Mode::kWrite, std::move(keys)) {}

WorkStore WorkStore::open(const std::filesystem::path& file) { return WorkStore(file, Database::Mode::kRead, {}); }

WorkStore::WorkStore(const std::filesystem::path& file, Database::Mode mode, WorkKeys keys)
    : database_(made(file, mode)),
      keys_(std::move(keys)),
      run_(number_of(database_, "SELECT max(run) FROM inputs")),
      has_results_(number_of(database_, "SELECT EXISTS(SELECT 1 FROM results)") != 0),
      committed_(time_now()),
      content_of_(database_.prepare("SELECT content FROM inputs WHERE file = ? AND size = ? AND modified = ?"
                                    " AND changed = ? AND inode = ? AND content <> x''")),
      find_(database_.prepare("SELECT outcomes, auditing FROM results WHERE content = ? AND reading = ?")),
      keep_(database_.prepare("INSERT OR REPLACE INTO results VALUES(?, ?, ?, ?)")),
      note_(database_.prepare("INSERT OR REPLACE INTO inputs VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {}

void WorkStore::begin_run() {
  ++run_;
  ordinal_ = 0;
}

std::optional<std::string> WorkStore::content_of(std::string_view file, const FileStamp& stamp) {
  content_of_.bind(0, file).bind(1, stamp.size).bind(2, stamp.modified).bind(3, stamp.changed).bind(4, stamp.inode);
  if (!content_of_.step()) return std::nullopt;
  std::string content(content_of_.bytes(0));
  content_of_.reset();
  return content;
}

std::optional<WorkStore::Kept> WorkStore::find(std::string_view content) {
  if (!find_.bind(0, content).bind(1, keys_.reading).step()) return std::nullopt;
  Kept kept{std::string(find_.bytes(0)), find_.bytes(1) == keys_.auditing};
  find_.reset();
  return kept;
}

void WorkStore::keep(std::string_view content, std::string_view outcomes) {
  keep_.bind(0, content).bind(1, keys_.reading).bind(2, keys_.auditing).bind(3, outcomes).run();
}

void WorkStore::note(std::string_view file, const NotedInput& input, const std::optional<FileStamp>& stamp) {
  note_.bind(0, file).bind(1, input.path).bind(2, run_).bind(3, ordinal_++);
  if (stamp)
    note_.bind(4, stamp->size).bind(5, stamp->modified).bind(6, stamp->changed).bind(7, stamp->inode);
  else
    note_.bind_null(4).bind_null(5).bind_null(6).bind_null(7);
  note_.bind(8, input.content).bind(9, input.outcomes).run();
  commit_now_and_then();
}

void WorkStore::commit_now_and_then() {
  const std::int64_t now = time_now();
  if (now - committed_ < kBetweenCommits) return;
  database_.commit();
  committed_ = now;
}

WorkStore::Left WorkStore::left() {
  constexpr std::size_t kNamed = 10;
  Left left;
  Statement gone = database_.prepare("SELECT path FROM inputs WHERE run <> ? ORDER BY path");
  gone.bind(0, run_);
  for (; gone.step(); ++left.count)
    if (left.first.size() < kNamed) left.first.emplace_back(gone.bytes(0));
  return left;
}

void WorkStore::finish() {
  database_.prepare("DELETE FROM inputs WHERE run <> ?").bind(0, run_).run();
  if (has_results_) database_.run("DELETE FROM results WHERE content NOT IN (SELECT content FROM inputs)");
  database_.commit();
}

std::string WorkStore::text(const std::string& name) const { return text_of(database_, name); }

void WorkStore::set_text(const std::string& name, std::string_view value) {
  database_.prepare("INSERT OR REPLACE INTO texts VALUES(CAST(? AS TEXT), ?)").bind(0, name).bind(1, value).run();
  database_.commit();
}

WorkStore::Inputs::Inputs(const Database& database)
    : statement_(
          database.prepare("SELECT path, content, CASE content WHEN x'' THEN inputs.outcomes ELSE results.outcomes END"
                           " FROM inputs LEFT JOIN results USING(content) ORDER BY ordinal")) {}

bool WorkStore::Inputs::next(NotedInput& input) {
  if (!statement_.step()) return false;
  input = {std::string(statement_.bytes(0)), std::string(statement_.bytes(1)), std::string(statement_.bytes(2))};
  return true;
}

}  // namespace nianbao

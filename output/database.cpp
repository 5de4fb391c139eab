#include "output/database.h"

#include <sqlite3.h>

namespace nianbao {
namespace {

// Storage for many machines may have no locks (NFS without its daemon, Lustre without flock); then it is on the user
// that only one run writes into a folder.
constexpr const char* kWithoutLocks = "unix-none";

bool may_pass(int code) {
  const int primary = code & 0xFF;
  return primary == SQLITE_FULL || primary == SQLITE_BUSY || primary == SQLITE_LOCKED || primary == SQLITE_IOERR;
}

[[noreturn]] void fail(sqlite3* database, const std::string& file) {
  const int code = sqlite3_errcode(database);
  std::string message = file + ": " + sqlite3_errmsg(database);
  if ((code & 0xFF) == SQLITE_BUSY) message += "; another run writes into this folder";
  if ((code & 0xFF) == SQLITE_FULL) message += "; make room and run the same command again to go on";
  if ((code & 0xFF) == SQLITE_CORRUPT || (code & 0xFF) == SQLITE_NOTADB)
    message += "; remove this file and run again: all will be read anew";
  throw OutputError(message, may_pass(code));
}

std::string name_of(sqlite3* database) {
  const char* name = sqlite3_db_filename(database, "main");
  return name == nullptr || *name == '\0' ? "temporary file" : name;
}

// A read-only file on shared storage: no locks, and no journal that a reader would have to roll back (sqlite.org/uri).
std::string uri_of(const std::filesystem::path& file) {
  std::string escaped;
  for (const char c : std::filesystem::absolute(file).string()) {
    if (c == '%' || c == '?' || c == '#') {
      constexpr char kHex[] = "0123456789ABCDEF";
      escaped += {'%', kHex[static_cast<unsigned char>(c) >> 4U], kHex[static_cast<unsigned char>(c) & 0x0FU]};
    } else {
      escaped += c;
    }
  }
  // An empty authority, or that of a path with two slashes would be its first folder.
  return "file://" + escaped + "?mode=ro&immutable=1";
}

}  // namespace

void Statement::Finalize::operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }

Statement::Statement(sqlite3* database, const std::string& sql) : database_(database) {
  sqlite3_stmt* statement = nullptr;
  if (sqlite3_prepare_v3(database, sql.c_str(), -1, SQLITE_PREPARE_PERSISTENT, &statement, nullptr) != SQLITE_OK)
    fail(database, name_of(database));
  statement_.reset(statement);
}

Statement& Statement::bind(int parameter, std::string_view bytes) {
  // A null pointer would bind NULL.
  const char* const data = bytes.empty() ? "" : bytes.data();
  if (sqlite3_bind_blob64(statement_.get(), parameter + 1, data, bytes.size(), SQLITE_STATIC) != SQLITE_OK)
    fail(database_, name_of(database_));
  return *this;
}

Statement& Statement::bind(int parameter, std::int64_t number) {
  if (sqlite3_bind_int64(statement_.get(), parameter + 1, number) != SQLITE_OK) fail(database_, name_of(database_));
  return *this;
}

Statement& Statement::bind_null(int parameter) {
  if (sqlite3_bind_null(statement_.get(), parameter + 1) != SQLITE_OK) fail(database_, name_of(database_));
  return *this;
}

bool Statement::step() {
  const int code = sqlite3_step(statement_.get());
  if (code == SQLITE_ROW) return true;
  if (code != SQLITE_DONE) {
    const std::string file = name_of(database_);
    // reset() keeps the error of the connection.
    sqlite3_reset(statement_.get());
    fail(database_, file);
  }
  reset();
  return false;
}

void Statement::run() {
  while (step()) {
  }
}

void Statement::reset() { sqlite3_reset(statement_.get()); }

std::string_view Statement::bytes(int column) const {
  const auto* data = static_cast<const char*>(sqlite3_column_blob(statement_.get(), column));
  return {data, data == nullptr ? 0 : static_cast<std::size_t>(sqlite3_column_bytes(statement_.get(), column))};
}

std::int64_t Statement::number(int column) const { return sqlite3_column_int64(statement_.get(), column); }

bool Statement::is_null(int column) const { return sqlite3_column_type(statement_.get(), column) == SQLITE_NULL; }

void Database::Close::operator()(sqlite3* database) const { sqlite3_close_v2(database); }

Database::Database(std::filesystem::path file, Mode mode) : file_(std::move(file)) {
  if (mode == Mode::kRead) {
    open(uri_of(file_), SQLITE_OPEN_READONLY | SQLITE_OPEN_URI, nullptr);
    return;
  }
  constexpr int kFlags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
  open(file_.string(), kFlags, nullptr);
  if (begin_writing()) return;
  open(file_.string(), kFlags, kWithoutLocks);
  if (!begin_writing()) fail(database_.get(), file_.string());
}

void Database::open(const std::string& name, int flags, const char* system) {
  sqlite3* database = nullptr;
  const int code =
      sqlite3_open_v2(name.c_str(), &database, flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, system);
  database_.reset(database);
  if (code != SQLITE_OK) fail(database, file_.string());
}

// False where the storage fails, as it does where it knows no locks.
bool Database::begin_writing() {
  // What is kept of a report has some 8 KB: pages for two of them take a quarter of the writes that usual pages take.
  // One writer, so nothing need be shared: no memory maps or lock files, which network storage does not bear.
  constexpr const char* kBegin =
      "PRAGMA page_size=16384; PRAGMA locking_mode=EXCLUSIVE; PRAGMA journal_mode=TRUNCATE; PRAGMA synchronous=NORMAL;"
      "PRAGMA cache_size=-4096; BEGIN EXCLUSIVE";
  const int code = sqlite3_exec(database_.get(), kBegin, nullptr, nullptr, nullptr);
  if (code != SQLITE_OK && (code & 0xFF) != SQLITE_IOERR) fail(database_.get(), file_.string());
  return code == SQLITE_OK;
}

// sqlite.org/inmemorydb: an empty name is a private file that is written when the cache is full.
Database Database::temporary() {
  Database made;
  made.open("", SQLITE_OPEN_READWRITE, nullptr);
  // Nothing of it is ever rolled back.
  made.run("PRAGMA page_size=16384; PRAGMA cache_size=-2048; PRAGMA journal_mode=OFF");
  made.run("BEGIN");
  return made;
}

void Database::run(const std::string& sql) const {
  if (sqlite3_exec(database_.get(), sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK)
    fail(database_.get(), file_.string());
}

void Database::commit() const {
  run("COMMIT");
  run("BEGIN EXCLUSIVE");
}

}  // namespace nianbao

// A file that stays whole whenever the program is stopped, through SQLite.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "output/output_error.h"

struct sqlite3;
struct sqlite3_stmt;

namespace nianbao {

// One SQL statement, used again and again. Parameters and columns count from 0. Throws OutputError.
class Statement {
 public:
  Statement(sqlite3* database, const std::string& sql);

  // What is bound must live until the next step().
  Statement& bind(int parameter, std::string_view bytes);
  Statement& bind(int parameter, std::int64_t number);
  Statement& bind_null(int parameter);

  // The next row; false at the end, where the statement is ready to be bound again.
  bool step();
  // For statements without rows.
  void run();
  // Ready to be bound again, wherever it stood.
  void reset();

  // Of the row at hand; valid until the next step().
  std::string_view bytes(int column) const;
  std::int64_t number(int column) const;
  bool is_null(int column) const;

 private:
  struct Finalize {
    void operator()(sqlite3_stmt* statement) const;
  };
  sqlite3* database_;
  std::unique_ptr<sqlite3_stmt, Finalize> statement_;
};

// Changes are together until commit(): after a crash, all since the last one are gone.
class Database {
 public:
  enum class Mode {
    kWrite,  // made where it is missing; one process at a time has it
    kRead    // that nobody writes any more; takes no locks
  };

  // Throws OutputError; `may_pass` where another process has it.
  Database(std::filesystem::path file, Mode mode);

  // One that is gone in the end; in memory as long as it is small.
  static Database temporary();

  Statement prepare(const std::string& sql) const { return {database_.get(), sql}; }
  void run(const std::string& sql) const;
  // Ends one transaction and begins the next.
  void commit() const;

  const std::filesystem::path& file() const { return file_; }

 private:
  Database() = default;
  void open(const std::string& name, int flags, const char* system);
  bool begin_writing();
  struct Close {
    void operator()(sqlite3* database) const;
  };
  std::filesystem::path file_;
  std::unique_ptr<sqlite3, Close> database_;
};

}  // namespace nianbao

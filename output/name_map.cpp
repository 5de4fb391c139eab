#include "output/name_map.h"

namespace nianbao {
namespace {

Database with_table() {
  Database database = Database::temporary();
  database.run("CREATE TABLE names(name BLOB PRIMARY KEY, value BLOB NOT NULL) WITHOUT ROWID");
  return database;
}

}  // namespace

NameMap::NameMap()
    : database_(with_table()),
      find_(database_.prepare("SELECT value FROM names WHERE name = ?")),
      insert_(database_.prepare("INSERT OR IGNORE INTO names VALUES(?, ?) RETURNING 1")) {}

std::optional<std::string> NameMap::put(std::string_view name, std::string_view value) {
  if (insert_.bind(0, name).bind(1, value).step()) {
    insert_.run();
    return std::nullopt;
  }
  find_.bind(0, name).step();
  std::string known(find_.bytes(0));
  find_.run();
  return known;
}

}  // namespace nianbao

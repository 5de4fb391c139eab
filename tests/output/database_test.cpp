#include "output/database.h"

#include <gtest/gtest.h>

#include <csignal>

#include "tests/support/full_disk.h"
#include "tests/support/places.h"

namespace nianbao::test {
namespace {

namespace fs = std::filesystem;

using Mode = Database::Mode;

constexpr const char* kTable = "CREATE TABLE IF NOT EXISTS notes(name BLOB PRIMARY KEY, value BLOB)";

void put(Database& database, const std::string& name, const std::string& value) {
  database.prepare("INSERT OR REPLACE INTO notes VALUES(?, ?)").bind(0, name).bind(1, value).run();
}

std::string get(const Database& database, const std::string& name) {
  Statement statement = database.prepare("SELECT value FROM notes WHERE name = ?");
  return statement.bind(0, name).step() ? std::string(statement.bytes(0)) : "none";
}

// A file in which a = 1 is for good.
fs::path made(const fs::path& file) {
  fs::create_directories(file.parent_path());
  Database database(file, Mode::kWrite);
  database.run(kTable);
  put(database, "a", "1");
  database.commit();
  return file;
}

struct Refused {
  std::string what = "nothing was thrown";
  bool may_pass = false;
};

template <typename Act>
Refused refused(Act act) {
  try {
    act();
  } catch (const OutputError& error) {
    return {error.what(), error.may_pass()};
  }
  return {};
}

TEST(Statement, ValuesComeBack) {
  const std::string values[] = {"", "a", std::string("\0b", 2), "清河县", "\xC7\xE5", std::string(1'000'000, 'x')};
  Database database = Database::temporary();
  Statement statement = database.prepare("SELECT ?, ?");
  for (const std::string& value : values) {
    ASSERT_TRUE(statement.bind(0, value).bind(1, std::int64_t{7}).step());
    EXPECT_TRUE(statement.bytes(0) == value) << value.substr(0, 20);
    EXPECT_FALSE(statement.is_null(0)) << "an empty text is one too";
    EXPECT_EQ(statement.number(1), 7);
    EXPECT_FALSE(statement.step());
  }
}

TEST(Statement, EmptyViewIsNoNull) {
  const Database database = Database::temporary();
  Statement statement = database.prepare("SELECT ?");
  ASSERT_TRUE(statement.bind(0, std::string_view()).step());
  EXPECT_FALSE(statement.is_null(0));
  statement.reset();
  ASSERT_TRUE(statement.bind_null(0).step());
  EXPECT_TRUE(statement.is_null(0));
  EXPECT_EQ(statement.bytes(0), "");
}

TEST(Statement, NumbersComeBack) {
  Database database = Database::temporary();
  Statement statement = database.prepare("SELECT ?");
  for (const std::int64_t number : {std::int64_t{0}, std::int64_t{-1}, INT64_MAX, INT64_MIN}) {
    ASSERT_TRUE(statement.bind(0, number).step());
    EXPECT_EQ(statement.number(0), number);
    statement.reset();
  }
}

TEST(Statement, IsReadyAgainAfterItsLastRow) {
  Database database = Database::temporary();
  Statement statement = database.prepare("SELECT 1 UNION SELECT 2");
  for (int round = 0; round < 2; ++round) {
    EXPECT_TRUE(statement.step());
    EXPECT_TRUE(statement.step());
    EXPECT_FALSE(statement.step());
  }
}

TEST(Statement, WhatIsWrongIsThrown) {
  Database database = Database::temporary();
  EXPECT_THROW(database.prepare("SELECT * FROM nowhere"), OutputError);
  EXPECT_THROW(database.run("no SQL"), OutputError);
  EXPECT_THROW(database.prepare("SELECT 1").bind(0, "a"), OutputError) << "has no parameter";
  Statement statement = database.prepare("SELECT ?");
  ASSERT_TRUE(statement.bind(0, "a").step());
  EXPECT_THROW(statement.bind(0, "b"), OutputError) << "stands on a row";
}

// One statement serves many rows: a row that is refused must not spoil the next.
TEST(Statement, IsReadyAgainAfterAnError) {
  Database database = Database::temporary();
  database.run(kTable);
  Statement insert = database.prepare("INSERT INTO notes VALUES(?, 1)");
  insert.bind(0, "a").run();
  EXPECT_THROW(insert.bind(0, "a").run(), OutputError);
  insert.bind(0, "b").run();
  EXPECT_EQ(get(database, "b"), "1");
}

TEST(Database, KeepsWhatWasCommittedAndNoMore) {
  const TemporaryFolder folder;
  {
    Database database(made(folder / "a.db"), Mode::kWrite);
    put(database, "b", "2");
    database.commit();
    put(database, "a", "3");
    put(database, "c", "3");
    EXPECT_EQ(get(database, "c"), "3") << "there, but not for good";
  }
  const Database database(folder / "a.db", Mode::kWrite);
  EXPECT_EQ(get(database, "a"), "1");
  EXPECT_EQ(get(database, "b"), "2");
  EXPECT_EQ(get(database, "c"), "none");
}

// A process that is killed says goodbye to nothing; what it had written of the next transaction is rolled back.
TEST(Database, KeepsWhatWasCommittedWhereTheProgramIsKilled) {
  const TemporaryFolder folder;
  const fs::path file = made(folder / "a.db");
  const WriteEnd end = on_full_disk(std::size_t{1} << 30U, [&] {
    Database database(file, Mode::kWrite);
    put(database, "a", "2");
    for (int i = 0; i < 20; ++i) put(database, std::to_string(i), std::string(1'000'000, 'x'));
    std::raise(SIGKILL);
  });
  EXPECT_EQ(end, WriteEnd::kOther);
  EXPECT_GT(fs::file_size(file), 10'000'000U) << "more than the cache holds, so that there is something to roll back";
  Database database(file, Mode::kWrite);
  EXPECT_EQ(get(database, "a"), "1");
  EXPECT_EQ(get(database, "7"), "none");
}

TEST(Database, FileIsItsOwnName) {
  const TemporaryFolder folder;
  EXPECT_EQ(Database(folder / "a.db", Mode::kWrite).file(), folder / "a.db");
}

TEST(Database, LeavesOneFile) {
  const TemporaryFolder folder;
  made(folder / "a.db");
  for (const auto& entry : fs::directory_iterator(folder.path()))
    EXPECT_TRUE(entry.path() == folder / "a.db" || fs::is_empty(entry.path())) << entry.path();
}

TEST(Database, OneWriterAtATimeHasIt) {
  const TemporaryFolder folder;
  const fs::path file = made(folder / "a.db");
  {
    const Database first(file, Mode::kWrite);
    const Refused second = refused([&] { Database(file, Mode::kWrite); });
    EXPECT_TRUE(second.may_pass) << second.what;
    EXPECT_TRUE(second.what.starts_with(file.string())) << second.what;
    EXPECT_NE(second.what.find("another run"), std::string::npos) << second.what;
  }
  EXPECT_EQ(get(Database(file, Mode::kWrite), "a"), "1") << "free again";
}

TEST(Database, TwoFilesAreTwo) {
  const TemporaryFolder folder;
  const Database first(folder / "a.db", Mode::kWrite);
  EXPECT_NO_THROW(Database(folder / "b.db", Mode::kWrite));
}

TEST(Database, ReadersReadAndDoNotWrite) {
  const TemporaryFolder folder;
  Database database(made(folder / "a.db"), Mode::kRead);
  EXPECT_EQ(get(database, "a"), "1");
  EXPECT_THROW(put(database, "a", "2"), OutputError);
  const Database other(folder / "a.db", Mode::kRead);
  EXPECT_EQ(get(other, "a"), "1") << "any number of readers";
}

TEST(Database, ReadersNeedNoRightToWrite) {
  const TemporaryFolder folder;
  made(folder / "a.db");
  const auto files = [&] { return std::distance(fs::directory_iterator(folder.path()), {}); };
  const auto before = files();
  fs::permissions(folder / "a.db", fs::perms::owner_read);
  fs::permissions(folder.path(), fs::perms::owner_read | fs::perms::owner_exec);
  EXPECT_EQ(get(Database(folder / "a.db", Mode::kRead), "a"), "1");
  fs::permissions(folder.path(), fs::perms::owner_all);
  EXPECT_EQ(files(), before) << "and leave nothing beside it";
}

const std::string kNames[] = {"a b", "a%20b", "a?mode=memory", "a#b", "100%", "a&b=c", "年报", "\xC7\xE5", "'", "a:b"};

TEST(Database, NamesAreNotInterpreted) {
  const TemporaryFolder folder;
  for (const std::string& name : kNames) {
    made(folder / name / "a.db");
    EXPECT_EQ(get(Database(folder / name / "a.db", Mode::kRead), "a"), "1") << name;
  }
}

// A path may begin with several slashes; the first two are not the name of a machine.
TEST(Database, DoubledSlashesAreOne) {
  const TemporaryFolder folder;
  const fs::path doubled = "/" + made(folder / "a.db").string();
  ASSERT_TRUE(doubled.string().starts_with("//"));
  EXPECT_EQ(get(Database(doubled, Mode::kRead), "a"), "1");
}

struct FileCase {
  const char* special;
  const char* name;
  Mode mode;
};

TEST(Database, WhatCannotBeOpenedIsNamed) {
  const TemporaryFolder folder;
  fs::create_directory(folder / "folder");
  write_file(folder / "text", std::string(5000, 'x'));
  const FileCase cases[] = {
      {"a missing one is not made to be read", "missing", Mode::kRead},
      {"in a missing folder", "nowhere/a.db", Mode::kWrite},
      {"a folder", "folder", Mode::kWrite},
      {"no database", "text", Mode::kWrite},
  };
  for (const FileCase& c : cases) {
    const Refused error = refused([&] { Database(folder / c.name, c.mode); });
    EXPECT_TRUE(error.what.starts_with((folder / c.name).string())) << c.special << ": " << error.what;
    EXPECT_FALSE(error.may_pass) << c.special;
  }
  EXPECT_FALSE(fs::exists(folder / "missing"));
  EXPECT_EQ(file_content(folder / "text"), std::string(5000, 'x')) << "not ours to change";
}

TEST(Database, NoDatabaseToBeReadIsNamed) {
  const TemporaryFolder folder;
  write_file(folder / "text", std::string(5000, 'x'));
  const Database database(folder / "text", Mode::kRead);
  const Refused error = refused([&] { get(database, "a"); });
  EXPECT_NE(error.what.find((folder / "text").string()), std::string::npos) << error.what;
  EXPECT_NE(error.what.find("remove this file"), std::string::npos) << error.what;
  EXPECT_FALSE(error.may_pass);
}

TEST(Database, EmptyFileIsANewOne) {
  const TemporaryFolder folder;
  write_file(folder / "a.db", "");
  EXPECT_EQ(get(Database(made(folder / "a.db"), Mode::kRead), "a"), "1");
}

TEST(Database, FullDiskMayPassAndCostsWhatWasNotCommitted) {
  const TemporaryFolder folder;
  const fs::path file = made(folder / "a.db");
  const auto write = [&](int megabytes) {
    return on_full_disk(3'000'000, [&, megabytes] {
      Database database(file, Mode::kWrite);
      put(database, "a", "2");
      for (int i = 0; i < megabytes; ++i) put(database, std::to_string(i), std::string(1'000'000, 'x'));
      database.commit();
    });
  };
  EXPECT_EQ(write(5), WriteEnd::kMayPass) << "fits the cache: seen at the commit";
  EXPECT_EQ(write(20), WriteEnd::kMayPass) << "seen while it is filled";
  EXPECT_EQ(get(Database(file, Mode::kWrite), "a"), "1");
  EXPECT_EQ(write(1), WriteEnd::kDone) << "goes on where there is room";
  EXPECT_EQ(get(Database(file, Mode::kRead), "a"), "2");
}

TEST(Database, TemporaryOnesAreAlone) {
  Database first = Database::temporary();
  Database second = Database::temporary();
  first.run(kTable);
  second.run(kTable);
  put(first, "a", "1");
  first.commit();
  EXPECT_EQ(get(first, "a"), "1");
  EXPECT_EQ(get(second, "a"), "none");
}

TEST(Database, FullDiskForATemporaryOneMayPass) {
  EXPECT_EQ(on_full_disk(1'000'000,
                         [] {
                           Database database = Database::temporary();
                           database.run(kTable);
                           for (int i = 0; i < 20; ++i) put(database, std::to_string(i), std::string(1'000'000, 'x'));
                         }),
            WriteEnd::kMayPass);
}

}  // namespace
}  // namespace nianbao::test

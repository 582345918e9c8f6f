// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

// A database file with bytes of it changed: it opens or is refused in words, and what is read of it
// ends.
//   two bytes: where (in steps of 16 bytes, from 4096: the first page says what is there), then how
//   many bytes, then these; again and again

#include "fuzztarget.h"
#include "messagestore/relayschema.h"
#include "storage/database.h"

#include <QFile>
#include <QTemporaryDir>

using namespace zalo;
using namespace Qt::StringLiterals;

namespace {

QByteArray storedFile()
{
    QFile file(QStringLiteral(ZALO_TEST_DATA) + u"/storage/relay-v8.sqlite"_s);
    fuzz::ensure(file.open(QIODevice::ReadOnly));
    return file.readAll();
}

void readAll(Database& database)
{
    QStringList tables;
    [[maybe_unused]] const auto listed =
        database.each(u"SELECT name FROM sqlite_master WHERE type = 'table'"_s, {},
                      [&tables](const QSqlQuery& row) { tables << row.value(0).toString(); });
    for (const QString& table : std::as_const(tables)) {
        [[maybe_unused]] const auto read = database.each(
            u"SELECT * FROM \"%1\" LIMIT 1000"_s.arg(QString(table).replace(u'"', u"\"\""_s)), {},
            [](const QSqlQuery& row) { [[maybe_unused]] const auto first = row.value(0); });
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size)
{
    fuzz::prepare();
    static const QByteArray stored = storedFile();
    static const QTemporaryDir folder;
    fuzz::Input input(data, size);
    QByteArray bytes = stored;
    while (!input.isEmpty()) {
        const qsizetype at = (qsizetype(input.byte()) * 256 + input.byte()) * 16 % bytes.size();
        const QByteArray piece = input.take(input.byte() % 16);
        bytes.replace(at, qMin(piece.size(), bytes.size() - at), piece);
    }
    const QString path = folder.filePath(u"relay.sqlite"_s);
    for (const QString& name : { path, QString(path + u"-wal"), QString(path + u"-shm") }) {
        QFile::remove(name);
    }
    QFile file(path);
    fuzz::ensure(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
    file.close();
    Database database({ path, relayMigrations(), false });
    if (const Result<void> opened = database.open(); opened) {
        readAll(database);
    } else {
        fuzz::ensure(opened.error().kind != ErrorKind::Internal);
    }
    return 0;
}

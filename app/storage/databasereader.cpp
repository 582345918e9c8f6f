// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "storage/databasereader.h"

using namespace Qt::StringLiterals;

namespace zalo {

DatabaseReader::DatabaseReader(DatabaseSpec spec)
    : m_database(std::make_shared<Database>(std::move(spec))),
      m_worker(u"sqlite reader"_s)
{ }

DatabaseReader::~DatabaseReader()
{
    m_worker.post([database = m_database] { database->close(); });
}

Result<void> DatabaseReader::beginOn(Database& database)
{
    if (!database.isOpen()) {
        if (const auto opened = database.openToRead(); !opened) {
            return opened;
        }
    }
    return database.beginRead();
}

} // namespace zalo

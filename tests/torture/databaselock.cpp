// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "databaselock.h"

#include <QSqlDatabase>
#include <QSqlQuery>

using namespace Qt::StringLiterals;

namespace zalo::torture {
namespace {

constexpr std::chrono::milliseconds TryAgain { 5 };
//! A bit less than the companion's patience, and more than it takes it to notice the end.
constexpr int WorthTellingMs = 2'500;
constexpr int ForgottenAfterMs = 5'000;
constexpr int StartMs = 3'000; // until a companion that was launched has opened the file
constexpr auto connectionName = "lock";

} // namespace

DatabaseLock::DatabaseLock(QString path, QObject* parent)
    : QObject(parent),
      m_path(std::move(path))
{
    m_timer.setInterval(TryAgain);
    connect(&m_timer, &QTimer::timeout, this, &DatabaseLock::tryIt);
}

DatabaseLock::~DatabaseLock()
{
    release();
}

void DatabaseLock::take()
{
    if (!m_isOpen) {
        QSqlDatabase database =
            QSqlDatabase::addDatabase(u"QSQLITE"_s, QString::fromLatin1(connectionName));
        database.setDatabaseName(m_path);
        database.setConnectOptions(u"QSQLITE_BUSY_TIMEOUT=0"_s);
        m_isOpen = database.open();
        m_taken.start();
        m_isAmidStart = m_launched.isValid() && !m_launched.hasExpired(StartMs);
        m_timer.start();
    }
}

void DatabaseLock::tryIt()
{
    QSqlQuery query(QSqlDatabase::database(QString::fromLatin1(connectionName)));
    if (query.exec(u"BEGIN EXCLUSIVE"_s)) {
        m_timer.stop();
    }
}

//! The connection's end is the end of its lock.
void DatabaseLock::release()
{
    m_timer.stop();
    if (m_isOpen && (m_isAmidStart || m_taken.hasExpired(WorthTellingMs))) {
        m_released.start();
    }
    m_isOpen = false;
    QSqlDatabase::removeDatabase(QString::fromLatin1(connectionName));
}

void DatabaseLock::onLaunched()
{
    m_launched.start();
    m_isAmidStart = m_isOpen;
}

bool DatabaseLock::isWorthTelling() const
{
    return (m_isOpen && (m_isAmidStart || m_taken.hasExpired(WorthTellingMs)))
        || (m_released.isValid() && !m_released.hasExpired(ForgottenAfterMs));
}

} // namespace zalo::torture

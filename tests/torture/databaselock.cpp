// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "databaselock.h"

#include <QSqlDatabase>
#include <QSqlQuery>

using namespace Qt::StringLiterals;

namespace zalo::torture {
namespace {

constexpr std::chrono::milliseconds TryAgain { 5 };
constexpr int ForgottenAfterMs = 5'000; // more than it takes the companion to notice the end
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
    if (m_isOpen) {
        m_released.start();
    }
    m_isOpen = false;
    QSqlDatabase::removeDatabase(QString::fromLatin1(connectionName));
}

//! Also of a short one: a companion that starts meanwhile cannot open the file, and says so at
//! once.
bool DatabaseLock::isWorthTelling() const
{
    return m_isOpen || (m_released.isValid() && !m_released.hasExpired(ForgottenAfterMs));
}

} // namespace zalo::torture

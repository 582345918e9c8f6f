// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "session/historyrecovery.h"

#include "core/logging.h"
#include "session/historyreach.h"
#include "zca/zcaarguments.h"
#include "zca/zcahistoryparser.h"
#include "zca/zcarunner.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace zalo {
namespace {

//! A zca that does not say has none.
Result<HistoryDatabase> databaseOrNone(const QByteArray& out)
{
    return parseHistoryDatabase(out).value_or(HistoryDatabase());
}

Result<QByteArray> asItIs(const QByteArray& out)
{
    return out;
}

} // namespace

HistoryRecovery::HistoryRecovery(QString profile, ZcaRunner& runner, QString workFolder,
                                 const Policy& policy, Clock clock, QObject* parent)
    : QObject(parent),
      m_profile(std::move(profile)),
      m_runner(runner),
      m_workFolder(std::move(workFolder)),
      m_policy(policy),
      m_clock(std::move(clock)),
      m_retry(policy.historyRetry)
{
    m_deadline.setSingleShot(true);
    connect(&m_deadline, &QTimer::timeout, this, [this] {
        stopBecauseOf({ ErrorKind::TimedOut,
                        u"%1 s"_s.arg(double(m_policy.historyDeadline.count()) / 1000) });
    });
}

HistoryRecovery::~HistoryRecovery() = default;

void HistoryRecovery::missedSince(qint64 ms)
{
    m_sinceMs = m_sinceMs > 0 ? std::min(m_sinceMs, ms) : ms;
    m_isAnswered = false;
    m_isOutdated = true;
}

void HistoryRecovery::endMissed()
{
    const qint64 askedMs = std::exchange(m_askedMs, 0);
    if (m_isAnswered) {
        m_sinceMs = 0;
        m_untoldFromMs = askedMs;
        m_untoldToMs = m_clock.nowMs();
    }
}

bool HistoryRecovery::isMissed(const ZcaProgram& program) const
{
    return m_sinceMs > 0 && program.can(ZcaCapability::Database);
}

bool HistoryRecovery::isDue(const ZcaProgram& program) const
{
    return isMissed(program) && m_clock.steadyMs() >= m_notBefore;
}

ListenDatabase HistoryRecovery::listenDatabase() const
{
    return m_folder ? ListenDatabase::Off : ListenDatabase::AsConfigured;
}

void HistoryRecovery::start(const ZcaProgram& program)
{
    m_isRunning = true;
    m_mayOverlap = program.can(ZcaCapability::NoDatabase);
    m_isConnectionFree = false;
    m_isOutdated = false;
    m_isAnswered = false;
    m_error.reset();
    m_deadline.start(m_policy.historyDeadline);
    run<HistoryDatabase>(zcaargs::dbStatus(m_profile), &databaseOrNone,
                         [this](const HistoryDatabase& database) { enable(database); });
}

void HistoryRecovery::cancel()
{
    stopBecauseOf({ ErrorKind::Cancelled, {} });
}

qint64 HistoryRecovery::fromMs() const
{
    return historyFromMs(m_sinceMs, m_clock, m_policy);
}

qint64 HistoryRecovery::readFromMs() const
{
    const qint64 reach = m_clock.nowMs() - m_policy.historyReach.count();
    const qint64 untold = m_untoldFromMs - m_policy.historyMargin.count();
    return m_untoldFromMs > 0 ? std::max(std::min(untold, fromMs()), reach) : fromMs();
}

//! What was heard between two outages is not handed on again: it may be deleted here by now.
bool HistoryRecovery::isWanted(const InboundMessage& message) const
{
    const qint64 margin = m_policy.historyMargin.count();
    const qint64 ms = message.timestampMs;
    return ms >= fromMs()
        || (m_untoldFromMs > 0 && ms >= m_untoldFromMs - margin && ms <= m_untoldToMs + margin);
}

//! One command after the other; the first that fails ends it all. `parse` runs on the worker.
template <typename T>
void HistoryRecovery::run(const QStringList& arguments, Result<T> (*parse)(const QByteArray&),
                          std::function<void(const T&)> next, const QString& websocketOf)
{
    m_ticket = m_runner.ask({ .arguments = arguments,
                              .deadline = m_policy.historyDeadline,
                              .commandClass = CommandClass::Query,
                              .isAnswer = {},
                              .websocketOf = websocketOf,
                              .maxOutput = MaxListAnswer },
                            this, parse, [this, next = std::move(next)](const Result<T>& result) {
                                m_ticket = 0;
                                if (!result && !m_error) {
                                    m_error = result.error();
                                }
                                if (m_error) {
                                    cleanUp();
                                } else {
                                    next(*result);
                                }
                            });
}

//! A database that somebody else switched on is used as it is, and stays.
void HistoryRecovery::enable(const HistoryDatabase& database)
{
    const bool isForeign = database.isEnabled
        && !database.path.startsWith(m_workFolder + u'/'); // else a run of ours was broken off
    if (isForeign) {
        sync();
        return;
    }
    m_folder.emplace(m_workFolder + u"/history-XXXXXX"_s);
    if (!m_folder->isValid()) {
        const QString reason = m_folder->errorString();
        m_folder.reset(); // nothing was switched on
        giveUp({ ErrorKind::FileUnwritable, reason });
        return;
    }
    run<QByteArray>(zcaargs::dbEnable(m_profile, m_folder->filePath(u"history.sqlite"_s)), &asItIs,
                    [this](const QByteArray&) { sync(); });
}

void HistoryRecovery::sync()
{
    m_askedMs = m_clock.nowMs();
    run<int>(
        zcaargs::dbSyncChats(m_profile, m_policy.historyMessages), &parseHistorySync,
        [this](int found) {
            if (m_mayOverlap) {
                freeConnection();
            }
            if (found == 0) {
                giveUp({ ErrorKind::ZcaFailed, u"the history was empty"_s });
                return;
            }
            run<QList<HistoryChat>>(zcaargs::dbChatList(m_profile), &parseHistoryChats,
                                    [this](const QList<HistoryChat>& chats) { readChats(chats); });
        },
        m_profile);
}

void HistoryRecovery::readChats(QList<HistoryChat> chats)
{
    std::sort(chats.begin(), chats.end(),
              [](const auto& a, const auto& b) { return a.lastMs > b.lastMs; });
    for (const HistoryChat& chat : std::as_const(chats)) {
        if (chat.lastMs >= readFromMs() && m_chats.size() < m_policy.historyChats) {
            m_chats.append(chat.threadId);
        }
    }
    readNextChat();
}

void HistoryRecovery::readNextChat()
{
    if (m_chats.isEmpty()) {
        cleanUp();
        return;
    }
    const std::chrono::milliseconds reach(std::max<qint64>(m_clock.nowMs() - readFromMs(), 0));
    run<QList<InboundMessage>>(
        zcaargs::dbChatMessages(m_profile, m_chats.takeFirst(), reach, m_policy.historyMessages),
        &parseHistory, [this](const QList<InboundMessage>& messages) {
            std::copy_if(messages.cbegin(), messages.cend(), std::back_inserter(m_messages),
                         [this](const InboundMessage& message) { return isWanted(message); });
            readNextChat();
        });
}

void HistoryRecovery::giveUp(const Error& error)
{
    m_error = error;
    cleanUp();
}

void HistoryRecovery::stopBecauseOf(const Error& error)
{
    if (!m_isRunning || m_error) {
        return;
    }
    m_error = error;
    if (m_ticket != 0) {
        m_runner.cancel(m_ticket);
    }
}

//! zca is as it was before, and only then does a listener start: it would write into the database.
void HistoryRecovery::cleanUp()
{
    m_deadline.stop();
    if (!m_folder) {
        finish();
        return;
    }
    m_runner.run(
        { zcaargs::dbDisable(m_profile), m_policy.commandDeadline, CommandClass::Query, {} }, this,
        [this](const Result<ZcaOutput>& result) {
            if (!result) {
                qCWarning(lcSession).noquote()
                    << m_profile
                    << "db disable:" << errorText(result.error(), TextLanguage::English);
            }
            finish();
        });
}

void HistoryRecovery::freeConnection()
{
    if (!std::exchange(m_isConnectionFree, true)) {
        emit connectionFree();
    }
}

//! What is wrong with zca does not lengthen every outage. The network and the login have pauses of
//! their own.
void HistoryRecovery::countFailure()
{
    switch (m_error->kind) {
    case ErrorKind::Cancelled:
    case ErrorKind::Offline:
    case ErrorKind::NotLoggedIn:
    case ErrorKind::Expired:
    case ErrorKind::LoginRefused:
    case ErrorKind::RateLimited:
    case ErrorKind::ZaloRefused:
        return;
    default:
        break;
    }
    const std::chrono::milliseconds pause = m_retry.next();
    if (m_retry.failures() > 1) {
        m_notBefore = m_clock.steadyMs() + pause.count();
    }
}

//! What was read of some chats is handed on also where others could not be.
void HistoryRecovery::finish()
{
    m_folder.reset();
    m_chats.clear();
    QList<InboundMessage> messages = std::exchange(m_messages, {});
    std::stable_sort(messages.begin(), messages.end(),
                     [](const auto& a, const auto& b) { return a.timestampMs < b.timestampMs; });
    const bool isCancelled = m_error && m_error->kind == ErrorKind::Cancelled;
    for (const InboundMessage& each : std::as_const(messages)) {
        if (!isCancelled) {
            emit message(each);
        }
    }
    freeConnection();
    m_isRunning = false;
    m_isAnswered = !m_error && !m_isOutdated;
    if (m_error) {
        countFailure();
        qCWarning(lcSession).noquote()
            << m_profile << "history:" << errorText(*m_error, TextLanguage::English);
    } else {
        m_retry.reset();
        m_notBefore = 0;
        qCInfo(lcSession).noquote() << m_profile << "history:" << messages.size() << "messages";
    }
    emit finished(m_error);
}

} // namespace zalo

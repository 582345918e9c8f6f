// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "torturerun.h"

#include "untold.h"

#include <QDateTime>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

#include <utility>

using namespace Qt::StringLiterals;

namespace zalo::torture {
namespace {

constexpr std::chrono::milliseconds LookInterval { 100 };
constexpr std::chrono::seconds LongestSettling { 90 }; // without progress
constexpr int QuietMs = 1'000;
constexpr int OutcomesAtOnce = 100; //!< the companion refuses more than a thousand under way
constexpr char secretWords[] = "mật khẩu"; //!< begins each text

QList<QJsonObject> readJournal(const QString& path)
{
    QList<QJsonObject> entries;
    QFile file(path);
    if (file.open(QIODevice::ReadOnly)) {
        while (!file.atEnd()) {
            entries << QJsonDocument::fromJson(file.readLine()).object();
        }
    }
    return entries;
}

QList<Fault> planOf(const TortureRun::Options& options)
{
    return options.traffic == Traffic::Written
        ? breakPlan(options.seed, options.milliseconds)
        : faultPlan(options.seed, options.milliseconds, options.only);
}

} // namespace

TortureRun::TortureRun(const Options& options, QObject* parent)
    : QObject(parent),
      m_options(options),
      m_link(m_world),
      m_faults(m_world, planOf(options)),
      m_inbound(m_world, options.traffic, options.seed + 1),
      m_outbound(m_world, m_link, options.seed + 2),
      m_states(m_world, m_link),
      m_door(m_world)
{
    m_look.setInterval(LookInterval);
    connect(&m_look, &QTimer::timeout, this, &TortureRun::look);
    connect(&m_faults, &FaultInjector::companionDisturbed, &m_states, &StateWatch::forget);
    connect(&m_faults, &FaultInjector::companionDisturbed, &m_door, &DoorWatch::forget);
    connect(&m_faults, &FaultInjector::sendsWanted, &m_outbound, &OutboundTraffic::burst);
    connect(&m_faults, &FaultInjector::burstWanted, &m_inbound, &InboundTraffic::burst);
    connect(&m_door, &DoorWatch::shut, this,
            [this](const QString& details) { m_ledger.add(Ledger::Kind::WrongState, details); });
    connect(&m_states, &StateWatch::wrongState, this,
            [this](const QString& details) { m_ledger.add(Ledger::Kind::WrongState, details); });
    connect(&m_outbound, &OutboundTraffic::contradicted, this,
            [this](const QString& details) { m_ledger.add(Ledger::Kind::WrongAnswer, details); });
}

bool TortureRun::start()
{
    if (!m_world.start()) {
        return false;
    }
    m_startedMs = QDateTime::currentMSecsSinceEpoch();
    m_link.start();
    m_states.start();
    m_door.start();
    m_look.start();
    m_inbound.start();
    m_outbound.start();
    m_faults.start();
    QTimer::singleShot(m_options.milliseconds, this, &TortureRun::settle);
    return true;
}

//! Looks after the companion: what it logs, and that it runs.
void TortureRun::look()
{
    readLog();
    if (m_world.isCompanionWanted() && !m_world.isCompanionRunning()) {
        m_ledger.add(Ledger::Kind::Ended,
                     u"at %1 with %2, beside the second one's process %3; the end of its log: %4"_s
                         .arg(QDateTime::currentDateTime().toString(u"HH:mm:ss.zzz"_s))
                         .arg(m_world.companionEndedWith())
                         .arg(m_world.second().processId())
                         .arg(QString::fromUtf8(m_logRest.right(500))));
        m_states.forget();
        m_world.startCompanion();
    }
    if (m_world.hasGatewayEnded()) {
        m_ledger.add(Ledger::Kind::Ended, u"the torture's own Gateway"_s);
        m_world.startGateway();
    }
    if (const QString wrong = m_world.checkQuit(); !wrong.isEmpty()) {
        m_ledger.add(Ledger::Kind::Ended, u"asked to quit, "_s + wrong);
    }
    if (m_world.second().hasComeUp()) {
        m_ledger.add(Ledger::Kind::TwoAtOnce, u"the second one serves Gateways"_s);
        m_world.second().kill();
    }
    lookForDeadLetters();
    if (m_settling.isValid() && m_toAsk.isEmpty()) {
        lookForQuiet();
    }
}

void TortureRun::lookForDeadLetters()
{
    const int count = m_states.profile()[u"queue"][u"inboundDead"].toInt();
    if (count > m_deadLetters) {
        m_ledger.add(
            Ledger::Kind::DeadLetter,
            u"%1 at %2"_s.arg(count).arg(QDateTime::currentDateTime().toString(u"HH:mm:ss.zzz"_s)));
        m_deadLetters = count;
    }
}

void TortureRun::lookForQuiet()
{
    const QJsonObject queue = m_states.profile()[u"queue"].toObject();
    const int waiting = queue[u"inboundWaiting"].toInt() + queue[u"outboundWaiting"].toInt();
    if (std::exchange(m_waiting, waiting) > waiting) {
        m_settling.start(); // it goes on, however slow the machine
    }
    if (!isQuiet()) {
        m_quiet.invalidate();
    } else if (!m_quiet.isValid()) {
        m_quiet.start();
    }
    if (m_quiet.isValid() && m_quiet.hasExpired(QuietMs)) {
        if (m_options.traffic == Traffic::Written && !m_isHistoryAsked) {
            askHistoryOnce();
            return;
        }
        if (m_toVisit.isEmpty()) {
            askOutcomes();
            return;
        }
        m_states.forget();
        m_door.forget();
        m_world.logIn(m_toVisit.takeFirst());
        m_settling.start();
        m_quiet.invalidate();
    } else if (m_settling.hasExpired(std::chrono::milliseconds(LongestSettling).count())) {
        m_ledger.add(Ledger::Kind::WrongState,
                     u"no quiet: "_s
                         + QString::fromUtf8(
                             QJsonDocument(m_states.profile()).toJson(QJsonDocument::Compact)));
        reckon();
    }
}

//! What is written between the last question for it and the connection is told by the next one.
void TortureRun::askHistoryOnce()
{
    m_isHistoryAsked = true;
    m_quiet.invalidate();
    m_settling.invalidate();
    m_world.reconnect([this] {
        m_states.forget();
        m_settling.start();
    });
}

void TortureRun::readLog()
{
    m_logRest = m_logRest.right(2'000) + m_world.log().take();
    if (m_logRest.contains(secretWords)) {
        m_ledger.add(Ledger::Kind::Leaked, QString::fromUtf8(m_logRest.left(300)));
        m_logRest.clear();
    }
}

void TortureRun::settle()
{
    m_inbound.stop();
    m_outbound.stop();
    m_faults.endAll();
    if (m_faults.counts().contains(faultName(Fault::Kind::OtherAccount))) {
        m_toVisit = { World::Person::Second, World::Person::First };
    }
    m_settling.start();
}

bool TortureRun::isQuiet() const
{
    const QJsonObject& profile = m_states.profile();
    const QJsonObject queue = profile[u"queue"].toObject();
    // It is connected before it has read what the history says.
    const QJsonArray gaps = profile[u"connectionGaps"].toArray();
    const bool isAsking = m_options.traffic == Traffic::Written && !gaps.isEmpty()
        && gaps.last()[u"recovery"].toString() == u"notAsked";
    // Another account's sends are answered when it is back.
    return !isAsking && m_world.isSettled() && !m_inbound.isBusy()
        && (m_outbound.unanswered() == 0 || !m_toVisit.isEmpty())
        && profile[u"session"][u"state"].toString() == u"Online"
        && queue[u"inboundWaiting"].toInt() == 0 && queue[u"outboundWaiting"].toInt() == 0;
}

void TortureRun::askOutcomes()
{
    m_journal = readJournal(m_world.journalPath());
    for (const Requested& message : m_outbound.messages()) {
        m_toAsk << message.key;
    }
    for (const QJsonObject& entry : m_journal) {
        m_toAsk << u"reply:"_s + entry[u"msgId"].toString();
    }
    m_toAsk.removeDuplicates();
    m_outcomesLeft = m_toAsk;
    for (int i = 0; i < OutcomesAtOnce; ++i) {
        askNextOutcome();
    }
}

void TortureRun::askNextOutcome()
{
    if (m_outcomesLeft.isEmpty()) {
        return;
    }
    const QString key = m_outcomesLeft.takeLast();
    m_link.request(this, u"message.outcome"_s, { { u"key"_s, key } },
                   [this, key](const RpcReply& reply) {
                       m_outcomes.insert(key, reply.value_or(QJsonObject()));
                       askNextOutcome();
                       if (m_outcomes.size() == m_toAsk.size()) {
                           reckon();
                       }
                   });
}

void TortureRun::reckon()
{
    m_look.stop();
    m_settling.invalidate();
    readLog();
    const QSet<QString> untold = m_options.traffic == Traffic::Written
        ? untoldMessages(m_world.history(), m_world.historyQuestions())
        : QSet<QString>();
    for (Injected message : m_inbound.messages()) {
        message.isUntold = untold.contains(message.msgId);
        m_ledger.injected(message);
    }
    for (const Requested& message : m_outbound.messages()) {
        m_ledger.requested(message);
    }
    QSet<QString> replied;
    for (const QJsonObject& entry : std::as_const(m_journal)) {
        const QString key = u"reply:"_s + entry[u"msgId"].toString();
        const QString state = m_outcomes.value(key)[u"state"].toString();
        if (state != u"unknown" && !replied.contains(key)) {
            replied.insert(key);
            const int number = entry[u"text"].toString().section(u' ', -1).mid(1).toInt();
            m_ledger.requested(
                { number, key, entry[u"threadId"].toString(), state, entry[u"time"].toInteger() });
        }
    }
    m_ledger.checkInbound(m_journal);
    m_ledger.checkOutbound(m_world.outbox(), m_outcomes);
    m_ledger.checkTimes(m_states.profile(), m_startedMs, QDateTime::currentMSecsSinceEpoch());
    emit finished();
}

QString TortureRun::report() const
{
    QString text = u"seed %1, %2 s\n"_s.arg(m_options.seed).arg(m_options.milliseconds / 1000);
    int faults = 0;
    const QMap<QString, int>& counts = m_faults.counts();
    for (auto it = counts.cbegin(); it != counts.cend(); ++it) {
        faults += it.value();
        text += u"%1 %2\n"_s.arg(it.value(), 5).arg(it.key());
    }
    text += u"%1 faults\n"_s.arg(faults);
    if (!m_world.disk.isMounted()) {
        text += u"disk full: skipped, mounting a small disk takes root's rights\n"_s;
    }
    return text + m_ledger.report();
}

} // namespace zalo::torture

// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "statewatch.h"

#include "companionlink.h"
#include "torturepolicy.h"

#include <QDateTime>

using namespace Qt::StringLiterals;

namespace zalo::torture {
namespace {

constexpr std::chrono::milliseconds Interval { 250 };
constexpr std::chrono::milliseconds Allowance { 5'000 }; //!< for a busy machine
constexpr int ReconnectAfterMs = 1'000;
constexpr int AnswerPatienceMs = 5'000;

constexpr int AfterStopMs = 10'000; //!< until a lock that it woke up in is forgotten

//! How long "Online" may be said without a listener that is connected.
std::chrono::milliseconds deadlineFor(World::Truth truth)
{
    const Policy policy = torturePolicy();
    return truth == World::Truth::Stopped ? policy.heartbeatDeadline + policy.stopGrace + Allowance
                                          : policy.stopGrace + Allowance;
}

} // namespace

StateWatch::StateWatch(World& world, CompanionLink& link, QObject* parent)
    : QObject(parent),
      m_world(world),
      m_link(link)
{
    m_timer.setInterval(Interval);
    connect(&m_timer, &QTimer::timeout, this, &StateWatch::ask);
}

void StateWatch::start()
{
    m_timer.start();
}

void StateWatch::forget()
{
    m_contradicted.invalidate();
    m_kicked.invalidate();
    m_asked.start();
    m_profile = {};
}

void StateWatch::ask()
{
    if (m_world.isCompanionStopped()) {
        m_stopped.start();
        forget();
        return;
    }
    if (m_isAsking && m_link.isOpen() && !m_isSilenceReported
        && m_asked.hasExpired(AnswerPatienceMs)) {
        m_isSilenceReported = true;
        report(u"no answer to status.get for %1 ms"_s.arg(m_asked.elapsed()));
    }
    if (m_isAsking || !m_link.isOpen()) {
        return;
    }
    m_isAsking = true;
    m_asked.start();
    m_link.request(this, u"status.get"_s, {}, [this](const RpcReply& reply) {
        m_isAsking = false;
        m_isSilenceReported = false;
        if (reply) {
            m_profile = (*reply)[u"profiles"][0].toObject();
            compare((*reply)[u"delivery"][u"state"].toString());
        } else {
            forget();
        }
    });
}

void StateWatch::compare(const QString& delivery)
{
    // A program that stood still has waited for the file, too.
    const bool hasStoodStill = m_stopped.isValid() && !m_stopped.hasExpired(AfterStopMs);
    if (delivery != u"StorageLocked" || m_world.database().isWorthTelling() || hasStoodStill) {
        m_isLockReported = false;
    } else if (!m_isLockReported) {
        m_isLockReported = true;
        report(u"“StorageLocked”, though nobody holds the file for long"_s);
    }

    const QString state = m_profile[u"session"][u"state"].toString();
    if (state != u"Kicked" && state != u"Duplicate") {
        m_kicked.invalidate();
    } else if (!m_kicked.isValid()) {
        m_kicked.start();
    } else if (m_kicked.elapsed() > ReconnectAfterMs) {
        m_kicked.start();
        m_world.reconnect();
    }

    const World::Truth truth = m_world.truth();
    if (truth == World::Truth::Connected || state != u"Online") {
        m_contradicted.invalidate();
        m_isReported = false;
        return;
    }
    if (!m_contradicted.isValid() || truth != m_truth) {
        m_truth = truth;
        m_contradicted.start();
    }
    if (!m_isReported && m_contradicted.elapsed() > deadlineFor(truth).count()) {
        m_isReported = true;
        report(u"“Online”, though the listener has been %1 for %2 ms"_s
                   .arg(truth == World::Truth::Stopped ? u"stopped"_s : u"gone"_s)
                   .arg(m_contradicted.elapsed()));
    }
}

void StateWatch::report(const QString& details)
{
    emit wrongState(
        u"at %1: %2"_s.arg(QDateTime::currentDateTime().toString(u"HH:mm:ss.zzz"_s), details));
}

} // namespace zalo::torture

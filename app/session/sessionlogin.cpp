// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "session/sessionlogin.h"

#include "session/loginflow.h"

#include <QUuid>

namespace zalo {
namespace {

LoginStep::Kind finalKind(ErrorKind kind)
{
    if (kind == ErrorKind::LoginDeclined) {
        return LoginStep::Kind::Declined;
    }
    if (kind == ErrorKind::LoginExpired) {
        return LoginStep::Kind::Expired;
    }
    return kind == ErrorKind::Cancelled ? LoginStep::Kind::Cancelled : LoginStep::Kind::Failed;
}

} // namespace

SessionLogin::SessionLogin(QString profile, ZcaRunner& runner, QString folder, Policy policy,
                           Clock clock, QObject* parent)
    : QObject(parent),
      m_profile(std::move(profile)),
      m_runner(runner),
      m_folder(std::move(folder)),
      m_policy(policy),
      m_clock(std::move(clock))
{ }

QString SessionLogin::begin(const ZcaProgram& program, const Account& expected)
{
    supersede();
    m_expected = expected;
    m_flow = new LoginFlow(QUuid::createUuid().toString(QUuid::WithoutBraces), m_profile, m_runner,
                           m_folder, m_policy, m_clock, this);
    connect(m_flow, &LoginFlow::step, this, [this](LoginStep next) {
        next.expected = m_expected;
        emit step(next);
    });
    connect(m_flow, &LoginFlow::finished, this, &SessionLogin::onFinished);
    const QString id = m_flow->id();
    m_flow->start(program);
    return id;
}

void SessionLogin::supersede()
{
    if (!m_flow) {
        return;
    }
    LoginFlow* old = std::exchange(m_flow, nullptr);
    disconnect(old, nullptr, this, nullptr);
    old->cancel();
    connect(old, &LoginFlow::finished, old, &QObject::deleteLater);
    emit step(stepOf(old->id(), LoginStep::Kind::Cancelled));
}

QString SessionLogin::id() const
{
    return m_flow ? m_flow->id() : m_held;
}

void SessionLogin::accept()
{
    if (isHeld()) {
        m_unverified = std::exchange(m_held, {});
        emit succeeded();
    }
}

void SessionLogin::cancel()
{
    if (m_flow) {
        m_flow->cancel();
    } else if (isHeld()) {
        emit step(stepOf(std::exchange(m_held, {}), LoginStep::Kind::Cancelled));
        emit givenUp();
    }
}

void SessionLogin::onFinished(const Result<LoginResult>& result)
{
    const QString id = m_flow->id();
    std::exchange(m_flow, nullptr)->deleteLater();
    const bool isOther = result && !m_expected.userId.isEmpty() && !result->userId.isEmpty()
        && result->userId != m_expected.userId;
    if (isOther) {
        m_held = id;
        emit held();
        LoginStep other = stepOf(id, LoginStep::Kind::OtherPerson);
        other.user.userId = result->userId;
        other.user.displayName = result->displayName;
        emit step(other);
        return;
    }
    if (result) {
        m_unverified = id;
        emit succeeded();
        return;
    }
    LoginStep final = stepOf(id, finalKind(result.error().kind));
    if (final.kind == LoginStep::Kind::Failed) {
        final.error = result.error();
    }
    emit step(final);
    emit failed();
}

void SessionLogin::confirm(const Account& user)
{
    LoginStep final = stepOf(m_unverified, LoginStep::Kind::Confirmed);
    final.user = user;
    finishUnverified(final);
}

void SessionLogin::fail(const Error& error)
{
    LoginStep final = stepOf(m_unverified, LoginStep::Kind::Failed);
    final.error = error;
    finishUnverified(final);
}

void SessionLogin::abandon()
{
    finishUnverified(stepOf(m_unverified, LoginStep::Kind::Cancelled));
}

void SessionLogin::finishUnverified(const LoginStep& final)
{
    if (!std::exchange(m_unverified, QString()).isEmpty()) {
        emit step(final);
    }
}

LoginStep SessionLogin::stepOf(const QString& loginId, LoginStep::Kind kind) const
{
    LoginStep step;
    step.loginId = loginId;
    step.profile = m_profile;
    step.kind = kind;
    step.expected = m_expected;
    return step;
}

} // namespace zalo

// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "session/identitycheck.h"

namespace zalo {

IdentityCheck::IdentityCheck(const SessionCommands& commands, Backoff::Range retry,
                             Backoff::Range refused, QObject* parent)
    : QObject(parent),
      m_commands(commands),
      m_pauses(retry),
      m_refusals(refused)
{
    m_retry.setSingleShot(true);
    connect(&m_retry, &QTimer::timeout, this, &IdentityCheck::ask);
}

void IdentityCheck::ask()
{
    m_retry.stop();
    const quint64 question = ++m_question;
    m_commands.askAccount(this, [this, question](const Result<Account>& account) {
        if (question == m_question) {
            emit answered(account);
        }
    });
}

void IdentityCheck::accept()
{
    m_retry.stop();
    m_pauses.reset();
    m_refusals.reset();
    if (!m_isCertain) {
        m_isCertain = true;
        emit certaintyChanged();
    }
}

void IdentityCheck::invalidate()
{
    ++m_question;
    m_retry.stop();
    if (m_isCertain) {
        m_isCertain = false;
        emit certaintyChanged();
    }
}

void IdentityCheck::askLater(ErrorKind error)
{
    const bool isRefused = error == ErrorKind::LoginRefused || error == ErrorKind::RateLimited
        || error == ErrorKind::ZaloRefused;
    m_retry.start(isRefused ? m_refusals.next() : m_pauses.next());
}

} // namespace zalo

// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/clock.h"
#include "core/policy.h"
#include "session/loginstep.h"
#include "zca/zcaloginattempt.h"

#include <QObject>

#include <memory>

namespace zalo {

class ZcaRunner;

//! One login as a person sees it, over several attempts of zca: an expired QR code is replaced by
//! itself, Policy::qrRenewals times. It ends when zca says that it logged in; that the session
//! works is verified by its owner.
class LoginFlow : public QObject
{
    Q_OBJECT

public:
    //! `privateFolder` is a private folder of ours, for zca's picture. `runner` outlives the flow.
    LoginFlow(QString loginId, QString profile, ZcaRunner& runner, QString privateFolder,
              Policy policy, Clock clock = {}, QObject* parent = nullptr);

    [[nodiscard]] const QString& id() const { return m_id; }

    //! Starts, once. finished() follows once, never from inside this call.
    void start(const ZcaProgram& program);

    //! Ends it; finished(Cancelled) follows.
    void cancel();

signals:
    //! Starting, Qr and Scanned; the final steps come from the owner.
    void step(const zalo::LoginStep& step);
    //! LoginDeclined, LoginExpired (after the last renewal), Cancelled, or what zca failed with.
    void finished(const zalo::Result<zalo::LoginResult>& result);

private:
    void startAttempt();
    void onQr(const QByteArray& png);
    void onAttemptFinished(const Result<LoginResult>& result);
    [[nodiscard]] LoginStep stepOf(LoginStep::Kind kind) const;

    QString m_id;
    QString m_profile;
    ZcaRunner& m_runner;
    QString m_privateFolder;
    Policy m_policy;
    Clock m_clock;
    ZcaProgram m_program;
    std::unique_ptr<ZcaLoginAttempt> m_attempt;
    int m_attempts = 0;
    bool m_cancelled = false;
};

} // namespace zalo

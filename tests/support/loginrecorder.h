// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "zca/zcaloginattempt.h"

#include <QList>
#include <QStringList>

#include <memory>

namespace zalo::test {

//! Runs one login attempt and keeps what it reports.
class LoginRecorder : public QObject
{
public:
    //! Starts an attempt for the profile "work". Without a possible one its error is the result.
    void start(const ZcaProgram& program, ZcaRunner& runner, const QString& privateFolder,
               const Policy& policy)
    {
        auto created =
            ZcaLoginAttempt::create(program, QStringLiteral("work"), runner, privateFolder, policy);
        if (!created) {
            results << tl::unexpected(created.error());
            return;
        }
        attempt = std::move(*created);
        connect(attempt.get(), &ZcaLoginAttempt::qrReady, this, [this](const QByteArray& bytes) {
            png = bytes;
            steps << QStringLiteral("qr");
        });
        connect(attempt.get(), &ZcaLoginAttempt::scanned, this,
                [this](const QString& name) { steps << QStringLiteral("scanned ") + name; });
        connect(attempt.get(), &ZcaLoginAttempt::finished, this,
                [this](const Result<LoginResult>& result) { results << result; });
        attempt->start();
    }

    std::unique_ptr<ZcaLoginAttempt> attempt;
    QByteArray png; //!< the last QR
    QStringList steps; //!< "qr", "scanned NAME"
    QList<Result<LoginResult>> results;
};

} // namespace zalo::test

// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "gatewaysetup/openclawcommand.h"
#include "gatewaysetup/setupoptions.h"
#include "gatewaysetup/setupplan.h"

#include <QObject>

namespace zalo {

//! Does what a plan says, one step after the other, up to the first that fails.
class SetupExecutor : public QObject
{
    Q_OBJECT

public:
    SetupExecutor(const GatewaySetupOptions& options, const SetupFacts& facts,
                  const SetupPlan& plan, QObject* parent);

    //! Ends in one finished().
    void start();

signals:
    void stepStarted(int index);
    void stepDone(int index, const QString& outcome);
    void finished(const zalo::Result<QString>& outcome);

private:
    using Next = std::function<void(const OpenClawOutput&)>;

    void next();
    void run(SetupStep::Kind kind);
    void done(const Result<QString>& outcome = QString());
    void ask(const QStringList& arguments, Timing::ms deadline, Next next);

    [[nodiscard]] Result<void> keepConfig();
    [[nodiscard]] Result<void> makeRoom();
    void installPlugin();
    void enableChannel();
    void validate(const QByteArray& wanted, bool mayWriteAgain);
    void putBack(const Error& why);
    void startCompanion();
    void checkConnection();
    void uninstallPlugin();
    [[nodiscard]] Result<void> restoreConfig();
    //! The configuration as it is now, its bytes replaced.
    [[nodiscard]] Result<void> replaceBytes(const QByteArray& bytes);

    GatewaySetupOptions m_options;
    SetupFacts m_facts;
    SetupPlan m_plan;
    SetupJournal m_journal;
    QString m_journalPath;
    int m_step = -1;
    QString m_lastOutcome;
};

} // namespace zalo

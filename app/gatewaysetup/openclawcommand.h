// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/error.h"
#include "core/timing.h"
#include "gatewaysetup/openclawlocator.h"

#include <QObject>
#include <QProcess>
#include <QTimer>

namespace zalo {

//! What a command printed, and how it ended.
struct OpenClawOutput
{
    int exitCode = 0;
    QByteArray out;
    QByteArray err;

    //! Its last line with text, for people; bounded.
    [[nodiscard]] QString lastLine() const;

    friend bool operator==(const OpenClawOutput&, const OpenClawOutput&) = default;
};

//! One program run to its end or its deadline, for instance `openclaw …`, never through a shell.
//! Deletes itself after finished().
class OpenClawCommand : public QObject
{
    Q_OBJECT

public:
    OpenClawCommand(const Timing& timing, QObject* parent);
    ~OpenClawCommand() override;

    //! Ends in one finished(), never from inside this call.
    void start(const QString& program, const QStringList& arguments,
               const QProcessEnvironment& environment, Timing::ms deadline);

signals:
    //! Any end of its own is an output. OpenClawFailed: it could not be started; TimedOut.
    void finished(const zalo::Result<zalo::OpenClawOutput>& result);

private:
    void end(const Result<OpenClawOutput>& result);

    QProcess m_process;
    QTimer m_deadline;
    QTimer m_kill;
    bool m_isLate = false;
};

} // namespace zalo

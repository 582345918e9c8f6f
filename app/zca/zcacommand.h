// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/error.h"
#include "zca/zcaprocess.h"
#include "zca/zcaprogram.h"

#include <QByteArray>
#include <QObject>
#include <QStringList>
#include <QTimer>

#include <chrono>
#include <functional>
#include <optional>

namespace zalo {

//! Which bound a command counts against.
enum class CommandClass
{
    Query, //!< may be repeated
    Send //!< must not be done twice: an unclear end is ErrorKind::Uncertain
};

//! Bytes of stdout that a command may print: far more than any answer has, and lists of contacts
//! may be so long (five times 10,000 friends).
inline constexpr qsizetype MaxAnswer = 1 << 20;
inline constexpr qsizetype MaxListAnswer = 32 << 20;

//! One command of zca.
struct ZcaRequest
{
    QStringList arguments; //!< all of them, from zca/zcaarguments.h
    std::chrono::milliseconds deadline; //!< counted from the start of the process
    CommandClass commandClass = CommandClass::Query;
    //! Says of a line of stdout that the answer is complete, for commands that linger after it
    //! (ZCA.md 6: upload); they are then stopped. Empty: the end of the process ends the command.
    std::function<bool(const QByteArray& line)> isAnswer;
    //! The profile whose websocket it may open or use (ZCA.md 8, 10); empty: it needs none.
    QString websocketOf = {};
    qsizetype maxOutput = MaxAnswer; //!< bytes of stdout; more is OutputTooLarge
};

//! What a command printed before it ended with exit code 0 (or was ended after its answer).
struct ZcaOutput
{
    QByteArray out;
    QByteArray err;

    friend bool operator==(const ZcaOutput&, const ZcaOutput&) = default;
};

//! Runs one command to its end or its deadline. Any other end than exit 0 is an error
//! (zca/zcaerrors.h).
class ZcaCommand : public QObject
{
    Q_OBJECT

public:
    ZcaCommand(const ZcaProgram& program, ZcaRequest request, const QString& workFolder,
               std::chrono::milliseconds stopGrace, QObject* parent = nullptr);

    //! Starts it, once. finished() follows once, never from inside this call.
    void start();

    //! Stops it; finished(Cancelled) follows when the process is gone.
    void cancel();

signals:
    void finished(const zalo::Result<zalo::ZcaOutput>& result);

private:
    void onLine(const QByteArray& line);
    void onEnded(const ZcaExit& exit);
    void stopWith(Error why);

    QString m_program;
    ZcaRequest m_request;
    ZcaLaunch m_launch;
    ZcaProcess m_process;
    QTimer m_deadline;
    ZcaOutput m_output;
    bool m_answered = false;
    std::optional<Error> m_stoppedFor;
};

} // namespace zalo

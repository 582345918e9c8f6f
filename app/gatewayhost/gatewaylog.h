// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/timing.h"
#include "core/worker.h"

#include <QObject>
#include <QTimer>

#include <memory>

namespace zalo {

class LogReader;

//! The end of OpenClaw's log, while somebody looks at it: the lines that are for everybody's eyes
//! (logline.h). They are shown, and neither kept nor logged.
class GatewayLog : public QObject
{
    Q_OBJECT

public:
    explicit GatewayLog(const Timing& timing, QObject* parent = nullptr);
    ~GatewayLog() override;

    //! Begins with the last lines of this file and goes on with what is added; a name with a date
    //! is followed over midnight.
    void follow(const QString& path);
    void stop();

signals:
    //! What was given before is given again, or is of another file.
    void restarted();
    void appended(const QStringList& lines);

private:
    void read();

    Worker m_worker;
    QTimer m_poll;
    std::shared_ptr<LogReader> m_reader; //!< used on the worker only
};

} // namespace zalo

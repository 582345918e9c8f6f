// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/error.h"
#include "core/inboundmessage.h"
#include "core/policy.h"
#include "zca/spoolset.h"
#include "zca/zcalistenerend.h"
#include "zca/zcaprogram.h"

#include <QObject>
#include <QTimer>

#include <memory>

namespace zalo {

struct ListenLifecycle;

//! The listener of one profile: one `zca listen` per start(). Its output goes to a spool file, so
//! every message that zca printed reaches message() at least once, also when this program is killed
//! meanwhile: the next one reads the file that was left.
class ZcaListener : public QObject
{
    Q_OBJECT

public:
    //! Both folders are private folders of ours; `spoolFolder` lasts over restarts.
    ZcaListener(QString profile, QString workFolder, QString spoolFolder, const Policy& policy,
                QObject* parent = nullptr);
    ~ZcaListener() override;

    //! Gives the messages that an earlier run left. start() does it too; call it where no listener
    //! will be started, for example because nobody is logged in.
    void recover();

    //! Starts listening. One ended() follows, after the last message of this run, and never from
    //! inside this call. Does nothing while one runs.
    void start(const ZcaProgram& program);

    //! Ends it; ended(Stopped) follows.
    void stop();
    //! Ends it because the machine slept; ended(Slept) follows, or what was found out meanwhile.
    void stopAfterSleep();

    [[nodiscard]] bool isRunning() const { return m_run != nullptr; }
    //! True from connected() to ended().
    [[nodiscard]] bool isConnected() const;

    //! The message of this token is stored. A file whose messages are all confirmed is removed.
    void confirm(quint64 token);

signals:
    //! `recovered`: an earlier run received it. The same message may come again.
    void message(const zalo::InboundMessage& message, quint64 token, bool recovered);
    void connected(); //!< to Zalo's websocket; once for each start()
    void linesDropped(qsizetype count, zalo::UnusableLine why);
    void ended(const zalo::ListenerEnd& end);

private:
    struct Run; //!< what is known of the process

    void readLive();
    void onLine(const QByteArray& line, quint64 token, bool recovered);
    void onLifecycle(const ListenLifecycle& lifecycle);
    void onConnected();
    void onClosed(int code);
    void onProcessEnded(const ZcaExit& exit);
    void stopFor(ListenerCause cause);
    void endIfDone();

    QString m_profile;
    QString m_workFolder;
    QString m_spoolFolder;
    Policy m_policy;
    SpoolSet m_spools;
    QTimer m_liveness;
    QTimer m_recycle;
    QTimer m_closing;
    std::unique_ptr<Run> m_run;
};

} // namespace zalo

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
#include <optional>

namespace zalo {

struct ListenLifecycle;

//! The listener of one profile: one `zca listen` per start(). Its output goes to a spool file, so
//! every message that zca printed reaches message() at least once, also when this program is killed
//! meanwhile: the next one reads the file that was left.
class ZcaListener : public QObject
{
    Q_OBJECT

public:
    //! Both folders are private folders of ours; `spoolFolder` lasts over restarts. `parser` reads
    //! what zca prints, and outlives this.
    ZcaListener(QString profile, QString workFolder, QString spoolFolder, Worker& parser,
                const Policy& policy, QObject* parent = nullptr);
    ~ZcaListener() override;

    //! Gives the messages that an earlier run left. start() does it too; call it where no listener
    //! will be started, for example because nobody is logged in.
    void recover();

    //! Starts listening, once the process of the run before is gone. One ended() follows, never
    //! from inside this call. Does nothing while one runs.
    void start(const ZcaProgram& program, ListenDatabase database = ListenDatabase::AsConfigured);

    //! The next start() cares for no lock: its owner was looked at, and is no listener.
    void ignoreLock() { m_lock = ZcaLock::Ignored; }

    //! Ends it; ended(`cause`) follows, or what was found out meanwhile.
    void stop(ListenerCause cause = ListenerCause::Stopped);

    [[nodiscard]] bool isRunning() const { return m_run != nullptr || m_next; }
    //! True from connected() to ended().
    [[nodiscard]] bool isConnected() const;
    //! The process that listens, 0 while none does.
    [[nodiscard]] qint64 processId() const;

    //! The message of this token is stored. A file whose messages are all confirmed is removed.
    void confirm(quint64 token);

signals:
    void starting(); //!< from here on messages are those of the new run
    //! `recovered`: an earlier run of this program received it. The same message may come again. It
    //! may come after ended(), too: zca prints for a moment after its connection closed.
    void message(const zalo::InboundMessage& message, quint64 token, bool recovered);
    void connected(); //!< to Zalo's websocket; once for each start()
    void linesDropped(qsizetype count, zalo::UnusableLine why);
    //! The connection is over, or there never was one. The process may live on for a moment.
    void ended(const zalo::ListenerEnd& end);

private:
    struct Run; //!< what is known of the process

    void launch(const ZcaProgram& program);
    void readLive();
    void onLine(const ListenLine& line, quint64 token, bool recovered);
    void onOvergrown(const SpoolReader* spool);
    void onLifecycle(const ListenLifecycle& lifecycle);
    void onConnected();
    void onClosed(int code);
    void onProcessEnded(const ZcaExit& exit);
    void end(Run& run);
    void endIfDone();

    QString m_profile;
    QString m_workFolder;
    QString m_spoolFolder;
    Policy m_policy;
    SpoolSet m_spools;
    ZcaLock m_lock = ZcaLock::Respected; //!< in the next launch()
    QTimer m_liveness;
    QTimer m_closing;
    std::unique_ptr<Run> m_run;
    std::unique_ptr<Run> m_closed; //!< it has ended, its process has not
    std::optional<ZcaProgram> m_next; //!< is started when m_closed is gone
    ListenDatabase m_database = ListenDatabase::AsConfigured; //!< of the last start()
};

} // namespace zalo

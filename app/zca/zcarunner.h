// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/policy.h"
#include "core/worker.h"
#include "zca/zcacommand.h"

#include <QElapsedTimer>
#include <QHash>
#include <QList>
#include <QObject>
#include <QPointer>
#include <QSet>

#include <functional>

namespace zalo {

//! Runs one-shot commands, Policy::parallelCommands at a time, and beside them
//! Policy::parallelSends of CommandClass::Send. Order is kept only in starting: whoever needs one
//! send after another waits for the answer (ZCA.md 8). An account has one websocket: of the
//! commands that need a profile's, one runs at a time.
class ZcaRunner : public QObject
{
    Q_OBJECT

public:
    using Callback = std::function<void(Result<ZcaOutput>)>;

    //! `workFolder` is a private folder of ours, the current folder of the commands.
    ZcaRunner(ZcaProgramProvider program, QString workFolder, const Policy& policy,
              QObject* parent = nullptr);

    //! Stops what runs; callbacks that are still owed are not called.
    ~ZcaRunner() override;

    //! Queues a command. `done` is called once, later, unless `context` dies before (the command is
    //! run all the same). Gives a ticket for cancel().
    quint64 run(ZcaRequest request, QObject* context, Callback done);

    //! As run(), and the worker reads what it printed: `parse` is a function of the bytes of stdout
    //! alone, and `done` gets its Result.
    template <typename Parse, typename Done>
    quint64 ask(const ZcaRequest& request, QObject* context, Parse parse, Done done)
    {
        return run(request, context,
                   [this, context, parse = std::move(parse),
                    done = std::move(done)](Result<ZcaOutput> output) {
                       if (!output) {
                           done(tl::unexpected(output.error()));
                           return;
                       }
                       m_parser.run(
                           context, [parse, out = output->out] { return parse(out); }, done);
                   });
    }

    //! Where what zca printed is read, away from the main thread.
    [[nodiscard]] Worker& parser() { return m_parser; }

    //! Takes a command back: `done` gets Cancelled, or Uncertain for a send that had started. True
    //! when its process had not been started: then nothing happened.
    bool cancel(quint64 ticket);

    //! Nothing runs, and nothing waits to.
    [[nodiscard]] bool isIdle() const { return m_waiting.isEmpty() && m_running.isEmpty(); }

    //! A command that needs the profile's websocket runs, or ended less than `within` ago.
    [[nodiscard]] bool usesWebsocket(const QString& profile,
                                     std::chrono::milliseconds within = {}) const;

signals:
    //! A command of this profile was answered that the login has expired.
    void loginDead(const QString& profile);

private:
    struct Job
    {
        quint64 ticket = 0;
        ZcaRequest request;
        QPointer<QObject> context;
        Callback done;
    };

    void postStart();
    void startNext();
    void startJob(const Job& job);
    void answer(const Job& job, Result<ZcaOutput> result);
    [[nodiscard]] bool mustWait(const ZcaRequest& request) const;

    Worker m_parser { QStringLiteral("parser") };
    ZcaProgramProvider m_program;
    QString m_workFolder;
    Policy m_policy;
    quint64 m_lastTicket = 0;
    bool m_startPosted = false;
    QList<Job> m_waiting;
    QHash<quint64, ZcaCommand*> m_running;
    QHash<CommandClass, int> m_busy;
    QSet<QString> m_websockets; //!< the profiles whose one a command needs just now
    QHash<QString, QElapsedTimer> m_freeSince; //!< by profile: how long ago the last one ended
};

} // namespace zalo

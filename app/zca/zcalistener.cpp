// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "zca/zcalistener.h"

#include "core/overloaded.h"
#include "zca/spoolreader.h"
#include "zca/zcaarguments.h"
#include "zca/zcamessageparser.h"

#include <QElapsedTimer>

#include <optional>
#include <utility>

namespace zalo {
namespace {

constexpr qsizetype MaxErrors = 1 << 14;
constexpr auto FloodWindow = std::chrono::milliseconds(
    std::chrono::minutes(10)); //!< for MaxSpool bytes: 100 messages a second
// Warnings of many messages are many lines: in the long run 60 a second are none too many.
constexpr qint64 ErrorBurst = 4 << 20;
constexpr qint64 ErrorsPerSecond = 16 << 10;

} // namespace

struct ZcaListener::Run
{
    ZcaProcess process;
    SpoolReader* spool = nullptr; //!< null: it could not be made
    bool supervised = false;
    bool processEnded = false;
    bool spoolRead = false;
    ListenerFacts facts;
    QElapsedTimer age; //!< since it was launched
    QElapsedTimer connected; //!< since it was; invalid before
    std::optional<std::chrono::milliseconds> connectedFor; //!< once that is over

    //! The connection is over, if there was one.
    void endConnection()
    {
        if (connected.isValid() && !connectedFor) {
            connectedFor = std::chrono::milliseconds(connected.elapsed());
        }
    }
};

ZcaListener::ZcaListener(QString profile, QString workFolder, QString spoolFolder, Worker& parser,
                         const Policy& policy, QObject* parent)
    : QObject(parent),
      m_profile(std::move(profile)),
      m_workFolder(std::move(workFolder)),
      m_spoolFolder(std::move(spoolFolder)),
      m_policy(policy),
      m_spools(m_spoolFolder, m_profile, parser)
{
    connect(&m_spools, &SpoolSet::line, this, &ZcaListener::onLine);
    connect(&m_spools, &SpoolSet::linesDropped, this, &ZcaListener::linesDropped);
    connect(&m_spools, &SpoolSet::recoveredRead, this, &ZcaListener::readLive);
    m_liveness.setSingleShot(true);
    m_closing.setSingleShot(true);
    connect(&m_liveness, &QTimer::timeout, this, [this] { stop(ListenerCause::Stuck); });
    // A closed listener may stay alive and deaf (ZCA.md 7).
    connect(&m_closing, &QTimer::timeout, this, [this] {
        if (Run* run = m_closed ? m_closed.get() : m_run.get()) {
            run->process.stop();
        }
    });
}

ZcaListener::~ZcaListener() = default;

void ZcaListener::recover()
{
    m_spools.recover();
}

void ZcaListener::start(const ZcaProgram& program, ListenDatabase database)
{
    if (isRunning()) {
        return;
    }
    m_database = database;
    if (m_closed) { // it has the profile's lock
        m_next = program;
        return;
    }
    launch(program);
}

void ZcaListener::launch(const ZcaProgram& program)
{
    emit starting();
    recover();
    m_run = std::make_unique<Run>();
    m_run->supervised = program.can(ZcaCapability::Supervised);
    m_run->facts.program = program.path;
    connect(&m_run->process, &ZcaProcess::ended, this, &ZcaListener::onProcessEnded);
    connect(&m_run->process, &ZcaProcess::errorLine, this,
            [&facts = m_run->facts](const QByteArray& line) {
                if (line.startsWith("Warning: failed to cache ")) {
                    return; // as it was told; many leave no room for what ends it
                }
                facts.sawError |= line.startsWith("Listener error:");
                if (facts.errors.size() + line.size() < MaxErrors) {
                    facts.errors += line + '\n';
                }
            });
    if (const Result<SpoolReader*> spool = m_spools.addFile()) {
        m_run->spool = *spool;
    } else {
        m_run->facts.noSpool = spool.error();
        m_run->processEnded = m_run->spoolRead = true;
        QMetaObject::invokeMethod(this, &ZcaListener::endIfDone, Qt::QueuedConnection);
        return;
    }
    connect(m_run->spool, &SpoolReader::drained, this, [this, spool = m_run->spool] {
        for (Run* run : { m_run.get(), m_closed.get() }) {
            if (run && run->spool == spool) {
                run->spoolRead = true;
            }
        }
        endIfDone();
    });
    connect(m_run->spool, &SpoolReader::overgrown, this,
            [this, spool = m_run->spool] { onOvergrown(spool); });
    m_liveness.start(m_policy.connectDeadline);
    m_run->age.start();
    m_run->process.start(
        { .program = program.path,
          .arguments = zcaargs::listen(m_profile, program, m_policy.heartbeat, m_database),
          .workFolder = m_workFolder,
          .outputFile = m_run->spool->path(),
          .errors = ByteAllowance(ErrorBurst, ErrorsPerSecond),
          .stopGrace = m_policy.stopGrace,
          .reach = program.dialect == ZcaDialect::OpenZca ? ZcaReach::ZaloOnly : ZcaReach::Anything,
          .lock = std::exchange(m_lock, ZcaLock::Respected) });
    readLive();
}

bool ZcaListener::isConnected() const
{
    return m_run && m_run->facts.wasConnected;
}

qint64 ZcaListener::processId() const
{
    return m_run ? m_run->process.processId() : 0;
}

void ZcaListener::confirm(quint64 token)
{
    m_spools.confirm(token);
}

void ZcaListener::readLive()
{
    if (m_spools.isRecovering()) {
        return; // what was left is older, and comes first
    }
    for (Run* run : { m_closed.get(), m_run.get() }) {
        if (run && run->spool) {
            run->spool->start();
            if (run->processEnded) {
                run->spool->finish();
            }
        }
    }
}

void ZcaListener::onLine(const ListenLine& line, quint64 token, bool recovered)
{
    if (const auto* inbound = std::get_if<InboundMessage>(&line)) {
        if (!recovered && m_run && m_run->supervised && m_run->facts.wasConnected) {
            m_liveness.start(m_policy.heartbeatDeadline);
        }
        emit message(*inbound, token, recovered);
        return;
    }
    confirm(token);
    if (recovered || !m_run) {
        return; // what happened to the connection of an earlier run is past
    }
    std::visit(Overloaded {
                   [](const ListenNoise&) {},
                   [](const InboundMessage&) {},
                   [this](const ListenConnected&) { onConnected(); },
                   [this](const ListenClosed& closed) { onClosed(closed.code); },
                   [this](const ListenLifecycle& lifecycle) { onLifecycle(lifecycle); },
               },
               line);
}

//! In a short time no account has so many messages. In a long one it has: then the listener goes on
//! with a new file.
void ZcaListener::onOvergrown(const SpoolReader* spool)
{
    for (Run* run : { m_run.get(), m_closed.get() }) {
        if (!run || run->spool != spool) {
            continue;
        }
        if (!run->age.hasExpired(FloodWindow.count())) {
            run->process.killFlooding();
        } else if (run == m_run.get()) {
            stop(ListenerCause::Recycle);
        }
    }
}

void ZcaListener::onLifecycle(const ListenLifecycle& lifecycle)
{
    using Event = ListenLifecycle::Event;
    switch (lifecycle.event) {
    case Event::Connected:
        onConnected();
        break;
    case Event::Heartbeat: // of the process; says nothing about the connection (ZCA.md 7)
        if (m_run->facts.wasConnected) {
            m_liveness.start(m_policy.heartbeatDeadline);
        }
        break;
    case Event::Closed:
        onClosed(lifecycle.code);
        break;
    case Event::Error:
        m_run->facts.sawError = true;
        break;
    case Event::SessionId:
    case Event::Unknown:
        break;
    }
}

void ZcaListener::onConnected()
{
    // openzca says it twice when supervised: as a line and as an event.
    if (m_run->facts.wasConnected) {
        return;
    }
    m_run->facts.wasConnected = true;
    m_run->connected.start();
    if (m_run->supervised) {
        m_liveness.start(m_policy.heartbeatDeadline);
    } else {
        m_liveness.stop(); // it says nothing more while nobody writes
    }
    emit connected();
}

void ZcaListener::onClosed(int code)
{
    m_run->facts.closeCode = code;
    m_run->endConnection();
    m_liveness.stop();
    if (!m_run->processEnded && !m_closing.isActive()) { // else it would end the next one
        m_closing.start(m_policy.closedGrace);
    }
    // That is the end, however long the process lives on (ZCA.md 10). Where it never connected,
    // its exit and its errors say more.
    if (m_run->facts.wasConnected && !m_run->facts.stoppedFor && !m_run->processEnded) {
        m_closed = std::move(m_run);
        end(*m_closed);
    }
}

void ZcaListener::onProcessEnded(const ZcaExit& exit)
{
    Run& run = m_closed ? *m_closed : *m_run;
    run.processEnded = true;
    run.facts.exit = exit;
    run.endConnection();
    m_liveness.stop();
    m_closing.stop();
    readLive();
}

void ZcaListener::stop(ListenerCause cause)
{
    if (m_next) { // not begun
        m_next.reset();
        QMetaObject::invokeMethod(
            this, [this, cause] { emit ended({ .cause = cause, .reason = {} }); },
            Qt::QueuedConnection);
        return;
    }
    if (!m_run || m_run->processEnded) {
        return;
    }
    // A stop that was asked for outranks one of our own. What took the connection before outranks
    // both: zca may live on for seconds after it (ZCA.md 10).
    const bool isTaken = m_run->facts.closeCode == 3000 || m_run->facts.closeCode == 3003;
    if (!isTaken && (!m_run->facts.stoppedFor || cause == ListenerCause::Stopped)) {
        m_run->facts.stoppedFor = cause;
    }
    m_run->process.stop();
}

void ZcaListener::endIfDone()
{
    if (m_closed && m_closed->processEnded && m_closed->spoolRead) {
        m_closed.reset();
        if (const auto program = std::exchange(m_next, {})) {
            launch(*program);
        }
    } else if (m_run && m_run->processEnded && m_run->spoolRead) {
        const std::unique_ptr<Run> run = std::move(m_run);
        end(*run);
    }
}

void ZcaListener::end(Run& run)
{
    ListenerEnd end = listenerEnd(run.facts);
    run.endConnection(); // where its end was read before the line that says it was connected
    end.connectedFor = run.connectedFor.value_or(std::chrono::milliseconds(0));
    emit ended(end);
}

} // namespace zalo

// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "application.h"

#include "bridgeapi/methods.h"
#include "control/runninginstance.h"
#include "core/logging.h"
#include "demo/demo.h"
#include "localcompanion/datareset.h"
#include "platform/ownerconnection.h"
#include "platform/privatefolder.h"

#include <QFile>
#include <QFileInfo>
#include <QLocalSocket>

using namespace Qt::Literals::StringLiterals;

namespace zalo {
namespace {

//! Of the two seconds that a session's end has: sends under way that take longer are uncertain.
constexpr std::chrono::milliseconds SessionEndGrace { 1'500 };
constexpr std::chrono::milliseconds LockRetry { 100 };
constexpr std::chrono::seconds TakeOverMargin { 5 };

//! Another process owns the data: `kind`, with what is known of it.
Error ownedError(const QString& dataFolder, ErrorKind kind)
{
    const InstanceOwner owner = InstanceLock::owner(dataFolder).value_or(InstanceOwner());
    return { kind, kind == ErrorKind::AlreadyRunning ? QString::number(owner.pid) : owner.text() };
}

} // namespace

Application::Application(const LaunchOptions& options, const LaunchPlaces& places,
                         const Policy& policy, Clock clock, QObject* parent)
    : QObject(parent),
      m_options(options),
      m_places(places),
      m_policy(policy),
      m_clock(std::move(clock)),
      m_instance(places.paths.data, places.bridge, policy.socketCheck)
{ }

Application::~Application()
{
    m_console.reset();
    m_control.reset();
    m_demo.reset();
    m_companion.reset();
    if (!m_resetMode) {
        return;
    }
    // The files are nobody's now, and the lock is still ours.
    const auto done = resetData(*m_resetMode, m_places.paths, QDateTime::currentDateTimeUtc());
    if (!done) {
        qCWarning(lcApp).noquote() << errorText(done.error(), TextLanguage::English);
    }
}

void Application::start()
{
    if (m_options.demo && !QFileInfo::exists(m_places.simulator)) {
        fail({ ErrorKind::DemoMissing, m_places.simulator });
        return;
    }
    if (const Result<void> folder = ensurePrivateFolder(m_places.paths.data); !folder) {
        fail(folder.error());
        return;
    }
    const Result<void> alone = m_instance.start();
    if (alone) {
        run();
    } else if (alone.error().kind != ErrorKind::AlreadyRunning) {
        fail(alone.error());
    } else if (InstanceLock::isLeftBehind(m_places.paths.data)) {
        waitForTheLock(m_policy.ownerPatience);
    } else if (m_options.headless) {
        lookForOwner();
    } else {
        askRunningInstance();
    }
}

//! Nothing but a sentence follows: which one depends on whether the owner can be asked to quit.
void Application::lookForOwner()
{
    auto* owner = new OwnerConnection(m_places.paths.data, m_policy.ownerPatience, this);
    connect(owner, &OwnerConnection::connected, this, [this](QLocalSocket* socket) {
        delete socket;
        fail(ownedError(m_places.paths.data, ErrorKind::AlreadyRunning));
    });
    connect(owner, &OwnerConnection::failed, this, &Application::fail);
    owner->start();
}

void Application::askRunningInstance()
{
    auto* running =
        new RunningInstance(m_places.paths.data, m_policy, !m_options.hidden, m_options.page, this);
    connect(running, &RunningInstance::failed, this, &Application::fail);
    connect(running, &RunningInstance::finished, this, [this, running](bool hasWindows) {
        running->deleteLater();
        if (hasWindows) {
            emit finished(ExitStatus::Success);
        } else {
            // It finishes its sends first.
            waitForTheLock(m_policy.shutdownGrace + TakeOverMargin);
        }
    });
    running->start();
}

void Application::waitForTheLock(std::chrono::milliseconds patience)
{
    m_lockDeadline = QDeadlineTimer(patience);
    m_lockRetry.setInterval(LockRetry);
    connect(&m_lockRetry, &QTimer::timeout, this, [this] {
        const Result<void> alone = m_instance.start();
        if (alone) {
            m_lockRetry.stop();
            run();
        } else if (alone.error().kind != ErrorKind::AlreadyRunning) {
            m_lockRetry.stop();
            fail(alone.error());
        } else if (m_lockDeadline.hasExpired()) {
            m_lockRetry.stop();
            fail(ownedError(m_places.paths.data, ErrorKind::NotAnswering));
        }
    });
    m_lockRetry.start();
}

void Application::run()
{
    if (!m_signals.start()) {
        fail({ ErrorKind::Internal, u"sigaction"_s });
        return;
    }
    // With windows a signal is the end of the desktop session, which waits for nobody.
    connect(&m_signals, &UnixSignals::endRequested, this,
            [this] { m_options.headless ? quit(false) : endSession(); });
    if (m_options.demo) {
        // For every child: the imagined Zalo is kept with the demo's data.
        qputenv("ZCA_SIM_HOME", QFile::encodeName(m_places.simulatorHome));
    }
    CompanionOptions options;
    options.paths = m_places.paths;
    options.bridgeAddress = m_places.bridge;
    options.mode = m_options.demo ? RunMode::Demo
        : m_options.headless      ? RunMode::Headless
                                  : RunMode::Window;
    options.loadsPictures = !m_options.demo; // of people who do not exist
    if (m_options.demo) {
        options.fetch.hosts = HostList(QStringList());
    }
    options.usesKeychain = !m_options.demo; // nothing of a demo stays in a person's keychain
    options.zca = m_places.zca;
    options.nativeLogins = m_places.nativeLogins;
    options.policy = m_policy;
    options.clock = m_clock;
    m_companion = std::make_unique<LocalCompanion>(options);
    addMethods(m_companion->bridge(), m_companion->roles(), m_companion->relay());
    connect(m_companion.get(), &LocalCompanion::resetRequested, this, [this](ResetMode mode) {
        m_resetMode = mode;
        end(m_policy.shutdownGrace);
    });
    const auto start = [this] {
        m_companion->start(this,
                           [this](const Result<void>& started) { onCompanionStarted(started); });
    };
    if (m_options.headless) {
        start();
    } else {
        // The icon is to be on its way before anything that takes time.
        emit starting(m_companion->roles());
        QMetaObject::invokeMethod(this, start, Qt::QueuedConnection);
    }
}

void Application::onCompanionStarted(const Result<void>& started)
{
    if (!started) {
        fail(started.error());
        return;
    }
    // A start by hand ends the effect of an earlier Quit.
    QFile::remove(quitMarker());
    const Companion roles = m_companion->roles();
    m_control = std::make_unique<ControlServer>(roles.snapshots, roles.sessions, roles.profiles,
                                                roles.gateways, roles.pairings, roles.data,
                                                m_policy, !m_options.headless);
    connect(&m_instance, &SingleInstance::connected, m_control.get(), &ControlServer::serve);
    connect(m_control.get(), &ControlServer::quitRequested, this, &Application::quit);
    connect(m_control.get(), &ControlServer::raiseRequested, this, &Application::raiseRequested);
    m_instance.serve();
    if (m_options.demo) {
        m_demo = std::make_unique<Demo>(roles.snapshots, roles.sessions, m_places.simulator,
                                        m_places.paths, m_places.bridge);
        m_demo->start(m_options.headless);
    }
    if (m_options.headless) {
        m_console = std::make_unique<ConsoleStatus>(roles.snapshots, roles.gateways);
    } else {
        emit ready();
    }
}

//! After a person's Quit the Gateway's plugin must not start the companion again.
QString Application::quitMarker() const
{
    return m_places.paths.state + u"/quit-by-user"_s;
}

void Application::quit(bool byUser)
{
    if (byUser) {
        QFile marker(quitMarker());
        if (!marker.open(QIODevice::WriteOnly)) {
            qCWarning(lcApp).noquote()
                << errorText({ ErrorKind::FileUnwritable, quitMarker() }, TextLanguage::English);
        }
    }
    end(m_policy.shutdownGrace);
}

void Application::simulateScan()
{
    if (m_demo) {
        m_demo->scanCode();
    }
}

void Application::endSession()
{
    end(SessionEndGrace);
}

void Application::end(std::chrono::milliseconds grace)
{
    if (!m_companion) {
        emit finished(ExitStatus::Success);
        return;
    }
    emit ending();
    m_demo.reset();
    m_companion->stop(grace, this, [this] {
        if (m_resetMode) {
            emit finished(ExitStatus::Restart);
            return;
        }
        m_instance.release();
        emit finished(ExitStatus::Success);
    });
}

void Application::fail(const Error& error)
{
    emit failed(errorText(error));
    if (m_options.headless) {
        emit finished(ExitStatus::Failed);
    }
}

} // namespace zalo

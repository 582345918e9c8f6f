// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "application.h"

#include "core/logging.h"
#include "platform/privatefolder.h"

#include <QFile>
#include <QLocalSocket>
#include <QTextStream>

#include <cstdio>

using namespace Qt::Literals::StringLiterals;

namespace zalo {

Application::Application(const LaunchOptions& options, const LaunchPlaces& places, QObject* parent)
    : QObject(parent),
      m_options(options),
      m_places(places),
      m_instance(places.paths.run)
{ }

Application::~Application() = default;

void Application::start()
{
    if (const Result<void> folder = ensurePrivateFolder(m_places.paths.run); !folder) {
        fail(folder.error());
        return;
    }
    if (const Result<void> alone = m_instance.start(); !alone) {
        fail(alone.error());
        return;
    }
    if (!m_signals.start()) {
        fail({ ErrorKind::Internal, u"sigaction"_s });
        return;
    }
    connect(&m_signals, &UnixSignals::endRequested, this, [this] { end(false); });
    CompanionOptions options;
    options.paths = m_places.paths;
    options.bridgePath = m_places.bridgePath;
    options.mode = m_options.demo ? u"demo"_s : u"headless"_s;
    options.zca = m_places.zca;
    m_companion = std::make_unique<LocalCompanion>(options);
    m_companion->start(this, [this](const Result<void>& started) { onCompanionStarted(started); });
}

void Application::onCompanionStarted(const Result<void>& started)
{
    if (!started) {
        fail(started.error());
        return;
    }
    // A start by hand ends the effect of an earlier Quit.
    QFile::remove(quitMarker());
    m_control = std::make_unique<ControlServer>(*m_companion);
    connect(&m_instance, &SingleInstance::connected, m_control.get(), &ControlServer::serve);
    connect(m_control.get(), &ControlServer::quitRequested, this, &Application::end);
    m_report = std::make_unique<HeadlessReport>(*m_companion);
}

//! After a person's Quit the Gateway's plugin must not start the companion again.
QString Application::quitMarker() const
{
    return m_places.paths.state + u"/quit-by-user"_s;
}

void Application::end(bool byUser)
{
    if (byUser) {
        QFile marker(quitMarker());
        if (!marker.open(QIODevice::WriteOnly)) {
            qCWarning(lcApp).noquote()
                << errorText({ ErrorKind::FileUnwritable, quitMarker() }, TextLanguage::English);
        }
    }
    m_companion->stop(this, [this] {
        m_instance.release();
        emit finished(ExitStatus::Well);
    });
}

void Application::fail(const Error& error)
{
    QTextStream(stderr) << errorText(error) << '\n' << Qt::flush;
    emit finished(ExitStatus::Failed);
}

} // namespace zalo

// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "gatewaysetup/setupprobe.h"

#include "json5/json5.h"

#include <QFileInfo>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QVersionNumber>

using namespace Qt::StringLiterals;

namespace zalo {
namespace {

const QVersionNumber OldestOpenClaw { 2026, 9, 0 };

QJsonObject jsonIn(const QByteArray& text)
{
    return QJsonDocument::fromJson(text).object();
}

} // namespace

SetupProbe::SetupProbe(const GatewaySetupOptions& options, QObject* parent)
    : QObject(parent),
      m_options(options)
{ }

void SetupProbe::start()
{
    const auto plugin = packagedPlugin(QFileInfo(m_options.program).absolutePath());
    const auto program = locateOpenClaw(m_options.search);
    if (!plugin || !program) {
        fail(!program ? program.error() : plugin.error());
        return;
    }
    m_facts.packaged = *plugin;
    m_facts.openclaw = *program;
    ask({ u"--version"_s }, &SetupProbe::takeVersion);
}

void SetupProbe::ask(const QStringList& arguments, Next next)
{
    auto* command = new OpenClawCommand(m_options.timing, this);
    connect(command, &OpenClawCommand::finished, this,
            [this, next](const Result<OpenClawOutput>& result) {
                result ? (this->*next)(*result) : fail(result.error());
            });
    QProcessEnvironment environment = openClawEnvironment(m_options.search, m_facts.openclaw);
    // Some commands repair the configuration, or fetch plugins that it names: not while we look.
    environment.insert(u"OPENCLAW_CONFIG_READONLY"_s, u"1"_s);
    command->start(m_facts.openclaw.path, m_facts.openclaw.prefix + arguments, environment,
                   m_options.timing.openclawDeadline);
}

void SetupProbe::takeVersion(const OpenClawOutput& output)
{
    static const QRegularExpression version(u"\\b(\\d{4}\\.\\d+\\.\\d+)\\b"_s);
    const auto match = version.match(QString::fromUtf8(output.out));
    if (output.exitCode != 0 || !match.hasMatch()) {
        fail({ ErrorKind::OpenClawFailed, output.lastLine() });
        return;
    }
    m_facts.openclawVersion = match.captured(1);
    if (QVersionNumber::fromString(m_facts.openclawVersion) < OldestOpenClaw) {
        fail({ ErrorKind::OpenClawTooOld, m_facts.openclawVersion });
        return;
    }
    ask({ u"config"_s, u"file"_s, u"--json"_s }, &SetupProbe::takeConfig);
}

void SetupProbe::takeConfig(const OpenClawOutput& output)
{
    const QString path = jsonIn(output.out)[u"path"].toString();
    if (output.exitCode != 0 || path.isEmpty()) {
        fail({ ErrorKind::OpenClawFailed, output.lastLine() });
        return;
    }
    const auto config = readConfigFile(path);
    const auto journal = readJournal(journalPath(m_options.stateFolder, path));
    if (!config || !journal) {
        fail(!config ? config.error() : journal.error());
        return;
    }
    m_facts.config = *config;
    m_facts.journal = *journal;
    // OpenClaw answers nothing more where it cannot read it.
    if (!isEmptyJson5(config->bytes)) {
        if (const auto parsed = parseJson5(config->bytes); !parsed) {
            fail({ parsed.error().kind, path + u':' + parsed.error().detail });
            return;
        }
    }
    ask({ u"plugins"_s, u"inspect"_s, u"zalouser"_s, u"--json"_s }, &SetupProbe::takePlugin);
}

void SetupProbe::takePlugin(const OpenClawOutput& output)
{
    const QJsonObject answer = jsonIn(output.out);
    const QString folder = answer[u"plugin"][u"rootDir"].toString();
    const bool isMissing =
        answer[u"error"][u"message"].toString().startsWith(u"Plugin not found"_s);
    if (!isMissing && folder.isEmpty()) {
        const QString why = answer[u"error"][u"message"].toString().section(u'\n', 0, 0);
        fail({ ErrorKind::OpenClawFailed, why.isEmpty() ? output.lastLine() : why });
        return;
    }
    if (!isMissing) {
        m_facts.installed =
            readPluginFolder(folder).value_or(PluginFolder { folder, u"zalouser"_s, {} });
    }
    m_options.companion(this, [this](const std::optional<QJsonObject>& snapshot) {
        m_facts.companionRuns = snapshot.has_value();
        emit finished(m_facts);
    });
}

void SetupProbe::fail(const Error& error)
{
    QMetaObject::invokeMethod(
        this, [this, error] { emit finished(tl::unexpected(error)); }, Qt::QueuedConnection);
}

} // namespace zalo

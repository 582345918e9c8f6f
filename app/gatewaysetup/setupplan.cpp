// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "gatewaysetup/setupplan.h"

#include "gatewaysetup/channeledit.h"
#include "gatewaysetup/setuptexts.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace zalo {
namespace {

using Kind = SetupStep::Kind;

QString named(const PluginFolder& plugin)
{
    return plugin.package + u' ' + plugin.version;
}

//! The error with the file where its detail is only a line or a key of it.
Error inFile(Error error, const QString& path)
{
    if (error.kind == ErrorKind::ConfigUnparsable) {
        error.detail = path + u':' + error.detail;
    } else if (error.kind == ErrorKind::ConfigHasInclude) {
        error.detail = path;
    }
    return error;
}

SetupStep installStep(const SetupFacts& facts, const SetupTexts& texts)
{
    const QString version = facts.packaged.version;
    const bool isOurs = facts.installed && facts.installed->isOurs();
    if (isOurs && isSamePlugin(*facts.installed, facts.packaged)) {
        return { Kind::InstallPlugin, texts.pluginInstalled().arg(version), {}, false };
    }
    return { Kind::InstallPlugin,
             isOurs ? texts.updatePlugin().arg(facts.installed->version, version)
                    : texts.installPlugin().arg(version),
             u"openclaw plugins install "_s + facts.packaged.path, true };
}

SetupStep channelStep(const SetupFacts& facts, const SetupTexts& texts, bool installs)
{
    if (!hasChannel(facts.base())) {
        return { Kind::EnableChannel, texts.enableChannel(), texts.enableChannelDetail(), true };
    }
    return { Kind::EnableChannel, installs ? texts.keepForm() : texts.channelEnabled(),
             installs ? texts.keepFormDetail() : QString(), installs };
}

} // namespace

bool SetupPlan::changesSomething() const
{
    return std::any_of(steps.begin(), steps.end(), [](const SetupStep& step) {
        return step.isNeeded && step.kind != SetupStep::Kind::CheckConnection;
    });
}

QByteArray SetupFacts::base() const
{
    const bool wasInterrupted =
        journal && journal->after.isEmpty() && isOnlyOurs(config.bytes, journal->before.bytes);
    return wasInterrupted ? journal->before.bytes : config.bytes;
}

bool SetupFacts::canRestoreBytes() const
{
    return journal
        && (fingerprintOf(config.bytes) == journal->after
            || isOnlyOurs(config.bytes, journal->before.bytes));
}

QString setupStepName(SetupStep::Kind kind)
{
    switch (kind) {
    case Kind::KeepConfig:
        return u"keepConfig"_s;
    case Kind::RemoveOther:
        return u"removeOther"_s;
    case Kind::InstallPlugin:
        return u"installPlugin"_s;
    case Kind::EnableChannel:
        return u"enableChannel"_s;
    case Kind::StartCompanion:
        return u"startCompanion"_s;
    case Kind::CheckConnection:
        return u"checkConnection"_s;
    case Kind::UninstallPlugin:
        return u"uninstallPlugin"_s;
    case Kind::RestoreConfig:
        return u"restoreConfig"_s;
    }
    Q_UNREACHABLE();
}

Result<SetupPlan> planSetup(const SetupFacts& facts, TextLanguage language)
{
    if (const auto edited = withChannel(facts.base(), {}); !edited) {
        return tl::unexpected(inFile(edited.error(), facts.config.path));
    }
    const SetupTexts texts(language);
    const SetupStep install = installStep(facts, texts);
    const SetupStep channel = channelStep(facts, texts, install.isNeeded);
    SetupPlan plan;
    plan.openclaw = facts.openclaw.path + u", "_s + facts.openclawVersion;
    plan.config = facts.config.path;
    if (install.isNeeded || channel.isNeeded) {
        plan.steps << SetupStep { Kind::KeepConfig, texts.keepConfig(), facts.config.path, true };
    }
    if (facts.installed && !facts.installed->isOurs()) {
        plan.steps << SetupStep { Kind::RemoveOther,
                                  texts.removeOther().arg(named(*facts.installed)),
                                  texts.removeOtherDetail(), true };
    }
    plan.steps << install << channel;
    plan.steps << SetupStep { Kind::StartCompanion,
                              facts.companionRuns ? texts.companionRuns() : texts.startCompanion(),
                              facts.companionRuns ? QString() : u"zalo-companion --headless"_s,
                              !facts.companionRuns };
    plan.steps << SetupStep { Kind::CheckConnection, texts.checkConnection(),
                              u"openclaw directory self --channel zalouser"_s, true };
    return plan;
}

Result<SetupPlan> planUndo(const SetupFacts& facts, TextLanguage language)
{
    if (!facts.journal) {
        return failure(ErrorKind::NothingToUndo);
    }
    const bool restores = facts.canRestoreBytes();
    if (!restores) {
        const auto edited = withoutChannel(facts.config.bytes, facts.journal->before.bytes);
        if (!edited) {
            return tl::unexpected(inFile(edited.error(), facts.config.path));
        }
    }
    const SetupTexts texts(language);
    const bool isInstalled = facts.installed && facts.installed->isOurs();
    const bool uninstalls = isInstalled && facts.journal->installedPlugin;
    const QString replaced = facts.journal->replaced;
    SetupPlan plan;
    plan.isUndo = true;
    plan.openclaw = facts.openclaw.path + u", "_s + facts.openclawVersion;
    plan.config = facts.config.path;
    plan.steps << SetupStep { Kind::UninstallPlugin,
                              uninstalls        ? texts.uninstallPlugin()
                                  : isInstalled ? texts.pluginStays()
                                                : texts.pluginGone(),
                              replaced.isEmpty() ? QString() : texts.replaced().arg(replaced),
                              uninstalls };
    plan.steps << SetupStep { Kind::RestoreConfig,
                              restores ? texts.restoreBytes() : texts.takeOut(), facts.config.path,
                              true };
    return plan;
}

} // namespace zalo

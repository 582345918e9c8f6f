// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "gatewaysetup/channeledit.h"
#include "gatewaysetup/setupplan.h"

#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace zalo;
using namespace Qt::StringLiterals;

namespace {

const QByteArray Before = "{ gateway: { mode: 'local' } } // mine\n";
const QByteArray Written =
    R"({"gateway":{"mode":"local"},"plugins":{"entries":{"zalouser":{"enabled":true}}},"meta":{"lastTouchedVersion":"2026.9.6"}})";

} // namespace

class TestSetupPlan : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    SetupFacts m_facts;

    QString file(const QString& name, const QByteArray& bytes) const
    {
        QFile out(m_folder.filePath(name));
        return out.open(QIODevice::WriteOnly) && out.write(bytes) == bytes.size() ? out.fileName()
                                                                                  : QString();
    }

    static QList<SetupStep::Kind> needed(const Result<SetupPlan>& plan)
    {
        QList<SetupStep::Kind> kinds;
        for (const SetupStep& step : plan.value_or(SetupPlan()).steps) {
            if (step.isNeeded) {
                kinds << step.kind;
            }
        }
        return kinds;
    }

private slots:
    void init()
    {
        m_facts = {};
        m_facts.config = { u"/home/a/.openclaw/openclaw.json"_s, true, Before, QFile::ReadOwner };
        m_facts.packaged = { m_folder.path(), u"@zalo-companion/zalouser"_s, u"0.2.0"_s };
    }

    void aFreshGatewayNeedsAllOfIt()
    {
        using K = SetupStep::Kind;
        const auto plan = planSetup(m_facts, TextLanguage::English);
        QCOMPARE(needed(plan),
                 (QList { K::KeepConfig, K::InstallPlugin, K::EnableChannel, K::StartCompanion,
                          K::CheckConnection }));
        QVERIFY(plan->changesSomething());
    }

    void whatIsDoneIsNotDoneAgain()
    {
        m_facts.installed = m_facts.packaged;
        m_facts.config.bytes = withChannel(Before, Written).value();
        m_facts.companionRuns = true;
        const auto plan = planSetup(m_facts, TextLanguage::English);
        QCOMPARE(needed(plan), QList { SetupStep::Kind::CheckConnection });
        QVERIFY(!plan->changesSomething());
    }

    void anotherPluginIsNamed()
    {
        m_facts.installed = PluginFolder { u"/x"_s, u"@openclaw/zalouser"_s, u"2026.9.6"_s };
        const auto plan = planSetup(m_facts, TextLanguage::English);
        QCOMPARE(plan->steps[1].kind, SetupStep::Kind::RemoveOther);
        QVERIFY(plan->steps[1].title.contains(u"@openclaw/zalouser 2026.9.6"_s));
    }

    void aConfigurationThatMustNotBeTouchedStopsIt()
    {
        m_facts.config.bytes = "{ $include: './x' }";
        QCOMPARE(planSetup(m_facts, TextLanguage::English).error(),
                 (Error { ErrorKind::ConfigHasInclude, m_facts.config.path }));
    }

    void anInterruptedSetupGoesOnFromTheTextBefore()
    {
        m_facts.journal = SetupJournal { .before = m_facts.config, .installedPlugin = true };
        m_facts.config.bytes = Written;
        QCOMPARE(m_facts.base(), Before);
        m_facts.config.bytes = "{ gateway: { mode: 'remote' } }"; // somebody else's
        QCOMPARE(m_facts.base(), m_facts.config.bytes);
    }

    void undoRestoresTheBytesOrTakesTheEditOut()
    {
        QCOMPARE(planUndo(m_facts, TextLanguage::English).error().kind, ErrorKind::NothingToUndo);
        const QByteArray after = withChannel(Before, Written).value();
        m_facts.journal = SetupJournal { .before = m_facts.config,
                                         .after = fingerprintOf(after),
                                         .installedPlugin = true };
        m_facts.installed = m_facts.packaged;
        m_facts.config.bytes = after;
        QVERIFY(m_facts.canRestoreBytes());
        using K = SetupStep::Kind;
        QCOMPARE(needed(planUndo(m_facts, TextLanguage::English)),
                 (QList { K::UninstallPlugin, K::RestoreConfig }));
        m_facts.config.bytes.replace("'local'", "'remote'");
        QVERIFY(!m_facts.canRestoreBytes());
        QVERIFY(planUndo(m_facts, TextLanguage::English));
        m_facts.config.bytes.replace("pairing", "open");
        QCOMPARE(planUndo(m_facts, TextLanguage::English).error().kind, ErrorKind::ConfigChanged);
    }

    void aPluginThatWasThereStays()
    {
        m_facts.journal = SetupJournal { .before = m_facts.config };
        m_facts.installed = m_facts.packaged;
        QCOMPARE(needed(planUndo(m_facts, TextLanguage::English)),
                 QList { SetupStep::Kind::RestoreConfig });
    }

    void theJournalComesBackAsItWas()
    {
        const QString path = m_folder.filePath(u"journal.json"_s);
        QVERIFY(!readJournal(path).value());
        const SetupJournal journal { m_facts.config, "ab12", QByteArray("\xff\x00 bak", 6), true,
                                     u"@openclaw/zalouser@1"_s };
        QVERIFY(writeJournal(path, journal));
        QCOMPARE(readJournal(path).value().value(), journal);
        QCOMPARE(QFileInfo(path).permissions() & (QFile::ReadGroup | QFile::ReadOther),
                 QFile::Permissions());
        file(u"journal.json"_s, "{}");
        QCOMPARE(readJournal(path).error().kind, ErrorKind::StorageDamaged);
        file(u"journal.json"_s, R"({"version":2,"config":"/x"})");
        QCOMPARE(readJournal(path).error().kind, ErrorKind::StorageNewer);
    }

    void onlyOurOwnFileIsWritten()
    {
        const QString path = file(u"openclaw.json"_s, Before);
        QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup);
        ConfigFile config = readConfigFile(path).value();
        config.bytes = "{}";
        QCOMPARE(writeConfigFile(config, "other").error().kind, ErrorKind::ConfigChanged);
        QVERIFY(writeConfigFile(config, Before));
        QCOMPARE(readConfigFile(path).value(), config); // its rights too
        const QString link = m_folder.filePath(u"link.json"_s);
        QVERIFY(QFile::link(path, link));
        QCOMPARE(readConfigFile(link).error().kind, ErrorKind::ConfigIsSymlink);
        config.exists = false;
        QVERIFY(writeConfigFile(config, "{}"));
        QVERIFY(!QFileInfo::exists(path) && !readConfigFile(path)->exists);
    }
};

QTEST_GUILESS_MAIN(TestSetupPlan)
#include "tst_setupplan.moc"

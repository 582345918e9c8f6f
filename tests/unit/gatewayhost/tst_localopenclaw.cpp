// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "gatewayhost/localopenclaw.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace zalo;

//! The `openclaw` of a machine, as its files say.
class TestLocalOpenClaw : public QObject
{
    Q_OBJECT

    struct Machine
    {
        QTemporaryDir home;
        QProcessEnvironment environment;

        void addFile(const QString& name, QFile::Permissions rights = QFile::ReadOwner) const
        {
            const QString path = home.filePath(name);
            QVERIFY(QDir().mkpath(QFileInfo(path).path()));
            QFile file(path);
            QVERIFY(file.open(QIODevice::WriteOnly));
            QVERIFY(file.setPermissions(rights));
        }
        void addOpenClaw() const
        {
            addFile(u".openclaw/bin/openclaw"_s, QFile::ReadOwner | QFile::ExeOwner);
        }
        void addPlugin(const QString& state = u".openclaw"_s) const
        {
            addFile(state + u"/extensions/zalouser/openclaw.plugin.json"_s);
        }
        [[nodiscard]] bool hasPlugin() const
        {
            return LocalOpenClaw({ environment, home.path(), {} }, Timing()).hasPlugin();
        }
    };

private slots:
    void itTakesBothOpenClawAndThePlugin()
    {
        const Machine bare;
        QVERIFY(!bare.hasPlugin());
        bare.addPlugin();
        QVERIFY(!bare.hasPlugin());
        const Machine whole;
        whole.addOpenClaw();
        QVERIFY(!whole.hasPlugin());
        whole.addPlugin();
        QVERIFY(whole.hasPlugin());
    }

    void itsFolderMayBeElsewhere()
    {
        Machine m;
        m.addOpenClaw();
        m.addPlugin(u"state"_s);
        QVERIFY(!m.hasPlugin());
        m.environment.insert(u"OPENCLAW_STATE_DIR"_s, m.home.filePath(u"state"_s));
        QVERIFY(m.hasPlugin());
        m.environment.clear();
        m.addPlugin(u"other/.openclaw"_s);
        m.environment.insert(u"OPENCLAW_HOME"_s, m.home.filePath(u"other"_s));
        QVERIFY(m.hasPlugin());
    }
};

QTEST_GUILESS_MAIN(TestLocalOpenClaw)
#include "tst_localopenclaw.moc"

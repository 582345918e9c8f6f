// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "gatewaysetup/openclawlocator.h"

#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace zalo;
using namespace Qt::StringLiterals;

class TestOpenClawLocator : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    OpenClawSearch m_search;

    QString at(const QString& relative) const { return m_folder->filePath(relative); }

    void write(const QString& relative, const QByteArray& bytes, bool isProgram = true) const
    {
        QVERIFY(QDir().mkpath(QFileInfo(at(relative)).path()));
        QFile file(at(relative));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
        QFile::Permissions rights = QFile::ReadOwner | QFile::WriteOwner;
        QVERIFY(file.setPermissions(isProgram ? rights | QFile::ExeOwner : rights));
    }

    QString found() const { return locateOpenClaw(m_search).value_or(OpenClawProgram()).path; }

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_search = {};
        m_search.environment = QProcessEnvironment();
        m_search.environment.insert(u"PATH"_s, at(u"a"_s) + u":relative:"_s + at(u"b"_s));
        m_search.home = at(u"home"_s);
        m_search.systemFolders = { at(u"usr/bin"_s) };
    }

    void nothingIsFound()
    {
        QCOMPARE(locateOpenClaw(m_search).error().kind, ErrorKind::OpenClawMissing);
    }

    void eachPlaceComesBeforeTheNext()
    {
        for (const QString& place :
             { u"usr/bin/openclaw"_s, u"home/.nvm/versions/node/v24.1.0/bin/openclaw"_s,
               u"home/.nvm/versions/node/v26.1.0/bin/openclaw"_s,
               u"home/.npm-global/bin/openclaw"_s, u"home/.openclaw/bin/openclaw"_s,
               u"b/openclaw"_s, u"a/openclaw"_s }) {
            write(place, "#!/bin/sh\n");
            QCOMPARE(found(), at(place));
        }
    }

    void theVariableIsTakenOrRefused()
    {
        write(u"a/openclaw"_s, "#!/bin/sh\n");
        write(u"home/mine"_s, "#!/bin/sh\n");
        m_search.environment.insert(u"ZALO_COMPANION_OPENCLAW"_s, u"~/mine"_s);
        QCOMPARE(found(), at(u"home/mine"_s));
        m_search.environment.insert(u"ZALO_COMPANION_OPENCLAW"_s, at(u"none"_s));
        QCOMPARE(locateOpenClaw(m_search).error(),
                 (Error { ErrorKind::OpenClawNotExecutable, at(u"none"_s) }));
    }

    void theGatewaysUnitTellsNodeAndScript()
    {
        write(u"opt/my node/node"_s, "#!/bin/sh\n");
        write(u"opt/lib/openclaw/dist/index.js"_s, "", false);
        const QString unit = u"[Service]\nExecStart=\"%1\" %2 gateway --port 18789\n"_s.arg(
            at(u"opt/my node/node"_s), at(u"opt/lib/openclaw/dist/index.js"_s));
        write(u"home/.config/systemd/user/openclaw-gateway.service"_s, unit.toUtf8(), false);
        const OpenClawProgram expected { at(u"opt/my node/node"_s),
                                         { at(u"opt/lib/openclaw/dist/index.js"_s) } };
        QCOMPARE(locateOpenClaw(m_search).value(), expected);
    }

    void itsEnvironmentHasItsNodeAndNoneOfOurVariables()
    {
        m_search.environment.insert(u"ZALO_COMPANION_ZCA"_s, u"/x"_s);
        m_search.environment.insert(u"OPENCLAW_STATE_DIR"_s, u"/y"_s);
        const auto environment = openClawEnvironment(m_search, { at(u"c/openclaw"_s), {} });
        QVERIFY(environment.value(u"PATH"_s).startsWith(at(u"c"_s) + u':' + at(u"a"_s)));
        QVERIFY(!environment.contains(u"ZALO_COMPANION_ZCA"_s));
        QCOMPARE(environment.value(u"OPENCLAW_STATE_DIR"_s), u"/y"_s);
    }
};

QTEST_GUILESS_MAIN(TestOpenClawLocator)
#include "tst_openclawlocator.moc"

// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "fakezca.h"
#include "zca/zcalocator.h"

#include <QTest>

using namespace zalo;
using zalo::test::FakeZca;

namespace {

void makeProgram(const QString& path, bool executable = true)
{
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QFile::Permissions rights = QFile::ReadOwner | QFile::WriteOwner;
    if (executable) {
        rights |= QFile::ExeOwner;
    }
    QVERIFY(file.setPermissions(rights));
}

} // namespace

class TestZcaLocator : public QObject
{
    Q_OBJECT

    std::unique_ptr<FakeZca> m_files;
    ZcaSearch m_search;

    QString at(const QString& relative) const { return m_files->path(relative); }

private slots:
    void init()
    {
        m_files = std::make_unique<FakeZca>();
        m_search = {};
        m_search.environment = QProcessEnvironment();
        m_search.environment.insert(QStringLiteral("PATH"),
                                    at(QStringLiteral("a")) + u':' + at(QStringLiteral("b")));
        m_search.home = at(QStringLiteral("home"));
        m_search.systemFolders = { at(QStringLiteral("usr/local/bin")) };
    }

    void nothingIsFound() { QCOMPARE(locateZca(m_search).error().kind, ErrorKind::ZcaMissing); }

    void theVariableComesFirst()
    {
        makeProgram(at(QStringLiteral("mine")));
        makeProgram(at(QStringLiteral("set")));
        makeProgram(at(QStringLiteral("a/zca")));
        m_search.setting = at(QStringLiteral("set"));
        QCOMPARE(locateZca(m_search).value(), at(QStringLiteral("set")));
        m_search.environment.insert(QStringLiteral("ZALO_COMPANION_ZCA"),
                                    at(QStringLiteral("mine")));
        QCOMPARE(locateZca(m_search).value(), at(QStringLiteral("mine")));
    }

    void aNamedProgramIsNeverReplaced_data()
    {
        QTest::addColumn<bool>("byVariable");
        QTest::newRow("variable") << true;
        QTest::newRow("setting") << false;
    }

    void aNamedProgramIsNeverReplaced()
    {
        QFETCH(bool, byVariable);
        makeProgram(at(QStringLiteral("a/zca")));
        const QString named = at(QStringLiteral("mine"));
        if (byVariable) {
            m_search.environment.insert(QStringLiteral("ZALO_COMPANION_ZCA"), named);
        } else {
            m_search.setting = named;
        }
        QCOMPARE(locateZca(m_search).error(), (Error { ErrorKind::ZcaMissing, named }));
        makeProgram(named, false);
        QCOMPARE(locateZca(m_search).error(), (Error { ErrorKind::ZcaNotExecutable, named }));
        QVERIFY(QFile::remove(named));
        QVERIFY(QDir().mkpath(named));
        QCOMPARE(locateZca(m_search).error().kind, ErrorKind::ZcaNotExecutable);
    }

    void theHomeSignIsKnown()
    {
        makeProgram(at(QStringLiteral("home/tools/zca")));
        m_search.setting = QStringLiteral("~/tools/zca");
        QCOMPARE(locateZca(m_search).value(), at(QStringLiteral("home/tools/zca")));
    }

    void zcaComesBeforeOpenzca()
    {
        makeProgram(at(QStringLiteral("a/openzca")));
        QCOMPARE(locateZca(m_search).value(), at(QStringLiteral("a/openzca")));
        makeProgram(at(QStringLiteral("b/zca")));
        QCOMPARE(locateZca(m_search).value(), at(QStringLiteral("b/zca")));
    }

    void thePathComesBeforeTheUsualFolders()
    {
        makeProgram(at(QStringLiteral("home/.local/bin/zca")));
        QCOMPARE(locateZca(m_search).value(), at(QStringLiteral("home/.local/bin/zca")));
        makeProgram(at(QStringLiteral("b/openzca")));
        QCOMPARE(locateZca(m_search).value(), at(QStringLiteral("b/openzca")));
    }

    void relativeFoldersOfThePathAreNotSearched()
    {
        makeProgram(at(QStringLiteral("here/zca")));
        const QString before = QDir::currentPath();
        QDir::setCurrent(at(QStringLiteral("here")));
        m_search.environment.insert(QStringLiteral("PATH"), QStringLiteral(".::"));
        const Result<QString> found = locateZca(m_search);
        QDir::setCurrent(before);
        QCOMPARE(found.error().kind, ErrorKind::ZcaMissing);
    }

    void theUsualFolders_data()
    {
        QTest::addColumn<QString>("path");
        for (const char* path :
             { "home/.npm-global/bin/zca", "home/.npm-packages/bin/zca", "home/.local/bin/zca",
               "home/bin/zca", "home/.nvm/versions/node/v22.1.0/bin/zca", "home/.volta/bin/zca",
               "home/.local/share/fnm/aliases/default/bin/zca",
               "home/.local/share/fnm/node-versions/v22.1.0/installation/bin/openzca",
               "home/.local/share/pnpm/zca", "home/.yarn/bin/zca", "home/.bun/bin/zca",
               "home/.asdf/shims/zca", "home/.local/share/mise/shims/zca",
               "home/.linuxbrew/bin/zca", "usr/local/bin/openzca" }) {
            QTest::newRow(path) << QString::fromLatin1(path);
        }
    }

    void theUsualFolders()
    {
        QFETCH(QString, path);
        makeProgram(at(path));
        QCOMPARE(locateZca(m_search).value(), at(path));
    }

    void theNewestNodeOfNvmCounts()
    {
        makeProgram(at(QStringLiteral("home/.nvm/versions/node/v9.11.2/bin/zca")));
        makeProgram(at(QStringLiteral("home/.nvm/versions/node/v22.3.0/bin/zca")));
        makeProgram(at(QStringLiteral("home/.nvm/versions/node/v22.13.1/bin/zca")));
        QCOMPARE(locateZca(m_search).value(),
                 at(QStringLiteral("home/.nvm/versions/node/v22.13.1/bin/zca")));
    }

    void variablesOfTheToolsCount_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("path");
        const auto row = [](const char* name, const char* value, const char* path) {
            QTest::newRow(name) << QString::fromLatin1(name) << QString::fromLatin1(value)
                                << QString::fromLatin1(path);
        };
        row("NVM_DIR", "x", "x/versions/node/v22.1.0/bin/zca");
        row("VOLTA_HOME", "x", "x/bin/zca");
        row("PNPM_HOME", "x", "x/zca");
        row("FNM_DIR", "x", "x/aliases/default/bin/zca");
        row("npm_config_prefix", "x", "x/bin/zca");
    }

    void variablesOfTheToolsCount()
    {
        QFETCH(QString, name);
        QFETCH(QString, value);
        QFETCH(QString, path);
        makeProgram(at(path));
        QCOMPARE(locateZca(m_search).error().kind, ErrorKind::ZcaMissing);
        m_search.environment.insert(name, at(value));
        QCOMPARE(locateZca(m_search).value(), at(path));
    }

    void oneThatMayNotRunIsPassedOverAndTold()
    {
        makeProgram(at(QStringLiteral("a/zca")), false);
        QCOMPARE(locateZca(m_search).error(),
                 (Error { ErrorKind::ZcaNotExecutable, at(QStringLiteral("a/zca")) }));
        makeProgram(at(QStringLiteral("b/zca")));
        QCOMPARE(locateZca(m_search).value(), at(QStringLiteral("b/zca")));
    }

    void theLinkIsGivenAndNotItsTarget()
    {
        makeProgram(at(QStringLiteral("lib/cli.js")));
        QVERIFY(QDir().mkpath(at(QStringLiteral("a"))));
        QVERIFY(QFile::link(at(QStringLiteral("lib/cli.js")), at(QStringLiteral("a/zca"))));
        QCOMPARE(locateZca(m_search).value(), at(QStringLiteral("a/zca")));
    }
};

QTEST_APPLESS_MAIN(TestZcaLocator)
#include "tst_zcalocator.moc"

// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "fakezca.h"
#include "zca/zcalocator.h"

#include <QTest>

using namespace Qt::StringLiterals;
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
        m_search.environment.insert(u"PATH"_s, at(u"a"_s) + u':' + at(u"b"_s));
        m_search.home = at(u"home"_s);
        m_search.systemFolders = { at(u"usr/local/bin"_s) };
    }

    void nothingIsFound() { QCOMPARE(locateZca(m_search).error().kind, ErrorKind::ZcaMissing); }

    void theVariableComesFirst()
    {
        makeProgram(at(u"mine"_s));
        makeProgram(at(u"set"_s));
        makeProgram(at(u"a/zca"_s));
        m_search.setting = at(u"set"_s);
        QCOMPARE(locateZca(m_search).value(), at(u"set"_s));
        m_search.environment.insert(u"ZALO_COMPANION_ZCA"_s, at(u"mine"_s));
        QCOMPARE(locateZca(m_search).value(), at(u"mine"_s));
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
        makeProgram(at(u"a/zca"_s));
        const QString named = at(u"mine"_s);
        if (byVariable) {
            m_search.environment.insert(u"ZALO_COMPANION_ZCA"_s, named);
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
        makeProgram(at(u"home/tools/zca"_s));
        m_search.setting = u"~/tools/zca"_s;
        QCOMPARE(locateZca(m_search).value(), at(u"home/tools/zca"_s));
    }

    void zcaComesBeforeOpenzca()
    {
        makeProgram(at(u"a/openzca"_s));
        QCOMPARE(locateZca(m_search).value(), at(u"a/openzca"_s));
        makeProgram(at(u"b/zca"_s));
        QCOMPARE(locateZca(m_search).value(), at(u"b/zca"_s));
    }

    void thePathComesBeforeTheUsualFolders()
    {
        makeProgram(at(u"home/.local/bin/zca"_s));
        QCOMPARE(locateZca(m_search).value(), at(u"home/.local/bin/zca"_s));
        makeProgram(at(u"b/openzca"_s));
        QCOMPARE(locateZca(m_search).value(), at(u"b/openzca"_s));
    }

    void relativeFoldersOfThePathAreNotSearched()
    {
        makeProgram(at(u"here/zca"_s));
        const QString before = QDir::currentPath();
        QDir::setCurrent(at(u"here"_s));
        m_search.environment.insert(u"PATH"_s, u".::"_s);
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
        makeProgram(at(u"home/.nvm/versions/node/v9.11.2/bin/zca"_s));
        makeProgram(at(u"home/.nvm/versions/node/v22.3.0/bin/zca"_s));
        makeProgram(at(u"home/.nvm/versions/node/v22.13.1/bin/zca"_s));
        QCOMPARE(locateZca(m_search).value(), at(u"home/.nvm/versions/node/v22.13.1/bin/zca"_s));
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
        makeProgram(at(u"a/zca"_s), false);
        QCOMPARE(locateZca(m_search).error(),
                 (Error { ErrorKind::ZcaNotExecutable, at(u"a/zca"_s) }));
        makeProgram(at(u"b/zca"_s));
        QCOMPARE(locateZca(m_search).value(), at(u"b/zca"_s));
    }

    void theLinkIsGivenAndNotItsTarget()
    {
        makeProgram(at(u"lib/cli.js"_s));
        QVERIFY(QDir().mkpath(at(u"a"_s)));
        QVERIFY(QFile::link(at(u"lib/cli.js"_s), at(u"a/zca"_s)));
        QCOMPARE(locateZca(m_search).value(), at(u"a/zca"_s));
    }
};

QTEST_APPLESS_MAIN(TestZcaLocator)
#include "tst_zcalocator.moc"

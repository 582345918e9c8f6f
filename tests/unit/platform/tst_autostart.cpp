// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "oddfile.h"
#include "platform/autostart.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace zalo;
using namespace zalo::test;
using namespace Qt::StringLiterals;

class TestAutostart : public QObject
{
    Q_OBJECT

private slots:
    void onAndOff()
    {
        const QTemporaryDir home;
        Autostart autostart(home.path(), u"/opt/zalo/zalo-companion"_s);
        QVERIFY(!autostart.isEnabled());
        QVERIFY(autostart.setEnabled(true));
        QVERIFY(autostart.isEnabled());
        QFile file(home.filePath(u"autostart/zalo-companion.desktop"_s));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.readAll().contains("\nExec=\"/opt/zalo/zalo-companion\" --hidden\n"));
        QVERIFY(autostart.setEnabled(false));
        QVERIFY(!autostart.isEnabled());
        QVERIFY(!QFile::exists(file.fileName()));
        QVERIFY(autostart.setEnabled(false));
    }

    void strangePaths()
    {
        const QTemporaryDir home;
        Autostart autostart(home.path(), u"/home/mẹ lan/50%/a\"b/zalo-companion"_s);
        QVERIFY(autostart.setEnabled(true));
        QFile file(home.filePath(u"autostart/zalo-companion.desktop"_s));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(QString::fromUtf8(file.readAll())
                    .contains(u"Exec=\"/home/mẹ lan/50%%/a\\\\\"b/zalo-companion\" --hidden\n"));
    }

    void switchedOffByTheDesktop()
    {
        const QTemporaryDir home;
        Autostart autostart(home.path(), u"/usr/bin/zalo-companion"_s);
        QVERIFY(autostart.setEnabled(true));
        QFile file(home.filePath(u"autostart/zalo-companion.desktop"_s));
        QVERIFY(file.open(QIODevice::Append));
        file.write("Hidden=true\n");
        file.close();
        QVERIFY(!autostart.isEnabled());
    }

    void somethingElseInItsPlace_data()
    {
        QTest::addColumn<OddFile>("odd");
        for (const auto& [odd, name] : OddFiles) {
            QTest::newRow(name) << odd;
        }
    }

    //! It is no entry of ours, and is not waited for.
    void somethingElseInItsPlace()
    {
        QFETCH(OddFile, odd);
        const QTemporaryDir home;
        putOddFile(home.filePath(u"autostart/zalo-companion.desktop"_s), odd);
        Autostart autostart(home.path(), u"/usr/bin/zalo-companion"_s);
        QVERIFY(!autostart.isEnabled());
        const bool isWritten = autostart.setEnabled(true).has_value();
        QCOMPARE(autostart.isEnabled(), isWritten);
        // What is ours to replace is; a folder and a device stay.
        QCOMPARE(isWritten, odd == OddFile::Fifo || odd == OddFile::Sparse);
    }

    void folderThatCannotBeMade()
    {
        const QTemporaryDir home;
        QFile inTheWay(home.filePath(u"autostart"_s));
        QVERIFY(inTheWay.open(QIODevice::WriteOnly));
        Autostart autostart(home.path(), u"/usr/bin/zalo-companion"_s);
        const Result<void> done = autostart.setEnabled(true);
        QVERIFY(!done);
        QCOMPARE(done.error().kind, ErrorKind::FileUnwritable);
    }
};

QTEST_GUILESS_MAIN(TestAutostart)
#include "tst_autostart.moc"

// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "session/nativelogin.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace zalo;
using namespace Qt::Literals::StringLiterals;

class TestNativeLogin : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

    [[nodiscard]] QString file(const QString& name) const { return m_folder.filePath(name); }

    void add(const QString& name) const
    {
        QFile created(file(name));
        QVERIFY(created.open(QIODevice::WriteOnly));
    }

private slots:
    void theBestGuessIsNamed()
    {
        QVERIFY(!findNativeLogin({}, u"work"_s));
        QVERIFY(!findNativeLogin(file(u"nowhere"_s), u"work"_s));
        add(u"other.json"_s);
        QVERIFY(!findNativeLogin(m_folder.path(), u"work"_s));
        add(u"credentials-zoo.json"_s);
        QCOMPARE(findNativeLogin(m_folder.path(), u"work"_s), file(u"credentials-zoo.json"_s));
        add(u"credentials-work.json"_s);
        QCOMPARE(findNativeLogin(m_folder.path(), u"work"_s), file(u"credentials-work.json"_s));
        QCOMPARE(findNativeLogin(m_folder.path(), u"home"_s), file(u"credentials-zoo.json"_s));
    }
};

QTEST_APPLESS_MAIN(TestNativeLogin)
#include "tst_nativelogin.moc"

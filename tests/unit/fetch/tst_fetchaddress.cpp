// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "fetch/curl.h"
#include "fetch/fetchaddress.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace zalo;

class TestFetchAddress : public QObject
{
    Q_OBJECT

    Result<Curl> m_curl = Curl::load();

private slots:
    void initTestCase() { QVERIFY(m_curl); }

    void addressesOfZalosFilesMayBeAsked_data()
    {
        QTest::addColumn<QString>("address");
        for (const char* address :
             { "https://photo-stal-9.zdn.vn/1795329893636/f.jpg", "https://F1.ZDN.VN/a.jpg",
               "https://f2-voice-aac-dl.zdn.vn:443/x.aac",
               "https://s120-ava-talk.zadn.vn/2/a/b.jpg",
               "https://file-stal-22.dlfl.vn/gr/b8b446fc/2aOb",
               "https://video-stal-1.dlmd.me/c.mp4",
               "https://file-stal-22-te-vnso-ne-2.flchat.vn/gr/x", "https://f1.zdn.vn/báo cáo.pdf",
               "https://f1.zdn.vn/a?x=http://127.0.0.1/#y" }) {
            QTest::newRow(address) << QString::fromUtf8(address);
        }
    }

    void addressesOfZalosFilesMayBeAsked()
    {
        QFETCH(QString, address);
        QVERIFY(FetchAddress::parse(address, FetchPolicy(), *m_curl));
    }

    void othersAreRefused_data()
    {
        QTest::addColumn<QString>("address");
        for (const char* address :
             { "", "x", "/etc/passwd", "file:///etc/passwd", "ftp://f1.zdn.vn/a",
               "http://f1.zdn.vn/a", "HTTP://f1.zdn.vn/a", "gopher://f1.zdn.vn/a",
               "data:text/plain,a", "//f1.zdn.vn/a", "f1.zdn.vn/a", "https:f1.zdn.vn", "https://",
               "https:///a",
               // other ports, users
               "https://f1.zdn.vn:80/a", "https://f1.zdn.vn:8443/a", "https://f1.zdn.vn:0/a",
               "https://f1.zdn.vn:99999/a", "https://u@f1.zdn.vn/a", "https://u:p@f1.zdn.vn/a",
               "https://@f1.zdn.vn/a", "https://f1.zdn.vn@evil.com/a",
               "https://f1.zdn.vn:443@evil.com/a", "https://f1.zdn.vn\\@evil.com/a",
               // other hosts, and ways to look like one of the list
               "https://evil.com/a", "https://evilzdn.vn/a", "https://zdn.vn.evil.com/a",
               "https://f1.zdn.vn.evil.com/a", "https://evil.com/f1.zdn.vn",
               "https://evil.com#.zdn.vn", "https://evil.com?.zdn.vn/", "https://f1.zdn.vn./a",
               "https://f1..zdn.vn/a", "https://.zdn.vn/a", "https://f1.zdn.vn%2eevil.com/a",
               "https://f1.zdn.vn%00.evil.com/a", "https://evil.com%23.zdn.vn/a",
               "https://evil.com%2f.zdn.vn/a", "https://f1_.zdn.vn/a", "https://-a.zdn.vn/a",
               "https://f1.zdn。vn/a", "https://f1.zdn.vｎ/a", "https://ünï.zdn.vn/a",
               "https://localhost/a", "https://vn/a",
               // addresses in every spelling
               "https://127.0.0.1/a", "https://127.1/a", "https://0x7f.1/a", "https://0x7f000001/a",
               "https://2130706433/a", "https://017700000001/a", "https://0/a",
               "https://127.0.0.1./a", "https://[::1]/a", "https://[::ffff:127.0.0.1]/a",
               "https://[::ffff:7f00:1]/a", "https://[fe80::1%25lo]/a", "https://8.8.8.8/a",
               "https://①②⑦.0.0.1/a" }) {
            QTest::newRow(address) << QString::fromUtf8(address);
        }
        QTest::newRow("line end") << u"https://f1.zdn.vn/a\r\nHost: evil.com"_s;
        QTest::newRow("line end in the host") << u"https://f1.zdn.vn\n.evil.com/"_s;
        QTest::newRow("null") << QString(u"https://f1.zdn.vn/a"_s + QChar(0) + u"b"_s);
        QTest::newRow("long") << QString(u"https://f1.zdn.vn/"_s + QString(9'000, u'a'));
    }

    void othersAreRefused()
    {
        QFETCH(QString, address);
        const Result<FetchAddress> parsed = FetchAddress::parse(address, FetchPolicy(), *m_curl);
        QVERIFY(!parsed);
        QCOMPARE(parsed.error().kind, ErrorKind::AddressRefused);
        QVERIFY(address.isEmpty() || !parsed.error().detail.contains(address));
    }

    void aLongerListAllowsMore()
    {
        FetchPolicy policy;
        policy.hosts = HostList(HostList::zalosOwn() + QStringList { u"Cdn.Example.org"_s });
        QVERIFY(FetchAddress::parse(u"https://a.cdn.example.org/x"_s, policy, *m_curl));
        QVERIFY(FetchAddress::parse(u"https://cdn.example.org/x"_s, policy, *m_curl));
        QVERIFY(!FetchAddress::parse(u"https://example.org/x"_s, policy, *m_curl));
        QVERIFY(FetchAddress::parse(u"https://f1.zdn.vn/x"_s, policy, *m_curl));
    }

    void whatIsNoHostNameIsNoEntry()
    {
        for (const QString& entry :
             { u"vn"_s, u"127.0.0.1"_s, u"0x7f.1"_s, u"[::1]"_s, u"*.zdn.vn"_s, u"a b.vn"_s, u""_s,
               u".vn"_s, u"a.vn."_s, u"a/b.vn"_s }) {
            QVERIFY2(!HostList::isEntry(entry), qPrintable(entry));
            QVERIFY(!HostList({ entry }).allows(entry));
        }
    }
};

QTEST_APPLESS_MAIN(TestFetchAddress)
#include "tst_fetchaddress.moc"

// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "fetch/publicaddress.h"

#include <QHostAddress>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace zalo;

class TestPublicAddress : public QObject
{
    Q_OBJECT

private slots:
    void onlyPublicOnesAre_data()
    {
        QTest::addColumn<bool>("isPublic");
        const auto rows = [](bool isPublic, std::initializer_list<const char*> addresses) {
            for (const char* address : addresses) {
                QTest::newRow(address) << isPublic;
            }
        };
        rows(true,
             { "1.1.1.1",      "8.8.8.8",          "113.160.1.1",          "9.255.255.255",
               "11.0.0.0",     "100.63.255.255",   "100.128.0.0",          "172.15.255.255",
               "172.32.0.0",   "192.167.255.255",  "192.169.0.0",          "198.17.255.255",
               "198.20.0.0",   "223.255.255.255",  "2001:4860:4860::8888", "2606:4700::1111",
               "2400:6540::1", "64:ff9b::808:808", "::ffff:8.8.8.8",       "2002:808:808::1" });
        rows(false, { "0.0.0.0",         "0.1.2.3",         "10.0.0.1",       "10.255.255.255",
                      "100.64.0.1",      "100.127.255.255", "127.0.0.1",      "127.255.255.254",
                      "169.254.169.254", "172.16.0.1",      "172.31.255.255", "192.0.0.1",
                      "192.0.2.1",       "192.88.99.1",     "192.168.0.1",    "192.168.255.255",
                      "198.18.0.1",      "198.19.255.255",  "198.51.100.1",   "203.0.113.1",
                      "224.0.0.1",       "239.255.255.255", "240.0.0.1",      "255.255.255.255" });
        rows(false,
             { "::",
               "::1",
               "::7f00:1",
               "fe80::1",
               "fec0::1",
               "fc00::1",
               "fd12:3456::1",
               "ff02::1",
               "100::1",
               "2001::1",
               "2001:1ff::1",
               "2001:db8::1",
               "3fff::1",
               "3fff:fff::1",
               "4000::1",
               "5f00::1",
               "::ffff:127.0.0.1",
               "::ffff:10.0.0.1",
               "::ffff:0:127.0.0.1",
               "64:ff9b::7f00:1",
               "64:ff9b::a00:1",
               "64:ff9b::a9fe:a9fe",
               "64:ff9b:1::808:808",
               "2002:7f00:1::1",
               "2002:a00:1::1",
               "2002:c0a8:101::1" });
    }

    void onlyPublicOnesAre()
    {
        const QHostAddress address(QString::fromLatin1(QTest::currentDataTag()));
        QVERIFY(!address.isNull());
        QTEST(isPublicAddress(address), "isPublic");
    }

    void whatIsNoAddressIsNotPublic()
    {
        QVERIFY(!isPublicAddress(QHostAddress()));
        QVERIFY(!isPublicAddress(QHostAddress(QHostAddress::Any)));
    }
};

QTEST_APPLESS_MAIN(TestPublicAddress)
#include "tst_publicaddress.moc"

// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "bridge/handshake.h"
#include "bridgevectors.h"

#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace zalo;

class TestHandshake : public QObject
{
    Q_OBJECT

    static void rows(const QString& list, const QString& nameKey)
    {
        QTest::addColumn<QJsonObject>("vector");
        const auto cases = bridgeVectors(u"handshake.json"_s, list);
        QVERIFY(cases.size() >= 3);
        for (const auto& entry : cases) {
            const QJsonObject vector = entry.toObject();
            QTest::newRow(qPrintable(u"“%1”"_s.arg(vector.value(nameKey).toString()))) << vector;
        }
    }
    static QString text(const QJsonObject& vector, const char* name)
    {
        return vector.value(QString::fromLatin1(name)).toString();
    }

private slots:
    void proofs_data() { rows(u"handshakes"_s, u"name"_s); }

    void proofs()
    {
        QFETCH(QJsonObject, vector);
        const auto key = bytes32(text(vector, "key"));
        QVERIFY(key);
        const Handshake handshake {
            text(vector, "role"),           text(vector, "gatewayId"),
            text(vector, "clientNonce"),    text(vector, "serverNonce"),
            text(vector, "clientProtocol"), text(vector, "serverProtocol")
        };
        QCOMPARE(QString::fromUtf8(handshakeTranscript(handshake, ProofOf::Server)),
                 text(vector, "serverTranscript"));
        QCOMPARE(QString::fromUtf8(handshakeTranscript(handshake, ProofOf::Client)),
                 text(vector, "clientTranscript"));
        QCOMPARE(handshakeProof(*key, handshake, ProofOf::Server), text(vector, "serverProof"));
        QCOMPARE(handshakeProof(*key, handshake, ProofOf::Client), text(vector, "clientProof"));
        QCOMPARE(keyFingerprint(*key), text(vector, "fingerprint"));
    }

    void keysAndNonces_data() { rows(u"bytes32"_s, u"name"_s); }

    void keysAndNonces()
    {
        QFETCH(QJsonObject, vector);
        QCOMPARE(bytes32(text(vector, "text")).has_value(), vector.value(u"valid"_s).toBool());
    }

    void gatewayIds_data() { rows(u"gatewayIds"_s, u"id"_s); }

    void gatewayIds()
    {
        QFETCH(QJsonObject, vector);
        QCOMPARE(isGatewayId(text(vector, "id")), vector.value(u"valid"_s).toBool());
    }

    void protocols_data() { rows(u"protocols"_s, u"protocol"_s); }

    void protocols()
    {
        QFETCH(QJsonObject, vector);
        const auto checked = checkProtocol(text(vector, "protocol"));
        const QString verdict = checked                          ? u"ok"_s
            : checked.error().kind == ErrorKind::ForeignProtocol ? u"foreign"_s
                                                                 : u"bad"_s;
        QCOMPARE(verdict, text(vector, "result"));
    }

    void aForeignMajorIsSaidInWords()
    {
        const auto checked = checkProtocol(u"2.3"_s);
        QVERIFY(!checked);
        QCOMPARE(errorText(checked.error(), TextLanguage::English),
                 u"The two ends speak different protocol versions (the companion "
                 "1.0, the plugin 2.3). "
                 "Update the older one of Zalo Companion and the zalouser plugin."_s);
    }

    void comparesBytes()
    {
        QVERIFY(sameBytes("abc", "abc"));
        QVERIFY(sameBytes({}, {}));
        QVERIFY(!sameBytes("abc", "abd"));
        QVERIFY(!sameBytes("abc", "bbc"));
        QVERIFY(!sameBytes("abc", "ab"));
        QVERIFY(!sameBytes("", "a"));
    }

    void randomBytesDiffer()
    {
        QSet<QByteArray> seen;
        for (int i = 0; i < 100; ++i) {
            const QByteArray bytes = randomBytes32();
            QCOMPARE(bytes.size(), 32);
            seen.insert(bytes);
        }
        QCOMPARE(seen.size(), 100);
    }
};

QTEST_GUILESS_MAIN(TestHandshake)
#include "tst_handshake.moc"

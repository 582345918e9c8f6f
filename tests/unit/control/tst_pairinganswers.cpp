// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "control/pairinganswers.h"

#include <QTest>

using namespace zalo;
using namespace Qt::Literals::StringLiterals;

namespace {

PairingRequest request(const QString& id, const QString& profile, const QString& senderId,
                       const QString& code)
{
    return { .requestId = id, .profile = profile, .senderId = senderId, .code = code };
}

QString meant(const Snapshot& snapshot, const QString& id)
{
    const Result<PairingRequest> found = pairingOf(snapshot, id);
    return found ? found->requestId : errorKindName(found.error().kind);
}

} // namespace

//! Which request somebody means in a terminal.
class TestPairingAnswers : public QObject
{
    Q_OBJECT

private slots:
    //! Lan asks two accounts: her id names neither.
    void oneRequestIsMeantOrNone()
    {
        Snapshot snapshot;
        snapshot.pairings = { request(u"r1"_s, u"default"_s, u"365"_s, u"ABC123"_s),
                              request(u"r2"_s, u"shop"_s, u"365"_s, u"XYZ789"_s),
                              request(u"r3"_s, u"shop"_s, u"366"_s, {}) };
        QCOMPARE(meant(snapshot, u"xyz789"_s), u"r2"_s);
        QCOMPARE(meant(snapshot, u"r1"_s), u"r1"_s);
        QCOMPARE(meant(snapshot, u"366"_s), u"r3"_s);
        QCOMPARE(meant(snapshot, u"365"_s), errorKindName(ErrorKind::BadRequest));
        QCOMPARE(meant(snapshot, u"367"_s), errorKindName(ErrorKind::PairingGone));
    }
};

QTEST_GUILESS_MAIN(TestPairingAnswers)
#include "tst_pairinganswers.moc"

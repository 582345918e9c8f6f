// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "core/logging.h"
#include "core/peerlog.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace zalo;

namespace {
int lines = 0;
void count(QtMsgType, const QMessageLogContext&, const QString& line)
{
    lines += line.contains(u"knock"_s) ? 1 : 0;
}
} // namespace

class TestPeerLog : public QObject
{
    Q_OBJECT

private slots:
    void whoKnocksWithoutEndFillsNoLog()
    {
        lines = 0;
        const QtMessageHandler before = qInstallMessageHandler(count);
        PeerLog log;
        for (int i = 0; i < 10'000; ++i) {
            log.note(lcBridge(), u"knock"_s);
        }
        qInstallMessageHandler(before);
        QCOMPARE_GE(lines, PeerLog::Burst);
        QCOMPARE_LT(lines, 100);
    }
};

QTEST_GUILESS_MAIN(TestPeerLog)
#include "tst_peerlog.moc"

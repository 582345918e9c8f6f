// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "core/logging.h"
#include "platform/descriptor.h"
#include "platform/logoutput.h"

#include <QTest>

#include <array>
#include <fcntl.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace zalo;

class TestLogOutput : public QObject
{
    Q_OBJECT

    //! What comes on standard error while `talk` runs.
    template <typename Talk> static QByteArray logOf(Talk talk)
    {
        std::array<int, 2> ends {};
        if (::pipe2(ends.data(), O_CLOEXEC) != 0) {
            return "no pipe";
        }
        const Descriptor reader(ends[0]);
        const Descriptor before(::fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 3));
        ::dup2(ends[1], STDERR_FILENO);
        ::close(ends[1]);
        {
            LogOutput log;
            talk(log);
        }
        ::dup2(before.get(), STDERR_FILENO);
        std::array<char, 4096> piece {};
        QByteArray all;
        for (ssize_t count = 0; (count = ::read(reader.get(), piece.data(), piece.size())) > 0;) {
            all.append(piece.data(), count);
        }
        return all;
    }

private slots:
    void aMessageIsOneLine()
    {
        const QByteArray log = logOf([](LogOutput&) {
            qCWarning(lcPlatform).noquote() << u"Lan\r\nzalo.app: \x1b[31mall is well\u202e"_s;
            qCDebug(lcPlatform) << "not by default";
        });
        QCOMPARE(log, "zalo.platform: Lan zalo.app: [31mall is well\n");
    }

    void ownTextsKeepTheirLines()
    {
        QCOMPARE(logOf([](LogOutput& log) { log.write(u"Không chạy được:\nlý do"_s); }),
                 "Không chạy được:\nlý do\n");
    }
};

QTEST_GUILESS_MAIN(TestLogOutput)
#include "tst_logoutput.moc"

// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "platform/endguard.h"

#include <QCoreApplication>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <cerrno>
#include <fcntl.h>
#include <sys/resource.h>
#include <unistd.h>

using namespace zalo;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

//! Each on a process of its own, which is this program again.
class TestEndGuard : public QObject
{
    Q_OBJECT

    static void run(QProcess& process, const QStringList& arguments)
    {
        process.start(QCoreApplication::applicationFilePath(), arguments);
        QVERIFY(process.waitForFinished());
        QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    }

private slots:
    void whatIsHeldUpForEverEnds()
    {
        QProcess process;
        run(process, { u"--hang"_s });
        QCOMPARE(process.exitCode(), 1);
        QVERIFY(process.readAllStandardError().contains("did not end in time"));
    }

    void aFileTooLargeIsAnError()
    {
        const QTemporaryDir folder;
        QProcess process;
        run(process, { u"--write"_s, folder.filePath(u"large"_s) });
        QCOMPARE(process.exitCode(), EFBIG);
    }
};

int main(int argc, char** argv)
{
    if (argc == 2 && QByteArray(argv[1]) == "--hang") {
        endWithin(100ms);
        for (;;) {
            ::pause();
        }
    }
    if (argc == 3 && QByteArray(argv[1]) == "--write") {
        reportFileLimit();
        const rlimit limit { 10, 10 };
        ::setrlimit(RLIMIT_FSIZE, &limit);
        const int fd = ::open(argv[2], O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
        [[maybe_unused]] const ssize_t some = ::write(fd, "0123456789", 10);
        return ::write(fd, "x", 1) < 0 ? errno : 0;
    }
    QCoreApplication app(argc, argv);
    TestEndGuard test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_endguard.moc"

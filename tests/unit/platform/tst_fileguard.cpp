// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "platform/fileguard.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace zalo;

class TestFileGuard : public QObject
{
    Q_OBJECT

    static QString write(const QString& path, const QByteArray& bytes = "abc")
    {
        QDir().mkpath(QFileInfo(path).path());
        QFile file(path);
        [&] { QVERIFY(file.open(QIODevice::WriteOnly)); }();
        file.write(bytes);
        return path;
    }
    [[nodiscard]] QString at(const QString& name) const { return m_root->filePath(name); }
    [[nodiscard]] std::optional<ErrorKind> refusal(const QString& path, qint64 maxBytes = 100) const
    {
        const Result<Descriptor> opened = FileGuard({ at(u"secret"_s) }).open(path, maxBytes);
        return opened ? std::nullopt : std::optional(opened.error().kind);
    }

private slots:
    void init() { m_root = std::make_unique<QTemporaryDir>(); }

    void anOrdinaryFileIsOpened()
    {
        const Result<Descriptor> file = FileGuard().open(write(at(u"tệp ảnh.png"_s)), 3);
        QVERIFY(file);
        QByteArray bytes(10, ' ');
        QCOMPARE(::read(file->get(), bytes.data(), 10), 3);
        QVERIFY(bytes.startsWith("abc"));
    }

    void whatIsNotThereIsUnreadable()
    {
        QCOMPARE(refusal(at(u"nowhere"_s)), ErrorKind::FileUnreadable);
        QCOMPARE(refusal(u"relative.png"_s), ErrorKind::FileUnreadable);
        QCOMPARE(refusal({}), ErrorKind::FileUnreadable);
    }

    void secretsAreRefusedHoweverTheyAreNamed()
    {
        write(at(u"secret/deep/keys.json"_s));
        write(at(u"secret-santa/list.txt"_s));
        QVERIFY(QFile::link(at(u"secret"_s), at(u"innocent"_s)));
        QVERIFY(QFile::link(at(u"secret/deep/keys.json"_s), at(u"picture.png"_s)));
        QCOMPARE(refusal(at(u"secret/deep/keys.json"_s)), ErrorKind::FileRefused);
        QCOMPARE(refusal(at(u"other/../secret/deep/keys.json"_s)), ErrorKind::FileUnreadable);
        QCOMPARE(refusal(at(u"secret-santa/../secret/deep/keys.json"_s)), ErrorKind::FileRefused);
        QCOMPARE(refusal(at(u"innocent/deep/keys.json"_s)), ErrorKind::FileRefused);
        QCOMPARE(refusal(at(u"picture.png"_s)), ErrorKind::FileRefused);
        QCOMPARE(refusal(at(u"secret-santa/list.txt"_s)), std::nullopt);
    }

    void whatIsNoOrdinaryFileIsRefusedWithoutWaiting()
    {
        QCOMPARE(::mkfifo(QFile::encodeName(at(u"fifo"_s)).constData(), 0600), 0);
        QCOMPARE(refusal(at(u"fifo"_s)), ErrorKind::FileRefused);
        QCOMPARE(refusal(m_root->path()), ErrorKind::FileRefused);
        QCOMPARE(refusal(u"/dev/stdin"_s), ErrorKind::FileRefused);
        QCOMPARE(refusal(u"/dev/zero"_s), ErrorKind::FileRefused);
        QCOMPARE(refusal(u"/proc/self/environ"_s), ErrorKind::FileRefused);
        QCOMPARE(refusal(u"/proc/%1/cmdline"_s.arg(getpid())), ErrorKind::FileRefused);
    }

    void aLongFileIsRefused()
    {
        write(at(u"long"_s), QByteArray(101, 'x'));
        QCOMPARE(refusal(at(u"long"_s)), ErrorKind::FileRefused);
        QCOMPARE(refusal(at(u"long"_s), 101), std::nullopt);
    }

    void somebodyElsesFileIsRefused()
    {
        if (geteuid() != 0) {
            QCOMPARE(refusal(u"/etc/hostname"_s, 100'000), ErrorKind::FileRefused);
            return;
        }
        write(at(u"theirs"_s));
        QCOMPARE(::chown(QFile::encodeName(at(u"theirs"_s)).constData(), 65534, 65534), 0);
        QCOMPARE(refusal(at(u"theirs"_s)), ErrorKind::FileRefused);
    }

private:
    std::unique_ptr<QTemporaryDir> m_root;
};

QTEST_GUILESS_MAIN(TestFileGuard)
#include "tst_fileguard.moc"

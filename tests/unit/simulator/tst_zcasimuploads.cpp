// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

// Who has the account's one connection, and what becomes of the others (ZCA.md 10).

#include "simtext.h"
#include "simulation.h"

#include <QFile>
#include <QTest>

#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace zalo::sim;

namespace {

const auto friendId = u"365333052772575247"_s;

} // namespace

class TestZcaSimUploads : public QObject
{
    Q_OBJECT

private slots:
    void init();

    void throughTheListener();
    void aGroupIsNotGuessed();
    void aListenerThatIsNotConnected();
    void withoutAListenerOthersAreThrownOff();
    void aListenerKicksAnUpload();
    void aForeignOwnerIsNoListener();
    void aRefusedFileHasKicked();
    void anUploadKeepsAClosedListener();

private:
    void ctl(const QStringList& arguments);
    void ctl(const char* arguments) { ctl(words(arguments)); }
    QString file(const QString& name) const;
    [[nodiscard]] QStringList upload(const QString& name) const
    {
        return { u"msg"_s, u"upload"_s, file(name), friendId };
    }
    std::unique_ptr<QProcess> listen(const QStringList& options = words("listen -r"));
    void claim(qint64 pid);
    int sent();

    std::unique_ptr<Simulation> m_sim;
};

void TestZcaSimUploads::init()
{
    m_sim = std::make_unique<Simulation>();
    ctl("login");
}

void TestZcaSimUploads::ctl(const QStringList& arguments)
{
    const Ran ran = m_sim->ctl(arguments);
    QVERIFY2(ran.exitCode == 0, ran.err.constData());
}

QString TestZcaSimUploads::file(const QString& name) const
{
    QFile file(m_sim->path(name));
    [&] { QVERIFY(file.open(QIODevice::WriteOnly)); }();
    file.write("báo cáo");
    return file.fileName();
}

std::unique_ptr<QProcess> TestZcaSimUploads::listen(const QStringList& options)
{
    auto process = m_sim->start(options);
    ctl("wait listener");
    return process;
}

//! The lock as another process would have left it.
void TestZcaSimUploads::claim(qint64 pid)
{
    QFile lock(m_sim->path(u"profiles/default/listener-owner.json"_s));
    QVERIFY(lock.open(QIODevice::WriteOnly));
    lock.write(jsonText({ { u"pid"_s, pid }, { u"profile"_s, u"default"_s } }).toUtf8());
}

int TestZcaSimUploads::sent()
{
    return int(objectsIn(m_sim->ctl(words("outbox")).out).size());
}

void TestZcaSimUploads::throughTheListener()
{
    const auto listener = listen();
    QCOMPARE(m_sim->run(upload(u"a.pdf"_s)).exitCode, 0);
    QCOMPARE(sent(), 1);
    QVERIFY(m_sim->ctl(words("status")).out.endsWith(": connected\n"));
}

void TestZcaSimUploads::aGroupIsNotGuessed()
{
    const auto listener = listen();
    const QStringList toGroup { u"msg"_s, u"upload"_s, file(u"a.pdf"_s), u"772797855570859122"_s };
    QCOMPARE(m_sim->run(toGroup).exitCode, 0);
    m_sim->setEnvironment(u"OPENZCA_UPLOAD_AUTO_THREAD_TYPE"_s, u"1"_s);
    QCOMPARE(m_sim->run(toGroup).exitCode, 0);
    const QList<QJsonObject> sent = objectsIn(m_sim->ctl(words("outbox")).out);
    QCOMPARE(sent.size(), 2);
    QVERIFY(!sent[0][u"isGroup"].toBool());
    QVERIFY(sent[1][u"isGroup"].toBool());
}

void TestZcaSimUploads::aListenerThatIsNotConnected()
{
    ctl("set connect-delay=600000 upload-hang=30");
    const auto listener = m_sim->start(words("listen -r"));
    QByteArray out;
    QTRY_VERIFY((out += listener->readAllStandardOutput()).contains("Listening..."));
    const Ran ran = m_sim->run(upload(u"a.pdf"_s));
    QCOMPARE(ran.exitCode, 1);
    QCOMPARE(ran.err, QByteArray("Error: Timed out waiting 120000ms for IPC upload completion.\n"));
    QCOMPARE(sent(), 0);
}

void TestZcaSimUploads::withoutAListenerOthersAreThrownOff()
{
    // The same session in another program.
    ctl("-p other copy-login default");
    const auto other = m_sim->start(words("-p other listen -r"));
    ctl("wait listener");
    const auto uploading = m_sim->start(upload(u"a.pdf"_s));
    QVERIFY(Simulation::finish(*other).out.endsWith("Listener closed (3000) \n"));
    QByteArray out;
    QTRY_VERIFY((out += uploading->readAllStandardOutput()).contains("msgId"));
    QCOMPARE(sent(), 1);
    QCOMPARE(uploading->state(), QProcess::Running); // for five minutes more
}

void TestZcaSimUploads::aListenerKicksAnUpload()
{
    ctl("set upload-time=600000 upload-hang=300");
    const auto uploading = m_sim->start(upload(u"a.pdf"_s));
    QTRY_VERIFY(m_sim->ctl(words("status")).out.contains("command of default"));
    const auto listener = listen();
    const Ran ran = Simulation::finish(*uploading);
    QCOMPARE(ran.exitCode, 1);
    QCOMPARE(ran.out, QByteArray());
    QCOMPARE(ran.err,
             QByteArray("Error: Timed out waiting 120000ms for file upload completion.\n"));
    QCOMPARE(sent(), 0);
    QCOMPARE(listener->state(), QProcess::Running);
}

void TestZcaSimUploads::aForeignOwnerIsNoListener()
{
    claim(::getpid());
    const Ran ran = m_sim->run(upload(u"a.pdf"_s));
    QCOMPARE(ran.exitCode, 1);
    QVERIFY(ran.err.startsWith("Error: Active listener owner detected for profile"));
    QVERIFY(ran.err.contains("but upload IPC is unavailable."));
    m_sim->setEnvironment(u"OPENZCA_UPLOAD_ENFORCE_SINGLE_OWNER"_s, u"0"_s);
    ctl("set upload-linger=0");
    QCOMPARE(m_sim->run(upload(u"a.pdf"_s)).exitCode, 0);
    QCOMPARE(sent(), 1);
}

void TestZcaSimUploads::aRefusedFileHasKicked()
{
    ctl("-p other copy-login default");
    const auto other = m_sim->start(words("-p other listen -r"));
    ctl("wait listener");
    const Ran ran = m_sim->run(upload(u"a.exe"_s));
    QCOMPARE(ran.err, QByteArray("Error: File extension \"exe\" is not allowed\n"));
    QCOMPARE(sent(), 0);
    QVERIFY(Simulation::finish(*other).out.endsWith("Listener closed (3000) \n"));
}

//! And it may print lines until then, but it owns nothing any more.
void TestZcaSimUploads::anUploadKeepsAClosedListener()
{
    ctl("set closed-linger=600000");
    const auto listener = listen(words("listen -r --supervised"));
    QCOMPARE(m_sim->run(upload(u"a.pdf"_s)).exitCode, 0);
    ctl("drop");
    QByteArray out;
    QTRY_VERIFY((out += listener->readAllStandardOutput()).contains("\"event\":\"closed\""));
    ctl("wait no-listener");
    const auto next = listen(words("listen -r --supervised"));
    QCOMPARE(listener->state(), QProcess::Running);
    QCOMPARE(next->state(), QProcess::Running);
    listener->terminate();
    QCOMPARE(Simulation::finish(*listener).exitCode, 143);
    QVERIFY(
        QFile::exists(m_sim->path(u"profiles/default/listener-owner.json"_s))); // the next one's
}

QTEST_GUILESS_MAIN(TestZcaSimUploads)
#include "tst_zcasimuploads.moc"

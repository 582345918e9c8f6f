// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "bridgeapi/methods.h"
#include "headlessoptions.h"
#include "localcompanion/localcompanion.h"
#include "simulator.h"
#include "testgateway.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace zalo;
using namespace zalo::test;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int Patience = 20'000;
const QString Tam = u"365333052772575247"_s;

CompanionOptions optionsIn(const QString& folder)
{
    CompanionOptions options = headlessOptions(folder);
    options.zca.environment = QProcessEnvironment::systemEnvironment();
    options.zca.environment.insert(u"ZALO_COMPANION_ZCA"_s, Simulator::path());
    options.policy.backlogThreadInterval = 10ms;
    options.policy.backlogInterval = 10ms;
    options.policy.pruneInterval = 100ms;
    options.policy.pruneAfterStart = 100ms;
    options.policy.mediaGrace = 0ms;
    return options;
}

} // namespace

//! A picture that somebody sent is there for as long as the Gateway may ask for it.
class TestMedia : public QObject
{
    Q_OBJECT

    //! One that is online.
    std::unique_ptr<LocalCompanion> run(const CompanionOptions& options)
    {
        auto companion = std::make_unique<LocalCompanion>(options);
        addMethods(companion->bridge(), companion->roles(), companion->relay());
        bool started = false;
        companion->start(this, [&started](const Result<void>& done) { started = bool(done); });
        if (!QTest::qWaitFor([&started] { return started; }, Patience)) {
            return {};
        }
        companion->roles().sessions.adopt(defaultProfile());
        const auto isOnline = [&companion] {
            const ProfileSnapshot* profile =
                companion->roles().snapshots.snapshot().find(defaultProfile());
            return profile && profile->session.state == SessionState::Online;
        };
        return QTest::qWaitFor(isOnline, Patience) ? std::move(companion) : nullptr;
    }

private slots:
    void aPictureWaitsWithItsMessage()
    {
        Simulator sim;
        sim.ctl({ u"login"_s });
        const QTemporaryDir folder;
        const CompanionOptions options = optionsIn(folder.path());
        const QDir kept(options.paths.mediaFolder() + u"/default"_s);
        const auto keptNow = [&kept] { return kept.entryList(QDir::Files).size(); };
        auto companion = run(options);
        QVERIFY(companion);
        QVERIFY(sim.ctlSucceeds(
            { u"inject"_s,
              u"{\"senderId\":\"%1\",\"kind\":\"photo\",\"content\":\"\"}"_s.arg(Tam) }));
        QTRY_COMPARE_WITH_TIMEOUT(keptNow(), 1, Patience);
        QDir zcas(sim.file(u"openclaw/media/openzca/default/inbound"_s));
        QCOMPARE(zcas.entryList(QDir::Files).size(), 1);
        QFile original(zcas.filePath(zcas.entryList(QDir::Files).first()));
        QVERIFY(original.open(QFile::ReadOnly));
        const QByteArray picture = original.readAll();
        QVERIFY(original.remove());

        // The next run takes up what this one stored, and tidies up around it.
        QTRY_COMPARE(companion->roles().snapshots.snapshot().profiles.first().queue.inboundWaiting,
                     1);
        companion.reset();
        companion = run(options);
        QVERIFY(companion);
        TestGateway gateway;
        QVERIFY(gateway.subscribe(*options.bridgeAddress.path()));
        QTRY_COMPARE_WITH_TIMEOUT(gateway.delivered.size(), 1, Patience);
        const QJsonObject params = gateway.delivered.first();
        const QJsonObject medium = params[u"media"][0].toObject();
        QFile file(medium[u"path"].toString());
        QVERIFY2(file.open(QFile::ReadOnly), qPrintable(file.fileName()));
        QVERIFY(file.fileName().startsWith(options.paths.mediaFolder()));
        QCOMPARE(file.readAll(), picture);
        QVERIFY(!medium.contains(u"missing"));

        // Taken is not done: the file stays until the Gateway says what it did.
        QVERIFY(!QTest::qWaitFor([&file] { return !file.exists(); }, 500));
        QVERIFY(gateway.call(u"inbound.outcome"_s,
                             { { u"profile"_s, u"default"_s },
                               { u"msgId"_s, params[u"msgId"] },
                               { u"outcome"_s, u"dispatched"_s } }));
        QTRY_COMPARE_WITH_TIMEOUT(keptNow(), 0, Patience);
        gateway.close();
    }
};

QTEST_GUILESS_MAIN(TestMedia)
#include "tst_media.moc"

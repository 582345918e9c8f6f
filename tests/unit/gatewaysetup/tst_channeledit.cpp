// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "gatewaysetup/channeledit.h"
#include "json5/json5edit.h"

#include <QTest>

using namespace zalo;
using namespace Qt::StringLiterals;

namespace {

const QByteArray HandWritten = R"(// my own
{
  gateway: { mode: 'local', port: 18791, // port
    auth: { mode: "token", token: "s" } },
  channels: {
    telegram: { enabled: true }, // mine
  },
}
)";

const QByteArray Enabled = R"(// my own
{
  gateway: { mode: 'local', port: 18791, // port
    auth: { mode: "token", token: "s" } },
  channels: {
    telegram: { enabled: true }, // mine
    zalouser: {
      enabled: true,
      dmPolicy: "pairing"
    },
  },
  plugins: {
    entries: {
      zalouser: {
        enabled: true
      }
    }
  },
}
)";

} // namespace

class TestChannelEdit : public QObject
{
    Q_OBJECT

private slots:
    void theChannelIsEnabledAndNothingElseTouched()
    {
        QCOMPARE(withChannel(HandWritten, {}).value(), Enabled);
        QVERIFY(!hasChannel(HandWritten));
        QVERIFY(hasChannel(Enabled));
    }

    void openClawsNoteIsTakenOver()
    {
        const QByteArray written = R"({"meta":{"lastTouchedVersion":"2026.9.6"},"gateway":{}})";
        const auto edited = withChannel(HandWritten, written);
        QCOMPARE(json5At(*edited, { u"meta"_s, u"lastTouchedVersion"_s }).value(), u"2026.9.6"_s);
        const QByteArray own = R"({meta: {lastTouchedVersion: "2026.9.1"}})";
        QCOMPARE(
            json5At(*withChannel(own, written), { u"meta"_s, u"lastTouchedVersion"_s }).value(),
            u"2026.9.1"_s);
    }

    void aPolicyThatIsThereStays()
    {
        const auto edited =
            withChannel("{ channels: { zalouser: { enabled: false, dmPolicy: 'open' } } }", {});
        QCOMPARE(
            *edited,
            "{ channels: { zalouser: { enabled: true, dmPolicy: 'open' } }, plugins: { entries: { zalouser: { enabled: true } } } }"_ba);
    }

    void aListOfAllowedPluginsGetsOursToo()
    {
        const auto edited = withChannel("{ plugins: { allow: ['telegram'] } }", {});
        QVERIFY(edited->contains("allow: ['telegram', \"zalouser\"]"));
    }

    void whatCannotBeDoneSafelyIsRefused_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<ErrorKind>("kind");
        QTest::newRow("no JSON5") << "{ a: "_ba << ErrorKind::ConfigUnparsable;
        QTest::newRow("include") << "{ $include: './a.json5' }"_ba << ErrorKind::ConfigHasInclude;
        QTest::newRow("channels elsewhere")
            << "{ channels: { $include: './c.json5' } }"_ba << ErrorKind::ConfigHasInclude;
        QTest::newRow("plugins off")
            << "{ plugins: { enabled: false } }"_ba << ErrorKind::ConfigForbidsPlugin;
        QTest::newRow("denied") << "{ plugins: { deny: ['zalouser'] } }"_ba
                                << ErrorKind::ConfigForbidsPlugin;
        QTest::newRow("no object") << "{ channels: [] }"_ba << ErrorKind::ConfigUnexpected;
        QTest::newRow("no object at all") << "[]"_ba << ErrorKind::ConfigUnexpected;
    }

    void whatCannotBeDoneSafelyIsRefused()
    {
        QFETCH(QByteArray, text);
        const auto edited = withChannel(text, {});
        QVERIFY(!edited);
        QTEST(edited.error().kind, "kind");
    }

    void anIncludeElsewhereIsNoneOfOurs()
    {
        QVERIFY(withChannel("{ agents: { $include: './agents.json5' } }", {}));
    }

    void onlyOurEditIsTakenOut()
    {
        QByteArray since = Enabled;
        since.replace("18791", "18800");
        QByteArray expected = HandWritten;
        expected.replace("18791", "18800");
        QCOMPARE(withoutChannel(since, HandWritten).value(), expected);
        QVERIFY(!isOnlyOurs(since, HandWritten));
        QVERIFY(isOnlyOurs(Enabled, HandWritten));
        QVERIFY(isOnlyOurs(HandWritten, HandWritten));
    }

    void theValuesBeforeComeBack()
    {
        const QByteArray before = "{ channels: { zalouser: { enabled: false } } }";
        const auto edited = withChannel(before, {});
        QCOMPARE(withoutChannel(*edited, before).value(), before);
    }

    void openClawsOwnWritingIsRecognised()
    {
        const QByteArray written =
            R"({"gateway":{"mode":"local","port":18791,"auth":{"mode":"token","token":"s"}},"plugins":{"entries":{"zalouser":{"enabled":true}}},"channels":{"telegram":{"enabled":true}},"meta":{"lastTouchedVersion":"2026.9.6"}})";
        QVERIFY(isOnlyOurs(written, HandWritten));
        QByteArray other = written;
        QVERIFY(!isOnlyOurs(other.replace("\"local\"", "\"remote\""), HandWritten));
    }

    void whatWasBuiltUponIsNotTakenOut()
    {
        QByteArray since = Enabled;
        since.replace("dmPolicy: \"pairing\"", "dmPolicy: \"open\"");
        const auto edited = withoutChannel(since, HandWritten);
        QVERIFY(!edited);
        QCOMPARE(edited.error(), (Error { ErrorKind::ConfigChanged, u"channels.zalouser"_s }));
        QVERIFY(!isOnlyOurs(since, HandWritten));
    }
};

QTEST_GUILESS_MAIN(TestChannelEdit)
#include "tst_channeledit.moc"

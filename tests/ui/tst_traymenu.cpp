// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "ui/shell/trayicon.h"
#include "uifixtures.h"

#include <QSignalSpy>
#include <QTest>

using namespace zalo;
using namespace zalo::test;
using namespace Qt::Literals::StringLiterals;

namespace {

PairingRequest request(const QString& id, const QString& name)
{
    return { .requestId = id, .gatewayId = u"g"_s, .senderId = u"39"_s + id, .name = name };
}

Conversation chat(const QString& id, const QString& name, bool isPaused = false,
                  const QString& profile = u"default"_s)
{
    Conversation made;
    made.lane = { profile, u"51234567890123456"_s + profile, { id, false } };
    made.name = name;
    if (isPaused) {
        made.pause = ThreadPause { made.lane };
    }
    return made;
}

//! The entries that are shown, without separators.
QStringList entries(const QMenu& menu)
{
    QStringList texts;
    const auto actions = menu.actions();
    for (const QAction* action : actions) {
        if (action->isVisible() && !action->isSeparator()) {
            texts << action->text();
        }
    }
    return texts;
}

} // namespace

//! The menu of the tray's icon: what is in it when, and what it asks for.
class TestTrayMenu : public QObject
{
    Q_OBJECT

    std::unique_ptr<FakeCompanion> m_companion;
    std::unique_ptr<TrayIcon> m_tray;

    QMenu& chats() { return *m_tray->chats().menu(); }
    QMenu& requests() { return *m_tray->requests().menu(); }

    void load(const QList<Conversation>& conversations)
    {
        m_companion->activity.conversationPage = { conversations, {} };
        m_tray->chats().load();
    }

private slots:
    void init()
    {
        m_companion = std::make_unique<FakeCompanion>();
        m_tray = std::make_unique<TrayIcon>(m_companion->activity);
        m_tray->chats().setAccounts(healthySnapshot({ accountIn(SessionState::Online) }));
    }

    void cleanup()
    {
        m_tray.reset();
        m_companion.reset();
    }

    //! What is empty is not there.
    void isShortWhileNothingIsToBeDone()
    {
        m_tray->show({});
        QCOMPARE(entries(m_tray->menu()).mid(1),
                 (QStringList { u"Accounts"_s, u"Contacts…"_s, u"Activity…"_s, u"Pause the bot"_s,
                                u"Quit"_s }));
        m_tray->show({ {}, true, true, false });
        m_tray->requests().setRequests({ request(u"1"_s, u"Hà"_s) });
        load({ chat(u"1"_s, u"An"_s) });
        QCOMPARE(
            entries(m_tray->menu()).mid(1),
            (QStringList { u"Who is waiting…"_s, u"Waiting for approval"_s,
                           u"Since yesterday evening…"_s, u"Accounts"_s, u"Contacts…"_s,
                           u"Activity…"_s, u"Pause the bot"_s, u"Pause the bot in"_s, u"Quit"_s }));
    }

    //! Their list is in the same menu.
    void doesNotOfferTheRequestsTwice()
    {
        TrayView view;
        view.status.title = u"1 person asks"_s;
        view.status.action = StatusAction { HealthAction::ShowPairings };
        m_tray->show(view);
        QVERIFY(!entries(m_tray->menu()).contains(statusActionText(HealthAction::ShowPairings)));
        view.status.action = StatusAction { HealthAction::ResumeRelay };
        m_tray->show(view);
        QVERIFY(entries(m_tray->menu()).contains(statusActionText(HealthAction::ResumeRelay)));
    }

    void approvesByName()
    {
        PairingRequest away = request(u"2"_s, u"Bình"_s);
        away.isGatewayConnected = false;
        m_tray->requests().setRequests({ request(u"1"_s, u"Hà & Huy"_s), away });
        QCOMPARE(entries(requests()),
                 (QStringList { u"Approve Hà && Huy"_s, u"Approve Bình"_s,
                                u"Show what they wrote…"_s }));
        QVERIFY(!requests().actions().at(1)->isEnabled());
        QSignalSpy approved(&m_tray->requests(), &RequestsMenu::approveRequested);
        requests().actions().first()->trigger();
        QTRY_COMPARE(approved.size(), 1);
        QCOMPARE(approved.first().first().toString(), u"1"_s);
    }

    void listsFiveAtMost()
    {
        QList<PairingRequest> many;
        for (int i = 0; i < 9; ++i) {
            many << request(QString::number(i), u"Hà"_s);
        }
        m_tray->requests().setRequests(many);
        QCOMPARE(entries(requests()).size(), 6);
    }

    //! What is clicked is what was read.
    void staysAsItIsWhileItIsOpen()
    {
        m_tray->requests().setRequests({ request(u"1"_s, u"Hà"_s) });
        emit requests().aboutToShow();
        m_tray->requests().setRequests({ request(u"0"_s, u"Bình"_s), request(u"1"_s, u"Hà"_s) });
        QCOMPARE(entries(requests()).first(), u"Approve Hà"_s);
        emit requests().aboutToHide();
        emit requests().aboutToShow();
        QCOMPARE(entries(requests()).first(), u"Approve Bình"_s);
    }

    void pausesAndResumesAChat()
    {
        load({ chat(u"11"_s, u"Chị An"_s), chat(u"12"_s, u"Bình"_s, true) });
        QCOMPARE(entries(chats()), (QStringList { u"Chị An"_s, u"Bình"_s }));
        QVERIFY(!chats().actions().first()->isChecked());
        QVERIFY(chats().actions().last()->isChecked());
        QSignalSpy asked(&m_tray->chats(), &RecentChatsMenu::pauseRequested);
        chats().actions().first()->trigger();
        chats().actions().last()->trigger();
        QTRY_COMPARE(asked.size(), 2);
        QCOMPARE(asked.first().at(1).value<ThreadRef>().id, u"11"_s);
        QVERIFY(asked.first().at(2).toBool());
        QCOMPARE(asked.last().at(1).value<ThreadRef>().id, u"12"_s);
        QVERIFY(!asked.last().at(2).toBool());
    }

    //! Those of somebody who was logged in before wait anyway.
    void listsThoseOfTheAccountAlone()
    {
        Conversation old = chat(u"12"_s, u"Bình"_s);
        old.lane.account = u"other"_s;
        load({ chat(u"11"_s, u"Chị An"_s), old });
        QCOMPARE(entries(chats()), QStringList { u"Chị An"_s });
    }

    void saysWhoseChatItIsWhereThereAreSeveral()
    {
        m_tray->chats().setAccounts(
            healthySnapshot({ accountIn(SessionState::Online),
                              accountIn(SessionState::Online, u"Shop Huế"_s, u"hue"_s) }));
        load({ chat(u"11"_s, u"Chị An"_s), chat(u"11"_s, u"Chị An"_s, false, u"hue"_s) });
        QCOMPARE(entries(chats()), (QStringList { u"Chị An (Mẹ Lan)"_s, u"Chị An (Shop Huế)"_s }));
    }

    //! A second of messages is one question.
    void readsAgainWhenSomethingChanged()
    {
        load({});
        m_companion->asked.clear();
        m_companion->activity.conversationPage.items = { chat(u"11"_s, u"Chị An"_s) };
        for (int i = 0; i < 100; ++i) {
            emit m_companion->activity.activityChanged(u"default"_s);
        }
        QTRY_COMPARE(entries(chats()), QStringList { u"Chị An"_s });
        QCOMPARE(m_companion->asked, QStringList { u"conversations"_s });
    }
};

QTEST_MAIN(TestTrayMenu)
#include "tst_traymenu.moc"

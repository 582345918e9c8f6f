// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/error.h"
#include "core/pairingrequest.h"
#include "ui/pages/messagetexts.h"
#include "ui/widgets/avatars.h"
#include "ui/widgets/confirm.h"

#include <QHash>
#include <QWidget>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace zalo {

class MutedLabel;
class PairingRow;
class PairingService;
class SnapshotProvider;

//! Who asks whether the bot may answer, of all accounts, each with the two answers. Hidden while
//! there is nobody, and nothing to say of the last one.
class PairingPanel : public QWidget
{
    Q_OBJECT

public:
    //! The roles that it shows and asks; they outlive it.
    struct Roles
    {
        SnapshotProvider& snapshots;
        ContactService& contacts;
        PairingService& pairings;
    };

    PairingPanel(const Roles& roles, Settings& settings, QWidget* parent = nullptr);

    //! The keyboard goes to the first answer.
    void focusFirst();
    //! Replaces the confirmation, for tests.
    void setConfirm(Confirm confirm) { m_confirm = std::move(confirm); }

protected:
    void changeEvent(QEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void build();
    void refresh();
    void refreshPictures();
    void matchRows(const QList<PairingRequest>& requests);
    [[nodiscard]] PairingRow* makeRow();
    void approve(PairingRow* row);
    void askToDismiss(PairingRow* row);
    void onAnswered(const QString& requestId, const QString& doneText, const Result<void>& done);
    void report(const QString& text);
    void retranslate();

    Roles m_roles;
    MessageTexts m_texts;
    Avatars m_avatars;
    Confirm m_confirm = confirm;
    QHash<QString, QString> m_problems; //!< of the requests that are there, by their id
    QList<PairingRow*> m_rows;
    QLabel* m_heading;
    QPushButton* m_reveal; //!< where the settings hide texts
    QVBoxLayout* m_list;
    MutedLabel* m_report; //!< what came of the last answer
};

} // namespace zalo

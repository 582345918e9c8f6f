// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "session/loginstep.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QPushButton;

namespace zalo {

class QrView;

//! The QR code of a login with its remaining time, and ways to show it to a phone elsewhere.
class QrPanel : public QWidget
{
    Q_OBJECT

public:
    explicit QrPanel(QWidget* parent = nullptr);

    void setStep(const LoginStep& step);
    void clear();
    //! Whether a button simulates the scan: a demo has no phone.
    void setScanSimulated(bool simulated);

signals:
    void cancelRequested();
    void simulatedScanRequested();

protected:
    void changeEvent(QEvent* event) override;

private:
    void copy();
    void save();
    void write(const QString& path);
    void countDown();
    void retranslate();

    QrView* m_view;
    QLabel* m_left;
    QPushButton* m_simulateScan;
    QPushButton* m_copy;
    QPushButton* m_save;
    QPushButton* m_cancel;
    QTimer m_second;
    qint64 m_expiresAtMs = 0;
    QString m_said; //!< the result of Copy or Save, until the next code
};

} // namespace zalo

// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QWidget>

class QLabel;
class QPlainTextEdit;

namespace zalo {

class GatewayLog;
class MutedLabel;

//! The end of OpenClaw's log, as long as it is followed. What a person scrolled to stays in sight.
class GatewayLogView : public QWidget
{
    Q_OBJECT

public:
    explicit GatewayLogView(GatewayLog& log, QWidget* parent = nullptr);

protected:
    void changeEvent(QEvent* event) override;

private:
    void append(const QStringList& lines);
    void retranslate();

    QLabel* m_heading;
    MutedLabel* m_note;
    QPlainTextEdit* m_lines;
};

} // namespace zalo

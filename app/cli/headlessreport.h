// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "companion/snapshot.h"

#include <QHash>
#include <QObject>

namespace zalo {

class Companion;

//! Says on standard output what a program without windows does: once at the start, then whenever
//! something changes that a person would want to know.
class HeadlessReport : public QObject
{
    Q_OBJECT

public:
    //! Starts reporting. `companion` outlives the report.
    explicit HeadlessReport(Companion& companion, QObject* parent = nullptr);

private:
    void report();
    void say(const QString& topic, const QString& text);

    Companion& m_companion;
    QHash<QString, QString> m_said; //!< the last line of each topic
};

} // namespace zalo

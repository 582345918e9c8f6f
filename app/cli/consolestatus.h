// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "companion/snapshot.h"
#include "platform/linewriter.h"

#include <QHash>
#include <QObject>

namespace zalo {

class GatewayService;
class SnapshotProvider;

//! Says on standard output what a program without windows does: once at the start, then whenever
//! something changes that a person would want to know. Waits for no reader (LineWriter).
class ConsoleStatus : public QObject
{
    Q_OBJECT

public:
    //! Starts reporting. Both outlive the report.
    ConsoleStatus(SnapshotProvider& snapshots, GatewayService& gateways, QObject* parent = nullptr);

private:
    void report();
    void reportHealth();
    void print(const QString& topic, const QString& text);

    SnapshotProvider& m_snapshots;
    LineWriter m_lines;
    QHash<QString, QString> m_printed; //!< the last line of each topic
    QStringList m_findings; //!< that were there last
};

} // namespace zalo

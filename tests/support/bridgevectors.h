// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

//! The list `name` of one of the JSON files that both sides of the bridge are tested against.
inline QJsonArray bridgeVectors(const QString& file, const QString& name)
{
    QFile data(QStringLiteral(ZALO_TEST_DATA "/bridge/") + file);
    if (!data.open(QIODevice::ReadOnly)) {
        return {};
    }
    return QJsonDocument::fromJson(data.readAll()).object().value(name).toArray();
}

// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "companion/snapshot.h"
#include "ui/theme/semanticcolors.h"

#include <QStringList>

namespace zalo {

//! One node of the path of a message, as text.
struct ChainNode
{
    QString icon; //!< for tintedPixmap()
    QString name;
    SemanticColor color = SemanticColor::Muted;
    QString title; //!< its state
    QStringList details; //!< since when, last verified, which one
    bool linked = false; //!< connected to the next node
};

//! The nodes Zalo, zca, companion and Gateway for one account.
[[nodiscard]] QList<ChainNode> presentChain(const Snapshot& snapshot, const QString& profile);

} // namespace zalo

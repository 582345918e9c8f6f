// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "activity/activitytext.h"
#include "ui/theme/semanticcolors.h"

class QPainter;
class QRectF;

namespace zalo {

//! The colour of a mark; its shape and the text beside it repeat the meaning.
[[nodiscard]] SemanticColor markColor(ActivityMark mark);

//! Paints the shape of a mark: clock, tick, double tick, barred circle, arrow, cross, question
//! mark, broken line.
void paintMark(QPainter* painter, const QRectF& rect, ActivityMark mark, const QColor& color);

} // namespace zalo

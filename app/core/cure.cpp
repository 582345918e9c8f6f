// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "core/cure.h"

using namespace Qt::Literals::StringLiterals;

namespace zalo {

QString cureName(Cure cure)
{
    switch (cure) {
    case Cure::AllowSender:
        return u"allowSender"_s;
    case Cure::AnswerGroup:
        return u"answerGroup"_s;
    case Cure::WithoutMention:
        return u"withoutMention"_s;
    }
    Q_UNREACHABLE();
}

} // namespace zalo

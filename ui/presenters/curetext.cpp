// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "ui/presenters/curetext.h"

#include "activity/activitytext.h"
#include "core/singleline.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::Literals::StringLiterals;

namespace zalo {
namespace {

struct CureText
{
    Q_DECLARE_TR_FUNCTIONS(CureText)
};

//! As it stands in the configuration.
QString valueText(const QJsonValue& value)
{
    if (value.isNull()) {
        return CureText::tr("not set");
    }
    const QByteArray list = QJsonDocument(QJsonArray { value }).toJson(QJsonDocument::Compact);
    return QString::fromUtf8(list.sliced(1, list.size() - 2));
}

QStringList without(const QJsonValue& list, const QJsonValue& others)
{
    QStringList left;
    const QJsonArray items = list.toArray();
    for (const auto& item : items) {
        if (!others.toArray().contains(item)) {
            left << valueText(item);
        }
    }
    return left;
}

//! An object that comes or goes as a whole is told by its members.
void addLines(const QString& name, const QJsonValue& before, const QJsonValue& after,
              QStringList& lines)
{
    if (before.isObject() || after.isObject()) {
        QJsonObject members = before.toObject();
        const QJsonObject come = after.toObject();
        for (auto it = come.begin(); it != come.end(); ++it) {
            members.insert(it.key(), it.value());
        }
        const QStringList names = members.keys();
        for (const QString& member : names) {
            const auto in = [&member](const QJsonValue& object) {
                const QJsonValue value = object.toObject().value(member);
                return value.isUndefined() ? QJsonValue(QJsonValue::Null) : value;
            };
            addLines(name + u'.' + member, in(before), in(after), lines);
        }
        return;
    }
    if (before.isArray() || after.isArray()) {
        for (const QString& item : without(after, before)) {
            lines << CureText::tr("%1: adds %2").arg(name, item);
        }
        for (const QString& item : without(before, after)) {
            lines << CureText::tr("%1: removes %2").arg(name, item);
        }
        return;
    }
    if (before != after) {
        lines << CureText::tr("%1: %2 → %3").arg(name, valueText(before), valueText(after));
    }
}

QString senderName(const ActivityItem& item)
{
    const QString name = item.text ? item.text->senderName : QString();
    return name.isEmpty() ? activityThreadName(item) : name;
}

} // namespace

QString cureButtonText(Cure cure)
{
    switch (cure) {
    case Cure::AllowSender:
        return CureText::tr("Allo&w this person…");
    case Cure::AnswerGroup:
        return CureText::tr("Ans&wer in this group…");
    case Cure::WithoutMention:
        return CureText::tr("Ans&wer without a mention…");
    }
    Q_UNREACHABLE();
}

QString cureTitle(Cure cure)
{
    switch (cure) {
    case Cure::AllowSender:
        return CureText::tr("Allow this person");
    case Cure::AnswerGroup:
        return CureText::tr("Answer in this group");
    case Cure::WithoutMention:
        return CureText::tr("Answer without a mention");
    }
    Q_UNREACHABLE();
}

QString cureMeaning(Cure cure, const ActivityItem& item)
{
    switch (cure) {
    case Cure::AllowSender:
        return item.thread.isGroup
            ? CureText::tr("The bot will answer %1 in groups.").arg(senderName(item))
            : CureText::tr("The bot will answer %1.").arg(senderName(item));
    case Cure::AnswerGroup:
        return CureText::tr("The bot will answer in the group %1.").arg(activityThreadName(item));
    case Cure::WithoutMention:
        return CureText::tr("The bot will answer every message in the group %1, also those that do "
                            "not mention it.")
            .arg(activityThreadName(item));
    }
    Q_UNREACHABLE();
}

QString cureDoneText(Cure cure)
{
    switch (cure) {
    case Cure::AllowSender:
        return CureText::tr("Allowed.");
    case Cure::AnswerGroup:
        return CureText::tr("The bot answers in this group now.");
    case Cure::WithoutMention:
        return CureText::tr("The bot answers here without a mention now.");
    }
    Q_UNREACHABLE();
}

QStringList changeLines(const QList<ConfigChange>& changes)
{
    QStringList lines;
    for (const ConfigChange& change : changes) {
        addLines(singleLine(change.path.join(u'.')), change.before, change.after, lines);
    }
    for (QString& line : lines) {
        line = singleLine(line); // keys are other people's words
    }
    return lines;
}

} // namespace zalo

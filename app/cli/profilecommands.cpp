// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "cli/profilecommands.h"

#include <QCoreApplication>
#include <QJsonArray>

using namespace Qt::Literals::StringLiterals;

namespace zalo {
namespace {

using Request = TerminalCommand::Request;

struct ProfileCommands
{
    Q_DECLARE_TR_FUNCTIONS(ProfileCommands)
};

//! What a person calls the account, and what Zalo does.
QString namesOf(const QJsonObject& profile)
{
    QStringList names { profile[u"label"].toString(),
                        profile[u"account"][u"displayName"].toString() };
    names.removeAll(QString());
    return names.join(u", "_s);
}

} // namespace

Result<Request> profilesRequest(const QStringList& arguments)
{
    const QString verb = arguments.value(1, u"list"_s);
    const QString profile = arguments.value(2);
    if (verb == u"list" && arguments.size() <= 2) {
        return Request { u"status.get"_s, {}, Request::Show::Profiles };
    }
    if (verb == u"add" && arguments.size() == 3) {
        return Request { u"profiles.add"_s,
                         { { u"label"_s, arguments[2] } },
                         Request::Show::AddedProfile };
    }
    if (verb == u"rename" && arguments.size() == 4) {
        return Request { u"profiles.rename"_s,
                         { { u"profile"_s, profile }, { u"label"_s, arguments[3] } },
                         Request::Show::Done };
    }
    if ((verb == u"remove" || verb == u"erase") && arguments.size() == 3) {
        return Request { u"profiles.remove"_s,
                         { { u"profile"_s, profile }, { u"erase"_s, verb == u"erase" } },
                         Request::Show::Done };
    }
    if (verb == u"discard" && arguments.size() == 4) {
        return Request { u"profiles.discard"_s,
                         { { u"profile"_s, profile }, { u"account"_s, arguments[3] } },
                         Request::Show::Done };
    }
    return failure(ErrorKind::BadRequest,
                   u"zalo-companion profiles [list | add LABEL | rename NAME LABEL | remove NAME | "
                   "erase NAME | discard NAME USER-ID]"_s);
}

QString profilesText(const QJsonObject& snapshot)
{
    QString text;
    const QJsonArray profiles = snapshot[u"profiles"].toArray();
    for (const auto& value : profiles) {
        const QJsonObject profile = value.toObject();
        text += profile[u"profile"].toString() + u"  "_s + profile[u"session"][u"text"].toString();
        if (const QString names = namesOf(profile); !names.isEmpty()) {
            text += u"  "_s + names;
        }
        text += u'\n';
    }
    return text.isEmpty() ? ProfileCommands::tr("No account yet.") + u'\n' : text;
}

QString addedProfileText(const QJsonObject& answer)
{
    return ProfileCommands::tr("Added as the profile “%1”. Log in to it in the window, or name it "
                               "in an account of the Gateway and log in there.")
               .arg(answer[u"profile"].toString())
        + u'\n';
}

} // namespace zalo

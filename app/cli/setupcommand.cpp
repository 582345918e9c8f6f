// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "cli/setupcommand.h"

#include "cli/snapshotrequest.h"
#include "cli/terminaloutput.h"
#include "gatewaysetup/setuptexts.h"

#include <QJsonArray>

using namespace Qt::Literals::StringLiterals;

namespace zalo {
namespace {

GatewaySetupOptions complete(GatewaySetupOptions options, const QString& dataFolder, bool json)
{
    options.companion = snapshotQuery(dataFolder, options.timing);
    options.language = json ? TextLanguage::English : TextLanguage::People;
    return options;
}

//! The steps with their numbers; those that are done already have none.
QString planText(const SetupPlan& plan)
{
    QString text =
        SetupTexts(TextLanguage::People).place().arg(plan.openclaw, plan.config) + u"\n\n"_s;
    int number = 0;
    for (const SetupStep& step : plan.steps) {
        text += step.isNeeded ? u"%1. "_s.arg(++number, 2) : u"  ✓ "_s;
        text += step.title + u'\n';
        if (!step.detail.isEmpty()) {
            text += u"    "_s + step.detail + u'\n';
        }
    }
    return text;
}

} // namespace

SetupCommand::SetupCommand(const Request& request, GatewaySetupOptions options,
                           const QString& dataFolder, QObject* parent)
    : QObject(parent),
      m_request(request),
      m_setup(complete(std::move(options), dataFolder, request.json))
{
    connect(&m_question, &TerminalQuestion::answered, this, &SetupCommand::onAnswer);
    connect(&m_setup, &GatewaySetup::planned, this, &SetupCommand::setPlan);
    connect(&m_setup, &GatewaySetup::stepStarted, this, [this](int index) {
        if (!m_request.json) {
            print(stdout, m_plan.steps[index].title + u" …\n"_s);
        }
    });
    connect(&m_setup, &GatewaySetup::finished, this, &SetupCommand::report);
}

void SetupCommand::start()
{
    m_setup.probe(m_request.goal);
}

void SetupCommand::setPlan(const Result<SetupPlan>& plan)
{
    if (!plan) {
        fail(plan.error());
        return;
    }
    m_plan = *plan;
    if (!m_request.json) {
        print(stdout, planText(m_plan) + u'\n');
    }
    if (!m_plan.changesSomething()) {
        if (!m_request.json) {
            print(stdout, tr("All of it is done already; nothing is changed.") + u'\n');
        }
        run();
    } else if (m_request.isAgreed) {
        run();
    } else if (!m_request.json && TerminalQuestion::isPossible()) {
        m_question.ask();
    } else {
        if (m_request.json) {
            print(planJson());
        } else {
            print(stdout, tr("Nothing was done yet. To do it: add --yes") + u'\n');
        }
        emit finished(ExitStatus::ActionRequired);
    }
}

void SetupCommand::onAnswer(bool yes)
{
    if (yes) {
        run();
        return;
    }
    print(stdout, tr("Nothing was done.") + u'\n');
    emit finished(ExitStatus::ActionRequired);
}

void SetupCommand::run()
{
    m_setup.run();
}

void SetupCommand::report(const Result<QString>& outcome)
{
    if (!outcome) {
        fail(outcome.error());
        return;
    }
    if (m_request.json) {
        QJsonObject answer = planJson();
        answer.insert(u"done"_s, true);
        answer.insert(u"text"_s, *outcome);
        print(answer);
    } else {
        print(stdout, *outcome + u'\n');
    }
    emit finished(ExitStatus::Success);
}

void SetupCommand::fail(const Error& error)
{
    if (m_request.json) {
        print({ { u"error"_s,
                  QJsonObject { { u"kind"_s, errorKindName(error.kind) },
                                { u"text"_s, errorText(error, TextLanguage::English) } } } });
    } else {
        print(stderr, errorText(error) + u'\n');
    }
    emit finished(ExitStatus::Failed);
}

QJsonObject SetupCommand::planJson() const
{
    QJsonArray steps;
    for (const SetupStep& step : m_plan.steps) {
        steps.append(QJsonObject { { u"step"_s, setupStepName(step.kind) },
                                   { u"title"_s, step.title },
                                   { u"detail"_s, step.detail },
                                   { u"needed"_s, step.isNeeded } });
    }
    return { { u"openclaw"_s, m_plan.openclaw },
             { u"config"_s, m_plan.config },
             { u"steps"_s, steps },
             { u"done"_s, false } };
}

} // namespace zalo

// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "zca/zcaprobe.h"

#include "core/logging.h"
#include "core/redact.h"
#include "zca/zcaarguments.h"
#include "zca/zcajson.h"
#include "zca/zcaprobecache.h"
#include "zca/zcarunner.h"

#include <QDateTime>
#include <QFileInfo>
#include <QRegularExpression>

#include <array>

using namespace Qt::Literals::StringLiterals;

namespace zalo {
namespace {

QString text(const ZcaOutput& output)
{
    return QString::fromUtf8(withoutAnsi(output.out));
}

//! The version: the line that holds nothing else (a log line may offer an update to another one),
//! or else the first in the text.
QString versionIn(const QString& answer)
{
    static const QRegularExpression whole(u"^\\s*v?(\\d+\\.\\d+[\\w.+-]*)\\s*$"_s,
                                          QRegularExpression::MultilineOption);
    static const QRegularExpression anywhere(u"(\\d+\\.\\d+[\\w.+-]*)"_s);
    const auto match = whole.match(answer);
    return match.hasMatch() ? match.captured(1) : anywhere.match(answer).captured(1);
}

//! The error of a program that did not answer one of our questions.
Error noAnswer(const Error& error, const QString& question)
{
    switch (error.kind) {
    case ErrorKind::ZcaMissing:
    case ErrorKind::ZcaNotExecutable:
    case ErrorKind::ZcaBroken:
    case ErrorKind::ZcaUsage:
    case ErrorKind::MachineFull:
        return error;
    case ErrorKind::TimedOut:
        return { ErrorKind::ZcaBroken, u"no answer to %1 in %2"_s.arg(question, error.detail) };
    default:
        return { ErrorKind::ZcaBroken, u"%1: %2"_s.arg(question, error.detail) };
    }
}

//! The questions to one program, and what it said so far.
class Questions : public QObject
{
public:
    Questions(const QString& path, const QString& workFolder, const Policy& policy,
              ZcaProbeCache cache, ZcaProbe::Callback done, QObject* parent)
        : QObject(parent),
          m_deadline(policy.probeDeadline),
          m_cache(std::move(cache)),
          m_done(std::move(done)),
          m_runner([this]() -> Result<ZcaProgram> { return m_program; }, workFolder, policy)
    {
        m_program.path = path;
    }

    void ask()
    {
        m_runner.run({ zcaargs::version(), m_deadline, CommandClass::Query, {} }, this,
                     [this](const Result<ZcaOutput>& result) { onVersion(result); });
    }

private:
    void onVersion(const Result<ZcaOutput>& result)
    {
        const QString question = u"--version"_s;
        if (!result) {
            finish(tl::unexpected(noAnswer(result.error(), question)));
            return;
        }
        m_program.version = versionIn(text(*result));
        if (m_program.version.isEmpty()) {
            finish(failure(ErrorKind::ZcaUsage, u"%1 answered without a version"_s.arg(question)));
            return;
        }
        for (const ZcaHelpPage page :
             { ZcaHelpPage::Root, ZcaHelpPage::AuthLogin, ZcaHelpPage::Listen, ZcaHelpPage::Msg,
               ZcaHelpPage::MsgSend }) {
            ++m_pagesOwed;
            m_runner.run({ zcaargs::help(page), m_deadline, CommandClass::Query, {} }, this,
                         [this, page](const Result<ZcaOutput>& help) { onHelp(page, help); });
        }
    }

    void onHelp(ZcaHelpPage page, const Result<ZcaOutput>& result)
    {
        --m_pagesOwed;
        if (!result) {
            if (page == ZcaHelpPage::Root || result.error().kind == ErrorKind::TimedOut) {
                m_failure = noAnswer(result.error(), zcaargs::help(page).join(u' '));
            }
            // A dialect may know no help of that page: then nothing of it is known, and it is asked
            // again next time.
            m_complete = false;
        } else if (page == ZcaHelpPage::Root) {
            readRoot(text(*result));
        } else {
            m_program.capabilities |= zcaCapabilitiesIn(page, text(*result));
        }
        if (m_pagesOwed > 0) {
            return;
        }
        if (m_failure) {
            finish(tl::unexpected(*m_failure));
            return;
        }
        if (m_complete) {
            m_cache.save(m_program);
        }
        finish(m_program);
    }

    void readRoot(const QString& help)
    {
        for (const char* word : { "auth", "msg", "listen" }) {
            const QRegularExpression command( // clazy:exclude=use-static-qregularexpression
                u"\\b%1\\b"_s.arg(QString::fromLatin1(word)));
            if (!command.match(help).hasMatch()) {
                m_failure = Error { ErrorKind::ZcaUsage, u"its help is not zca's"_s };
            }
        }
        m_program.capabilities |= zcaCapabilitiesIn(ZcaHelpPage::Root, help);
        m_program.dialect = help.contains(QLatin1String("Usage: openzca")) ? ZcaDialect::OpenZca
                                                                           : ZcaDialect::ZcaCli;
    }

    void finish(Result<ZcaProgram> result)
    {
        if (result) {
            qCInfo(lcZca).noquote()
                << "found" << result->path << zcaDialectName(result->dialect) << result->version;
        }
        m_done(std::move(result));
        deleteLater();
    }

    std::chrono::milliseconds m_deadline;
    ZcaProbeCache m_cache;
    ZcaProbe::Callback m_done;
    ZcaProgram m_program;
    int m_pagesOwed = 0;
    bool m_complete = true;
    std::optional<Error> m_failure;
    ZcaRunner m_runner;
};

} // namespace

ZcaProbe::ZcaProbe(QString cacheFolder, QString workFolder, const Policy& policy, QObject* parent)
    : QObject(parent),
      m_cacheFolder(std::move(cacheFolder)),
      m_workFolder(std::move(workFolder)),
      m_policy(policy)
{ }

void ZcaProbe::probe(const QString& path, QObject* context, Callback done)
{
    auto answer = [guard = QPointer<QObject>(context), done = std::move(done),
                   modified = QFileInfo(path).lastModified()](Result<ZcaProgram> result) {
        if (result) {
            result->modifiedMs = modified.toMSecsSinceEpoch();
        }
        if (guard) {
            done(std::move(result));
        }
    };
    const ZcaProbeCache store(m_cacheFolder);
    if (const std::optional<ZcaProgram> known = store.load(path)) {
        QMetaObject::invokeMethod(
            this, [answer, program = *known] { answer(program); }, Qt::QueuedConnection);
        return;
    }
    auto* questions = new Questions(path, m_workFolder, m_policy, store, answer, this);
    questions->ask();
}

} // namespace zalo

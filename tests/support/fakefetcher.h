// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "fetch/filefetcher.h"

#include <QFile>

namespace zalo::test {

//! A web whose answers the test gives.
class FakeFetcher : public FileFetcher
{
public:
    struct Call
    {
        FetchRequest request;
        Callback<Fetched> done;
    };

    void fetch(const FetchRequest& request, QObject* context, Callback<Fetched> done) override
    {
        calls.append({ request, boundTo<Fetched>(context, std::move(done)) });
    }

    //! The file of this call comes.
    void succeed(int call, const QByteArray& bytes = "bytes", const QString& mime = {}) const
    {
        QFile file(calls.at(call).request.file);
        if (!file.open(QFile::WriteOnly) || file.write(bytes) != bytes.size()) {
            qFatal("cannot write %s", qPrintable(file.fileName()));
        }
        file.close();
        calls.at(call).done(Fetched { {}, mime });
    }

    void fail(int call, ErrorKind kind) const { calls.at(call).done(failure(kind)); }

    QList<Call> calls;
};

} // namespace zalo::test

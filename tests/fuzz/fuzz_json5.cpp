// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

// People's openclaw.json: whatever the setup writes into it can be read, says what was meant, and
// comes out again.

#include "fuzztarget.h"
#include "gatewaysetup/channeledit.h"
#include "json5/json5.h"
#include "json5/json5edit.h"

#include <QJsonArray>
#include <QJsonObject>

using namespace zalo;
using namespace Qt::StringLiterals;

namespace {

QJsonValue valueOf(const QByteArray& text)
{
    const Result<Json5Value> read = parseJson5(text);
    return read ? read->toJson() : QJsonValue(QJsonValue::Undefined);
}

//! OpenClaw itself takes its name out of plugins.allow.
QJsonValue withoutAllowed(const QJsonValue& config)
{
    QJsonObject all = config.toObject();
    QJsonObject plugins = all[u"plugins"].toObject();
    plugins.remove(u"allow"_s);
    all[u"plugins"] = plugins;
    return all;
}

//! One member more, and away again.
void editOnce(const QByteArray& text, const QJsonValue& before)
{
    const QStringList path { u"channels"_s, u"zalouser"_s, u"enabled"_s };
    const Result<QByteArray> written = withJson5(text, path, true);
    if (!written) {
        return;
    }
    fuzz::ensure(json5At(*written, path).value_or(QJsonValue()) == QJsonValue(true));
    const bool wasThere = !json5At(text, path).value_or(QJsonValue::Undefined).isUndefined();
    const Result<QByteArray> without = withoutJson5(*written, path);
    fuzz::ensure(without.has_value());
    if (!wasThere && !json5At(text, path.first(2)).value_or(QJsonValue::Undefined).isUndefined()) {
        fuzz::ensure(valueOf(*without) == before);
    }
}

//! As the setup and its undoing do.
void setUpAndUndo(const QByteArray& text)
{
    if (!checkEditable(text)) {
        return;
    }
    const Result<QByteArray> written = withChannel(text, text);
    if (!written) {
        return;
    }
    fuzz::ensure(hasChannel(*written));
    fuzz::ensure(isOnlyOurs(*written, text));
    const Result<QByteArray> undone = withoutChannel(*written, text);
    fuzz::ensure(undone.has_value());
    fuzz::ensure(withoutAllowed(valueOf(*undone)) == withoutAllowed(valueOf(text)));
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size)
{
    fuzz::Input input(data, size);
    const QByteArray text = input.rest();
    const QJsonValue before = valueOf(text);
    if (before.isUndefined() && !isEmptyJson5(text)) {
        fuzz::ensure(!withJson5(text, { u"a"_s }, 1));
        return 0;
    }
    editOnce(text, before);
    setUpAndUndo(text);
    return 0;
}

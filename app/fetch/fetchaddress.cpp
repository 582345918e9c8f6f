// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "fetch/fetchaddress.h"

#include "fetch/curl.h"

using namespace Qt::StringLiterals;

namespace zalo {
namespace {

constexpr qsizetype MaxAddress = 8 * 1024; // bytes

QString partOf(const Curl& curl, CURLU* handle, CURLUPart part, unsigned flags = 0)
{
    char* text = nullptr;
    if (curl.urlGet(handle, part, &text, flags) != CURLUE_OK) {
        return {};
    }
    const QString value = QString::fromUtf8(text);
    curl.free(text);
    return value;
}

} // namespace

void FetchAddress::Cleanup::operator()(CURLU* handle) const
{
    curl->urlCleanup(handle);
}

Result<FetchAddress> FetchAddress::parse(const QString& text, const FetchPolicy& policy,
                                         const Curl& curl)
{
    const QByteArray bytes = text.toUtf8();
    Handle handle(curl.url(), { &curl });
    if (!handle || bytes.size() > MaxAddress || bytes.contains('\0')
        || curl.urlSet(handle.get(), CURLUPART_URL, bytes.constData(),
                       CURLU_DISALLOW_USER | CURLU_URLENCODE)
            != CURLUE_OK) {
        return failure(ErrorKind::AddressRefused, u"not a plain web address"_s);
    }
    if (partOf(curl, handle.get(), CURLUPART_SCHEME) != u"https") {
        return failure(ErrorKind::AddressRefused, u"not https"_s);
    }
    if (partOf(curl, handle.get(), CURLUPART_PORT, CURLU_DEFAULT_PORT)
        != QString::number(policy.port)) {
        return failure(ErrorKind::AddressRefused, u"an unusual port"_s);
    }
    if (!policy.hosts.allows(partOf(curl, handle.get(), CURLUPART_HOST))) {
        return failure(ErrorKind::AddressRefused, u"not one of Zalo's hosts"_s);
    }
    return FetchAddress(std::move(handle));
}

} // namespace zalo

// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/error.h"
#include "fetch/fetchpolicy.h"

#include <QString>

#include <memory>

struct Curl_URL; // curl's CURLU

namespace zalo {

struct Curl;

//! A web address that may be asked: https, a host of the list, its one port, no user in it. It
//! stays as it was read when it was checked, so that no second reader understands it otherwise.
class FetchAddress
{
public:
    //! AddressRefused says why; the address itself is in no error, for it may be a key. `curl`
    //! outlives the address.
    [[nodiscard]] static Result<FetchAddress> parse(const QString& text, const FetchPolicy& policy,
                                                    const Curl& curl);

    //! For CURLOPT_CURLU.
    [[nodiscard]] Curl_URL* handle() const { return m_handle.get(); }

private:
    struct Cleanup
    {
        const Curl* curl;
        void operator()(Curl_URL* handle) const;
    };
    using Handle = std::unique_ptr<Curl_URL, Cleanup>;

    explicit FetchAddress(Handle handle)
        : m_handle(std::move(handle))
    { }

    Handle m_handle;
};

} // namespace zalo

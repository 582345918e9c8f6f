// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/error.h"
#include "core/timing.h"
#include "fetch/fetchaddress.h"
#include "fetch/filefetcher.h"
#include "fetch/privatefile.h"

#include <chrono>
#include <memory>
#include <optional>

struct curl_slist;
struct curl_sockaddr;

namespace zalo {

//! One request with its redirects: what is asked, what may come, what came. It is driven by a multi
//! handle, on one thread.
class Transfer
{
public:
    using Clock = std::chrono::steady_clock;

    //! `curl`, `policy` and `timing` outlive the transfer.
    Transfer(quint64 id, FetchRequest request, const Curl& curl, const FetchPolicy& policy,
             const Timing& timing);
    ~Transfer();
    Q_DISABLE_COPY_MOVE(Transfer)

    [[nodiscard]] quint64 id() const { return m_id; }
    [[nodiscard]] void* easy() const { return m_easy; } //!< a CURL*

    //! Checks the address and makes the handle ready; on an error nothing is asked.
    [[nodiscard]] Result<void> prepare();
    //! What follows on the end of a request with this CURLcode: nothing when another one is
    //! prepared, of where the first was redirected to.
    [[nodiscard]] std::optional<Result<Fetched>> finished(int code);
    //! When it counts as stalled, unless something comes before.
    [[nodiscard]] Clock::time_point stallsAt() const;

private:
    [[nodiscard]] Result<void> prepare(const QString& address);
    [[nodiscard]] Error errorOf(int code) const;
    [[nodiscard]] Result<Fetched> whole();
    [[nodiscard]] long status() const;
    [[nodiscard]] bool takeHeader(const QByteArray& line);
    [[nodiscard]] bool takeBody(const char* bytes, size_t size);

    static size_t onHeader(char* bytes, size_t size, size_t count, void* self);
    static size_t onBody(char* bytes, size_t size, size_t count, void* self);
    static int onSocket(void* self, int purpose, curl_sockaddr* address);

    struct Free
    {
        const Curl* curl;
        void operator()(curl_slist* list) const;
    };

    quint64 m_id;
    FetchRequest m_request;
    const Curl& m_curl;
    const FetchPolicy& m_policy;
    const Timing& m_timing;
    void* m_easy;
    std::unique_ptr<curl_slist, Free> m_resolved;
    std::optional<FetchAddress> m_address; //!< of the request that runs
    std::optional<Error> m_error; //!< why we broke it off
    bool m_isBlocked = false; //!< an address to which it would have connected was refused
    PrivateFile m_file;
    QByteArray m_bytes;
    qint64 m_received = 0;
    qint64 m_headers = 0; //!< bytes of all headers
    int m_redirects = 0;
    Clock::time_point m_began;
    Clock::time_point m_lastByte;
};

} // namespace zalo

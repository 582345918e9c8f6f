// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/error.h"

#include <curl/curl.h>

namespace zalo {

//! The functions of libcurl that are used. The library is loaded for the first file that is
//! fetched, never at the program's start: it brings thirty others, and with them cost 10 ms and 7
//! MiB.
struct Curl
{
    decltype(&curl_global_init) globalInit = nullptr;
    decltype(&curl_free) free = nullptr;

    decltype(&curl_easy_init) easyInit = nullptr;
    decltype(&curl_easy_reset) easyReset = nullptr;
    decltype(&curl_easy_setopt) easySetopt = nullptr;
    decltype(&curl_easy_getinfo) easyGetinfo = nullptr;
    decltype(&curl_easy_strerror) easyStrerror = nullptr;
    decltype(&curl_easy_cleanup) easyCleanup = nullptr;

    decltype(&curl_multi_init) multiInit = nullptr;
    decltype(&curl_multi_add_handle) multiAddHandle = nullptr;
    decltype(&curl_multi_remove_handle) multiRemoveHandle = nullptr;
    decltype(&curl_multi_perform) multiPerform = nullptr;
    decltype(&curl_multi_poll) multiPoll = nullptr;
    decltype(&curl_multi_wakeup) multiWakeup = nullptr;
    decltype(&curl_multi_info_read) multiInfoRead = nullptr;
    decltype(&curl_multi_cleanup) multiCleanup = nullptr;

    decltype(&curl_slist_append) slistAppend = nullptr;
    decltype(&curl_slist_free_all) slistFreeAll = nullptr;

    decltype(&curl_url) url = nullptr;
    decltype(&curl_url_get) urlGet = nullptr;
    decltype(&curl_url_set) urlSet = nullptr;
    decltype(&curl_url_cleanup) urlCleanup = nullptr;

    //! Loads it, ready to be used; it stays loaded until the process ends. DownloadFailed where it
    //! is missing, or too old.
    [[nodiscard]] static Result<Curl> load();
};

} // namespace zalo

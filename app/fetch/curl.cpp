// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#include "fetch/curl.h"

#include <QLibrary>

using namespace Qt::StringLiterals;

namespace zalo {
namespace {

//! What `curl/curl.h` of this build describes.
constexpr char Library[] = "libcurl.so.4";

template <typename Function> bool resolve(QLibrary& library, const char* name, Function& function)
{
    function = reinterpret_cast<Function>(library.resolve(name));
    return function != nullptr;
}

} // namespace

Result<Curl> Curl::load()
{
    QLibrary library(QString::fromLatin1(Library));
    Curl curl;
    const bool isWhole = resolve(library, "curl_global_init", curl.globalInit)
        && resolve(library, "curl_free", curl.free)
        && resolve(library, "curl_easy_init", curl.easyInit)
        && resolve(library, "curl_easy_reset", curl.easyReset)
        && resolve(library, "curl_easy_setopt", curl.easySetopt)
        && resolve(library, "curl_easy_getinfo", curl.easyGetinfo)
        && resolve(library, "curl_easy_strerror", curl.easyStrerror)
        && resolve(library, "curl_easy_cleanup", curl.easyCleanup)
        && resolve(library, "curl_multi_init", curl.multiInit)
        && resolve(library, "curl_multi_add_handle", curl.multiAddHandle)
        && resolve(library, "curl_multi_remove_handle", curl.multiRemoveHandle)
        && resolve(library, "curl_multi_perform", curl.multiPerform)
        && resolve(library, "curl_multi_poll", curl.multiPoll)
        && resolve(library, "curl_multi_wakeup", curl.multiWakeup)
        && resolve(library, "curl_multi_info_read", curl.multiInfoRead)
        && resolve(library, "curl_multi_cleanup", curl.multiCleanup)
        && resolve(library, "curl_slist_append", curl.slistAppend)
        && resolve(library, "curl_slist_free_all", curl.slistFreeAll)
        && resolve(library, "curl_url", curl.url) && resolve(library, "curl_url_get", curl.urlGet)
        && resolve(library, "curl_url_set", curl.urlSet)
        && resolve(library, "curl_url_cleanup", curl.urlCleanup);
    // Once for the process; curl asks for it before any other thread uses it.
    if (!isWhole || curl.globalInit(CURL_GLOBAL_DEFAULT) != CURLE_OK) {
        return failure(ErrorKind::DownloadFailed, QString::fromLatin1(Library));
    }
    return curl;
}

} // namespace zalo

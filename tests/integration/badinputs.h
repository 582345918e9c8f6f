// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QList>

//! What is tried on each entrance, by tst_badinputtable. `{data}` and `{run}` are folders of the
//! program that is tried.
namespace zalo::test {

struct BadInput
{
    const char* what; //!< as the table of SECURITY.md names it
    QByteArray input;
};

//! Lines of somebody who has not said who it is.
inline QList<BadInput> strangersLines()
{
    const auto call = [](const QByteArray& method, const QByteArray& params) {
        return QByteArray(R"({"jsonrpc":"2.0","id":1,"method":")" + method + R"(","params":)"
                          + params + "}");
    };
    const auto hello = [&](const QByteArray& members) {
        return call("hello", "{" + members + "}");
    };
    const QByteArray key(43, 'A');
    const QByteArray peer = R"("role":"gateway","label":"x","plugin":"1","features":[],)"
                            R"("gatewayId":"gateway-of-a-test")";
    return {
        { "an empty object", "{}" },
        { "words", "hello there" },
        { "half an object", R"({"jsonrpc":"2.0")" },
        { "a byte that is no UTF-8", QByteArray("{\"a\":\"\xff\"}") },
        { "NUL bytes", QByteArray(8, '\0') },
        { "an HTTP request", "GET / HTTP/1.1" },
        { "a batch", R"([{"jsonrpc":"2.0","id":1,"method":"hello"}])" },
        { "100,000 open brackets", QByteArray(50'000, '[') },
        { "JSON-RPC 1.0", R"({"jsonrpc":"1.0","id":1,"method":"hello"})" },
        { "an id that is an object", R"({"jsonrpc":"2.0","id":{},"method":"hello"})" },
        { "an id that is null", R"({"jsonrpc":"2.0","id":null,"method":"hello"})" },
        { "a method that is a number", R"({"jsonrpc":"2.0","id":1,"method":7})" },
        { "parameters in a list", R"({"jsonrpc":"2.0","id":1,"method":"hello","params":[1]})" },
        { "a line of 64 KiB and one byte", QByteArray((64 << 10) + 1, 'x') },
        { "a send before hello", call("message.send", "{}") },
        { "a status before hello", call("status.get", "{}") },
        { "a proof before hello", call("prove", "{}") },
        { "a method that is not there", call("x", "{}") },
        { "a hello without parameters", hello({}) },
        { "a hello of another protocol",
          hello(R"("protocol":{"major":99,"minor":0},"nonce":"x",)" + peer) },
        { "a hello whose protocol is a text", hello(R"("protocol":"1.0","nonce":"x",)" + peer) },
        { "a nonce that is too short",
          hello(R"("protocol":{"major":1,"minor":0},"nonce":"AAAA",)" + peer) },
        { "a role that is not there",
          hello(R"("protocol":{"major":1,"minor":0},"nonce":")" + key
                + R"(","role":"owner","label":"x","gatewayId":"gateway-of-a-test")") },
        { "a Gateway's id with a slash",
          hello(R"("protocol":{"major":1,"minor":0},"nonce":")" + key
                + R"(","role":"gateway","label":"x","gatewayId":"../../../../etc/passwd")") },
        { "a Gateway's name of 121 letters",
          hello(R"("protocol":{"major":1,"minor":0},"nonce":")" + key
                + R"(","role":"gateway","gatewayId":"gateway-of-a-test","label":")"
                + QByteArray(121, 'x') + R"(")") },
    };
}

//! `method parameters` of a Gateway that was let in.
inline QList<BadInput> gatewaysRequests()
{
    const auto send = [](const QByteArray& members) {
        return QByteArray(
            R"(message.send {"threadId":"385465029173967793","isGroup":false,"key":"k",)" + members
            + "}");
    };
    const auto file = [&](const QByteArray& path) {
        return send(R"("kind":"file","path":")" + path + R"(")");
    };
    return {
        { "a method that is not there", "x.y {}" },
        { "a method of the control socket", "data.reset {}" },
        { "a profile that leads elsewhere", R"(status.get {"profile":"../../x"})" },
        { "a profile that is an option", R"(login.start {"profile":"--help"})" },
        { "a profile that is a number", R"(login.start {"profile":7})" },
        { "profiles that are no list", R"(inbound.subscribe {"profiles":"default"})" },
        { "no profile at all", R"(inbound.subscribe {"profiles":[]})" },
        { "a send without a thread", R"(message.send {"isGroup":false,"key":"k","text":"x"})" },
        { "a thread that is a number",
          R"(message.send {"threadId":7,"isGroup":false,"key":"k","text":"x"})" },
        { "a thread that is an option",
          R"(message.send {"threadId":"--group","isGroup":false,"key":"k","text":"x"})" },
        { "a thread of 31 digits",
          R"(message.send {"threadId":"1234567890123456789012345678901","isGroup":false,"key":"k","text":"x"})" },
        { "a thread in Arabic digits",
          R"(message.send {"threadId":"١٢٣","isGroup":false,"key":"k","text":"x"})" },
        { "a group that is a text",
          R"(message.send {"threadId":"7","isGroup":"yes","key":"k","text":"x"})" },
        { "a send without a key", R"(message.send {"threadId":"7","isGroup":false,"text":"x"})" },
        { "an endless key",
          R"(message.send {"threadId":"7","isGroup":false,"text":"x","key":")"
              + QByteArray(2'000, 'k') + R"("})" },
        { "a deadline of no time", send(R"("text":"x","deadlineMs":0)") },
        { "a deadline of a year", send(R"("text":"x","deadlineMs":31536000000)") },
        { "an empty text", send(R"("text":"")") },
        { "a text of spaces", send(R"("text":" \n ")") },
        { "a text that is an object", send(R"("text":{})") },
        { "an endless text", send(R"("text":")" + QByteArray(500'000, 'x') + R"(")") },
        { "styles that are no list", send(R"("text":"x","styles":{})") },
        { "a style beyond the text's end",
          send(R"("text":"x","styles":[{"start":0,"len":99,"style":"bold"}])") },
        { "a style before its beginning",
          send(R"("text":"x","styles":[{"start":-1,"len":1,"style":"bold"}])") },
        { "a medium of no kind", send(R"("path":"/tmp/x")") },
        { "a medium of another kind", send(R"("kind":"program","path":"/tmp/x")") },
        { "a medium by an address", send(R"("kind":"image","url":"https://f1.zdn.vn/a.png")") },
        { "a link that is a file", send(R"("kind":"link","url":"file:///etc/passwd")") },
        { "a link that is a script", send(R"("kind":"link","url":"javascript:void")") },
        { "a link that is none", send(R"("kind":"link","url":"http://[")") },
        { "a file by half a path", file("secrets.json") },
        { "a file that is not there", file("/nowhere/x") },
        { "our keys", file("{data}/secrets.json") },
        { "our messages", file("{data}/relay.sqlite") },
        { "our keys by another way", file("{data}/../zalo-companion/secrets.json") },
        { "a link to our keys", file("{run}/link.png") },
        { "a pipe", file("{run}/pipe") },
        { "our socket", file("{run}/bridge.sock") },
        { "our environment", file("/proc/self/environ") },
        { "the kernel's view of us", file("/sys/kernel/notes") },
        { "the standard input", file("/dev/stdin") },
        { "a device without end", file("/dev/zero") },
        { "a folder", file("/etc") },
        { "somebody else's file", file("{run}/theirs") },
        { "the outcome of no key", "message.outcome {}" },
        { "a history that goes back for ever",
          R"(message.history {"threadId":"7","isGroup":false,"limit":1000000})" },
        { "a history of no thread", "message.history {}" },
        { "typing to nobody", "typing.send {}" },
        { "a sticker that is a path",
          R"(message.sticker {"threadId":"7","isGroup":false,"key":"k","stickerId":"../x"})" },
        { "a reaction to nothing",
          R"(message.react {"threadId":"7","isGroup":false,"key":"k","emoji":"x"})" },
        { "an endless reaction",
          R"(message.react {"threadId":"7","isGroup":false,"key":"k","messageId":"1","emoji":")"
              + QByteArray(500, 'x') + R"("})" },
        { "an edit of nothing",
          R"(message.edit {"threadId":"7","isGroup":false,"key":"k","text":"x"})" },
        { "an edit to nothing",
          R"(message.edit {"threadId":"7","isGroup":false,"key":"k","messageId":"1","text":" "})" },
        { "a message taken back by a name",
          R"(message.unsend {"threadId":"7","isGroup":false,"key":"k","messageId":"x"})" },
        { "an outcome that is not there", R"(inbound.outcome {"msgId":"1","outcome":"eaten"})" },
        { "an outcome of nothing", R"(inbound.outcome {"outcome":"dropped"})" },
        { "an endless reason",
          R"(inbound.outcome {"msgId":"1","outcome":"failed","reason":")" + QByteArray(20'000, 'x')
              + R"("})" },
        { "0 friends at a time", R"(friends.list {"limit":0})" },
        { "half a friend at a time", R"(friends.list {"limit":0.5})" },
        { "an endless search", R"(friends.list {"query":")" + QByteArray(201, 'x') + R"("})" },
        { "a page that is a number", R"(groups.list {"cursor":7})" },
        { "members of no group", "groups.members {}" },
    };
}

//! Lines of whoever comes to the control socket.
inline QList<BadInput> callersLines()
{
    const auto call = [](const QByteArray& method, const QByteArray& params) {
        return QByteArray(R"({"jsonrpc":"2.0","id":1,"method":")" + method + R"(","params":)"
                          + params + "}");
    };
    return {
        { "words", "quit" },
        { "a batch", R"([{"jsonrpc":"2.0","id":1,"method":"quit"}])" },
        { "a line of 64 KiB and one byte", QByteArray((64 << 10) + 1, 'x') },
        { "a method that is not there", call("x", "{}") },
        { "a method of the bridge", call("message.send", "{}") },
        { "parameters in a list", call("quit", "[true]") },
        { "no Gateway to approve", call("gateways.approve", "{}") },
        { "a Gateway that is a list", call("gateways.revoke", R"({"id":["x"]})") },
        { "a profile that leads elsewhere",
          call("profiles.remove", R"({"profile":"../..","erase":true})") },
        { "a profile that is a list", call("reconnect", R"({"profile":["default"]})") },
        { "a profile that is not there", call("reconnect", R"({"profile":"nobody"})") },
        { "no profile to forget", call("profiles.remove", R"({"erase":true})") },
        { "a profile to be erased in words",
          call("profiles.remove", R"({"profile":"default","erase":"yes"})") },
        { "an account that is a number",
          call("profiles.discard", R"({"profile":"default","account":365})") },
        { "an account of which nothing waits",
          call("profiles.discard", R"({"profile":"default","account":"365"})") },
        { "an endless account",
          call("profiles.discard",
               R"({"profile":"default","account":")" + QByteArray(1'000, '1') + R"("})") },
        { "an end that is a number", call("quit", R"({"byUser":1})") },
        { "a reset that is a text", call("data.reset", R"({"keepDamaged":"yes"})") },
        { "a page that is an object", call("raise", R"({"show":true,"page":{}})") },
        { "a language that is not there", call("status.get", R"({"language":"klingon"})") },
    };
}

//! What `zca listen` prints.
inline QList<BadInput> zcasLines()
{
    return {
        { "nothing", "" },
        { "words", "Update available" },
        { "half an object", R"({"threadId":"1")" },
        { "a list", R"([{"threadId":"1"}])" },
        { "an empty object", "{}" },
        { "100,000 open brackets", QByteArray(100'000, '[') },
        { "bytes that are no UTF-8", "\xff\xfe\xfd" },
        { "a message of no thread", R"({"msgId":"1","content":"x","type":0})" },
        { "a message without an id", R"({"threadId":"1","content":"x","type":0})" },
        { "a thread that turns words around",
          R"({"threadId":"1\u202e2","msgId":"1","content":"x","type":0})" },
        { "a thread of two lines", R"({"threadId":"1\n2","msgId":"1","content":"x","type":0})" },
        { "an endless thread",
          R"({"threadId":")" + QByteArray(1'000, '1')
              + R"(","msgId":"1","content":"x","type":0})" },
        { "a thread that is an object", R"({"threadId":{},"msgId":"1","content":"x","type":0})" },
    };
}

//! Words after `zalo-companion`, one a line.
inline QList<BadInput> terminalWords()
{
    return {
        { "a command that is not there", "frobnicate" },
        { "an option that is not there", "--wrong" },
        { "an option without its value", "--snapshot" },
        { "half a command", "gateways\napprove" },
        { "a verb that is not there", "gateways\neat\nx" },
        { "a Gateway that is not there", "gateways\nrevoke\nnobody" },
        { "a Gateway that leads elsewhere", "gateways\napprove\n../../x" },
        { "a profile that leads elsewhere", "reconnect\n../x" },
        { "a profile that is an escape", "reconnect\n\x1b[2J" },
        { "a profile that is not there", "reconnect\nnobody" },
        { "a profile to be removed that is not there", "profiles\nremove\nnobody" },
        { "too many words", "status\nnow" },
        { "a reset that nobody agreed to", "reset" },
    };
}

//! Addresses of files, as messages name them.
inline QList<BadInput> addresses()
{
    return {
        { "nothing", "" },
        { "a file", "file:///etc/passwd" },
        { "no encryption", "http://f1.zdn.vn/a" },
        { "another host", "https://evil.com/a" },
        { "a host that ends like Zalo's", "https://evilzdn.vn/a" },
        { "a host that begins like Zalo's", "https://f1.zdn.vn.evil.com/a" },
        { "another port", "https://f1.zdn.vn:8443/a" },
        { "a user's name", "https://f1.zdn.vn@evil.com/a" },
        { "this machine", "https://127.0.0.1/a" },
        { "this machine as a number", "https://2130706433/a" },
        { "this machine by its name", "https://localhost/a" },
        { "this machine in IPv6", "https://[::1]/a" },
        { "two lines", "https://f1.zdn.vn/a\r\nHost: evil.com" },
        { "a host with a NUL", "https://f1.zdn.vn%00.evil.com/a" },
    };
}

//! Where a name of the list may lead.
inline QList<BadInput> resolvedAddresses()
{
    return {
        { "this machine", "127.0.0.2" },
        { "no address", "0.0.0.0" },
        { "a network at home", "192.168.1.1" },
        { "a network at work", "10.0.0.1" },
        { "what a cloud tells its machines", "169.254.169.254" },
        { "a provider's network", "100.64.0.1" },
        { "many at once", "224.0.0.1" },
        { "this machine in IPv6", "::1" },
        { "this machine within IPv6", "::ffff:127.0.0.1" },
        { "a network at home through NAT64", "64:ff9b::c0a8:101" },
        { "a local network in IPv6", "fe80::1" },
    };
}

//! Names of people, groups and Gateways.
inline QList<BadInput> names()
{
    return {
        { "a program that ends like a picture", "X\u202egnp.exe" },
        { "an isolated one", "\u2067X\u2069" },
        { "one that clears a terminal", "X\x1b[2J" },
        { "one that renames a terminal", "X\x1b]0;yours\x07" },
        { "C1 controls", "X\u009b31m" },
        { "two lines", "X\nGateway: connected" },
        { "unseen signs", "X\u200b\ufeff\u2060" },
        { "unseen tags", "X\U000e0041\U000e0042" },
        { "a tower of accents", "X" + QByteArray("\u0335").repeated(100) },
        { "two megabytes", QByteArray(2 << 20, 'X') },
        { "nothing that is seen", "\u202e\u3164\u200d" },
    };
}

} // namespace zalo::test

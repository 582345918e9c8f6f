// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

// Types for the checker (`./dev lint`); nothing of this exists when the plugin runs.

import type { DatabaseSync } from "node:sqlite";
import type { ChannelAccountSnapshot, ChannelDirectoryEntry, ChannelPlugin, OpenClawConfig, OpenClawPluginApi, PluginRuntime } from "openclaw/plugin-sdk/core";
import type { ConnectionManager } from "./bridge/connection-manager.js";

export type { ChannelAccountSnapshot, ChannelPlugin, OpenClawConfig, OpenClawPluginApi, PluginRuntime };
export type DirectoryEntry = ChannelDirectoryEntry;

/** What the Gateway hands to `startAccount`. */
export type AccountContext = Parameters<NonNullable<NonNullable<ChannelPlugin<Account>["gateway"]>["startAccount"]>>[0];

/** A store of the plugin (`openDatabase`). */
export type Database = DatabaseSync;

/** The part of the Gateway's logger that the plugin uses. */
export interface Log {
    info?(text: string): void;
    warn?(text: string): void;
    error?(text: string): void;
}

/** What several evaluations of the plugin in one process share. */
export interface Shared {
    runtime?: PluginRuntime;
    config?: () => OpenClawConfig;
    connectionManager?: Pick<ConnectionManager, "current" | "accounts" | "accountFor" | "can" | "companion">;
    nameResolvers?: Map<string, Pick<NameResolver, "idOf"> & Partial<Pick<NameResolver, "problems">>>;
    /** By account: whether somebody is logged in, as long as the account runs. */
    linked?: Map<string, boolean>;
    approvals?: Map<string, Approvals>;
    /** Whether a running Gateway tells what stands out in the accounts' settings. */
    toldByGateway?: Promise<boolean>;
    isProcessListOpen?: boolean;
    groupHistories?: Map<string, HistoryEntry[]>;
    /** What the companion said lately of ids (known-ids.js). */
    knownIds?: Map<string, {at: number, answer: any}>;
    run?: string;
}

/** An account with its settings (`resolveAccount`). */
export interface Account {
    accountId: string;
    name?: string;
    enabled: boolean;
    /** The profile of zca that holds this account's login. */
    profile: string;
    config: AccountConfig;
}

/** The settings of an account; the manifest has their schema. */
export interface AccountConfig {
    name?: string;
    enabled?: boolean;
    /** False: nothing of its section is to be written but by hand. */
    configWrites?: boolean;
    profile?: string;
    dmPolicy?: "open" | "pairing" | "allowlist" | "disabled";
    allowFrom?: (string | number)[];
    groupPolicy?: "open" | "allowlist" | "disabled";
    groupAllowFrom?: (string | number)[];
    groups?: Record<string, GroupConfig | undefined>;
    dangerouslyAllowNameMatching?: boolean;
    mediaMaxMb?: number;
    replyToMode?: ReplyToMode;
    wordlessTurns?: boolean;
    messagePrefix?: string;
    historyLimit?: number;
    markdown?: { tables?: "off" | "bullets" | "code" | "block" };
}

/** Which messages of an answer quote the one that asked; what the agent marks itself always does. */
export type ReplyToMode = "off" | "first" | "all" | "batched";

export interface GroupConfig {
    enabled?: boolean;
    requireMention?: boolean;
    tools?: { allow?: string[]; alsoAllow?: string[]; deny?: string[] };
}

/** A conversation on Zalo. */
export interface Target {
    threadId: string;
    isGroup: boolean;
}

/** The parameters of `inbound.deliver` (PROTOCOL.md). */
export interface InboundMessage extends Target {
    profile: string;
    /** The Zalo id of the account whose message it is; older companions do not say it. */
    account?: string;
    /** When this Gateway accepted it before: a person has it handed over once more. */
    acceptedBefore?: number;
    /** The beginning of its replies' keys, once it is stored. */
    replyKey?: string;
    msgId: string;
    /** Zalo's name of its kind: webchat, chat.sticker, … */
    msgType?: string;
    senderId: string;
    senderName?: string;
    threadName?: string;
    text: string;
    timestamp?: number;
    mentions?: { uid: string; pos: number; len: number }[];
    quote?: { msgId?: string; senderId?: string; senderName?: string; text: string };
    media?: { kind: string; path?: string; url?: string; mime?: string; missing?: boolean; reason?: string }[];
}

/** A message of a group that waits to be context of a turn. */
export interface HistoryEntry {
    sender: string;
    body: string;
    timestamp?: number;
    messageId: string;
}

/** What became of an inbound message. */
export interface Outcome {
    outcome: "dispatched" | "dropped" | "failed";
    /** Why, where it was not dispatched (reasons.js). */
    code?: string;
    reason?: string;
    detail?: string;
}

/** A text that says everything by itself, and what it looks like besides (PROTOCOL.md, `message.send`). */
export interface StyledText {
    text: string;
    styles?: { start: number; length: number; style: string }[];
}

/** The parameters of `message.send` (PROTOCOL.md) but for the profile. */
export interface OutboundMessage extends Target {
    account?: string;
    key: string;
    deadlineMs: number;
    replyTo?: string;
    text?: string;
    caption?: string;
    styles?: StyledText["styles"];
    path?: string;
    url?: string;
    kind?: string;
}

/** Calls one method of the companion; rejects with a BridgeError. */
export type Call = (method: string, params?: object, options?: { timeoutMs?: number }) => Promise<any>;

/** A connection to the companion as its users see it. */
export interface Connection {
    call: Call;
    protocol?: string;
    /** Its version, and what the plugin uses and it does not answer. */
    companion?: { version?: string; missing: string[] };
    /** Returns the function that removes the listener. */
    onNotification(listener: NotificationListener): () => void;
}

export type NotificationListener = (method: string, params: any) => void;

/** What one account attaches to the connection manager. */
export interface AttachedAccount {
    profile: string;
    accept(message: InboundMessage): Promise<object> | object;
    onConnected(snapshot: any): void;
    onDisconnected(error: Error): void;
}

/** Ends of one turn, from outside (`runTurn`). */
export interface TurnLifecycle {
    /** Aborts what the Gateway has not adopted yet. */
    signal: AbortSignal;
    /** Aborts what waits for the companion. */
    stopping: AbortSignal;
    /** Carries the adoption to the Gateway. */
    replyOptions: object;
    /** The turn's reply is being sent; the agent is done. */
    onReplying?(): void;
    /** Resolves when no other turn of the thread is sending its reply. */
    threadFree?(): Promise<void> | undefined;
    /** The Gateway has adopted the message, or keeps it in its own queue. */
    isTaken(): boolean;
    /** The message waits in the Gateway's own queue, or did. */
    isQueued?(): boolean;
    /** An earlier process had handed the message over, and the Gateway has begun no turn for it in this one. */
    isRepeated?(): boolean;
}

/** Reads the Gateway's sessions (`openclaw/plugin-sdk/session-store-runtime`). */
export interface SessionStore {
    getSessionEntry(query: { agentId: string; sessionKey: string }): any;
    deliveryContextFromSession(entry: any): { accountId?: string } | undefined;
}

/** What a turn needs of the account it runs for. */
export interface TurnContext {
    core: any;
    cfg: OpenClawConfig;
    account: Account;
    sessions: SessionStore;
    connection: Pick<ConnectionManager, "call" | "notify" | "whenConnected">;
    nameResolver?: Pick<NameResolver, "ready">;
    approvals?: Pick<Approvals, "begin" | "keyFor">;
    /** The Zalo id of who is logged in, for mentions. */
    selfId?: string;
    /** Whose session the message belongs to; known once it has a route. */
    agentId?: string;
    log?: Log;
    onReply?(): void;
}

export interface NameResolver {
    start(selfId: string | undefined, profile: string): void;
    ready(signal?: AbortSignal): Promise<void>;
    idOf(kind: "user" | "group", name: string): string | undefined;
    /** What is wrong with the names that match nobody, a sentence each. */
    problems(): string[];
    stop(): void;
}

export interface Approvals {
    begin(sender: string): void;
    keyFor(sender: string): string | undefined;
    end(sender: string): void;
    stop(): void;
}

/** What the Gateway hands to `sendText` and `sendMedia`, as far as the plugin reads it. */
export interface SendContext {
    cfg: OpenClawConfig;
    to: string;
    text: string;
    accountId?: string | null;
    /** The message that it answers. */
    replyToId?: string | null;
    deliveryQueueId?: string;
    deliveryPartIndex?: number;
    signal?: AbortSignal;
    assertDirectAdapterHandoff?(): void;
    onPlatformSendDispatch?(): Promise<void> | void;
}

/** A medium as the Gateway names it, with what its loader needs to allow it. */
export interface MediaSource {
    mediaUrl: string;
    mediaAccess?: object;
    mediaLocalRoots?: unknown;
    mediaReadFile?: Function;
}

/** A private file for the companion (`withMedia`). */
export interface OutgoingFile {
    path: string;
    kind: string;
}

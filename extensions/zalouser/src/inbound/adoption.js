// SPDX-FileCopyrightText: 2026 The Zalo Companion authors
// SPDX-License-Identifier: MIT

/**
 * What the Gateway does with one message that was handed over. It *adopts* it: the message begins a turn, or is steered into the running one.
 * Or it *defers* it: the message waits in the Gateway's own queue (`messages.queue`) and is adopted later, long after `handle` returned; such
 * a turn is over when the Gateway settles it.
 *
 * @param {{sdk: typeof import("openclaw/plugin-sdk/channel-outbound"), lifecycle: any, onAdopted: (isLate: boolean) => void, onLost: () => void, onSettled: () => void}} options
 *   `lifecycle` is the SDK's; `onAdopted` is called before the Gateway's record, `onLost` where that fails; `onSettled` for late turns only
 */
export function followAdoption({ sdk, lifecycle, onAdopted, onLost, onSettled }) {
    const state = { adopted: false, deferred: false };
    const { turnAdoptionLifecycle, ...others } = sdk.bindIngressLifecycleToReplyOptions({
        ...lifecycle,
        onDeferred: () => {
            state.deferred = true;
            return lifecycle.onDeferred();
        },
        onAdopted: async () => {
            if (!state.adopted) onAdopted(state.deferred);
            state.adopted = true;
            try {
                await lifecycle.onAdopted();
            } catch (error) {
                state.adopted = false; // another run of the queue has it
                onLost();
                throw error;
            }
        },
    });
    return {
        state,
        replyOptions: { ...others, turnAdoptionLifecycle: { ...turnAdoptionLifecycle, onSettled: () => state.adopted && state.deferred && onSettled() } },
    };
}

// SPDX-License-Identifier: MIT
import type { Loader } from './loader.ts';

/** What was asked of a frame before its scripts were there. */
export interface Asked {
  /** Whether the reader pressed Play. */
  play: boolean;
  /** Messages of the host, in their order. */
  messages: MessageEvent[];
  /** Stops listening, because somebody else listens now. */
  stop(): void;
}

declare global {
  /** What frame/boot.ts leaves for the scripts that it loads. Only the built frame has it. */
  var fallLine: { add: Loader['add']; load: Loader['load']; asked: Asked } | undefined;
}

/** What was asked of the frame so far. Later messages are not collected any more. */
export function takeAsked(): Omit<Asked, 'stop'> {
  const asked = globalThis.fallLine?.asked;
  asked?.stop();
  return asked ?? { play: false, messages: [] };
}

/** Gives the messages that came before to whoever listens now. */
export function repeatMessages({ messages }: Pick<Asked, 'messages'>): void {
  for (const { data, source, ports } of messages)
    dispatchEvent(new MessageEvent('message', { data, source, ports: [...ports] }));
}

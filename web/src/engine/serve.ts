// SPDX-License-Identifier: MIT
import type { Problem } from '../../../wasm/types.ts';
import { EngineHost } from './host.ts';
import type { Refusal, Reply, Request } from './messages.ts';
import { buffersOf } from './transfer.ts';

/** Answers every request with a reply of the same id, also on an error. */
export function serve(
  reply: (message: Reply, transfer: Transferable[]) => void,
): (request: Request) => Promise<void> {
  const { calls } = new EngineHost();
  return async ({ id, call, args }) => {
    try {
      const answer = calls[call] as (...args: unknown[]) => unknown;
      const value = await answer(...args);
      reply({ id, value }, buffersOf(value));
    } catch (error) {
      reply({ id, refusal: refusalOf(error) }, []);
    }
  };
}

function refusalOf(error: unknown): Refusal {
  const message = error instanceof Error ? error.message : String(error);
  const problems = (error as { problems?: Problem[] } | null)?.problems;
  return problems
    ? { message, problems }
    : { message, fatal: error instanceof WebAssembly.RuntimeError };
}

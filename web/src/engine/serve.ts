// SPDX-License-Identifier: MIT
import type { Problem } from '../../../wasm/types.ts';
import { EngineHost } from './host.ts';
import type { Refusal, Reply, Request, Update } from './messages.ts';

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

/** The buffers in a reply. Curves, paths, probabilities, and predictions are transferred, not copied. */
function buffersOf(value: unknown): Transferable[] {
  if (ArrayBuffer.isView(value)) return [value.buffer as ArrayBuffer];
  if (Array.isArray(value)) return value.flatMap((item) => buffersOf(item));
  if (value === null || typeof value !== 'object') return [];
  if ('probabilities' in value) return buffersOf(value.probabilities);
  if (!('records' in value)) return [];
  const { records, waypoints } = value as Update;
  return [...Object.values(records), ...Object.values(waypoints)].flatMap(buffersOf);
}

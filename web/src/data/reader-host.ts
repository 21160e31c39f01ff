// SPDX-License-Identifier: MIT
import { phrase } from '../language/phrase.ts';
import { factsOf } from './facts.ts';
import { guessRecipe } from './guess.ts';
import { prepare } from './prepare.ts';
import { fingerprint, type Prepared } from './prepared.ts';
import { readSource } from './read-source.ts';
import type { ReaderCalls, ReaderReply, ReaderRequest, Source } from './reader-messages.ts';
import type { Table } from './table.ts';
import { TableError } from './table-error.ts';

type Handlers = {
  [K in keyof ReaderCalls]: (
    progress: (share: number) => void,
    ...args: Parameters<ReaderCalls[K]>
  ) => ReturnType<ReaderCalls[K]> | Promise<ReturnType<ReaderCalls[K]>>;
};

/** Reads and keeps a table. The same code is used in a worker and in tests. */
export function readerHost(
  reply: (message: ReaderReply, transfer: Transferable[]) => void,
): (request: ReaderRequest) => Promise<void> {
  let source: Source | undefined;
  let table: Table | undefined;
  const held = (): Table => {
    if (!table) throw new TableError(phrase('No table was read.'));
    return table;
  };
  const calls: Handlers = {
    read: async (progress, given, options) => {
      source = given ?? source;
      if (!source) throw new TableError(phrase('No table was read.'));
      table = await readSource(source, options, progress);
      const facts = factsOf(table);
      return { facts, recipe: guessRecipe(facts) };
    },
    outline: (_, recipe) => prepare(held(), recipe).outline,
    take: (_, recipe) => {
      const { rows: listed, columns, read, whole } = held();
      const { prepared } = prepare(held(), recipe);
      const rows = whole && recipe.whole ? whole.labels.numbers.length : listed;
      const origin = { rows, columns: columns.length, recipe, read };
      return { prepared, fingerprint: fingerprint(prepared), origin };
    },
  };
  return async ({ id, call, args }) => {
    try {
      const answer = calls[call] as (...args: unknown[]) => unknown;
      const value = await answer((share: number) => reply({ id, share }, []), ...args);
      reply({ id, value }, buffersOf(value));
    } catch (error) {
      if (error instanceof TableError) reply({ id, refused: error.phrase }, []);
      else reply({ id, failed: error instanceof Error ? error.message : String(error) }, []);
    }
  };
}

/** The buffers of prepared samples, which are moved instead of copied. */
function buffersOf(value: unknown): ArrayBuffer[] {
  const { prepared } = (value ?? {}) as {
    prepared?: Pick<Prepared, 'inputs' | 'targets'>;
  };
  return prepared
    ? [prepared.inputs.buffer, prepared.targets.buffer].map((b) => b as ArrayBuffer)
    : [];
}

// SPDX-License-Identifier: MIT
/*! With idb. Copyright (c) 2016, Jake Archibald. ISC License: https://github.com/jakearchibald/idb/blob/main/LICENSE */
import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import { phrase } from '../language/phrase.ts';
import type { Prepared } from './prepared.ts';
import { TableError } from './table-error.ts';

/** What a list of kept data sets says of each. */
export interface KeptSet {
  /** The id of the data set in the catalog, which has the fingerprint of its samples. */
  id: string;
  name: string;
  rows: number;
  /** The size of its numbers. */
  bytes: number;
  /** When it was kept, as `Date.now` counts. */
  since: number;
}

/** A data set as the page uses it. */
export interface KeptSamples {
  prepared: Prepared;
  /** What a link says of it. */
  table: string;
}

/** The list is apart from the samples, because reading all of them would take long. */
interface Schema extends DBSchema {
  sets: { key: string; value: KeptSet };
  samples: { key: string; value: KeptSamples };
}

const stores = ['sets', 'samples'] as const;

/** Keeps samples in this browser, in place of what was kept under the same id. Throws a TableError if it can't. */
export async function keepSamples(id: string, samples: KeptSamples, now: number): Promise<void> {
  const { name, inputs, targets } = samples.prepared;
  const bytes = inputs.byteLength + targets.byteLength;
  const set = { id, name, rows: targets.length, bytes, since: now };
  try {
    await inStorage(async (storage) => {
      const change = storage.transaction(stores, 'readwrite');
      await Promise.all([
        change.objectStore('samples').put(samples, id),
        change.objectStore('sets').put(set, id),
        change.done,
      ]);
    });
  } catch (error) {
    throw refusalOf(error, name);
  }
}

/** The kept data sets, the newest first. None where the browser keeps nothing. */
export async function keptSets(): Promise<KeptSet[]> {
  const sets = await inStorage((storage) => storage.getAll('sets')).catch(() => []);
  return sets.sort((a, b) => b.since - a.since);
}

/** The samples kept under an id, or undefined if there are none. */
export const keptSamples = (id: string): Promise<KeptSamples | undefined> =>
  inStorage((storage) => storage.get('samples', id)).catch(() => undefined);

export const removeSamples = (id: string): Promise<void> =>
  inStorage(async (storage) => {
    const change = storage.transaction(stores, 'readwrite');
    await Promise.all([
      ...stores.map((store) => change.objectStore(store).delete(id)),
      change.done,
    ]);
  });

/** Rejects where there is no storage, as in a sandboxed frame. */
async function inStorage<T>(use: (storage: IDBPDatabase<Schema>) => Promise<T>): Promise<T> {
  const storage = await openDB<Schema>('fall-line', 1, {
    upgrade: (fresh) => stores.forEach((store) => void fresh.createObjectStore(store)),
  });
  try {
    return await use(storage);
  } finally {
    storage.close();
  }
}

function refusalOf(error: unknown, name: string): TableError {
  // Only points that were drawn have no name of their own.
  const file = name || phrase('Drawn points');
  const isFull = error instanceof DOMException && error.name === 'QuotaExceededError';
  return new TableError(
    isFull
      ? phrase(
          '“{file}” can’t be kept: this browser gives the page no more storage. Remove another kept data set first. You can go on using the data until you close the page.',
          { file },
        )
      : phrase(
          '“{file}” can’t be kept: this browser gives the page no storage here, as in some private windows and frames. You can go on using the data until you close the page.',
          { file },
        ),
  );
}

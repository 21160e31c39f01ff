// SPDX-License-Identifier: MIT
import type { Phrase } from '../language/phrase.ts';
import type { Settings } from '../model/settings.ts';
import { endOf, partedAt, withMarks } from './checkpoints.ts';
import type { Race } from './race.ts';
import type { Racer } from './racer.ts';
import { resultHash } from './result-hash.ts';

/** The result of a race, and what a link expected of it. `parted` says where `{name}` did, if that can be told. */
export interface Verdict {
  same: readonly Racer[];
  others: readonly { racer: Racer; parted: Phrase | undefined }[];
}

/**
 * The result of a race that has ended as its settings say: a hash with marks for each racer. Undefined if it has not, or was
 * changed on the way, or goes on beyond its length, or if an engine is gone.
 */
export async function resultOf(race: Race, settings: Settings): Promise<string[] | undefined> {
  if (!hasResult(race, settings)) return undefined;
  const { racers } = race;
  const hashes = await Promise.all(racers.map(resultHash));
  const known = hashes.filter((hash) => hash !== undefined);
  if (known.length < hashes.length || race.racers !== racers || !hasResult(race, settings))
    return undefined;
  return racers.map((racer, place) => withMarks(known[place] ?? '', racer, settings.budget));
}

/** Whether a race has ended as its settings say. */
export function hasResult(race: Race, settings: Settings): boolean {
  const raced = settings.racers.filter(({ on }) => on);
  return (
    race.state === 'finished' &&
    race.racers.length > 0 &&
    race.isOf(settings) &&
    race.racers.length === raced.length &&
    race.racers.every((racer, place) => racer.settings === raced[place]) &&
    isUnchanged(race, settings)
  );
}

/** Whether nothing was done during the race that its settings don't say. */
export function isUnchanged(race: Race, { budget, target }: Settings): boolean {
  return (
    race.limit === budget.amount &&
    race.target === target &&
    race.racers.every(({ changes }) => changes.length === 0)
  );
}

/** Compares the result with what the settings expect. Undefined if there is no result. */
export async function verdictOf(race: Race, settings: Settings): Promise<Verdict | undefined> {
  const { racers } = race;
  const found = await resultOf(race, settings);
  if (!found) return undefined;
  const all = racers.map((racer, place) => {
    const expected = settings.expect[place] ?? '';
    const isSame = endOf(found[place] ?? '') === endOf(expected);
    return {
      racer,
      isSame,
      parted: isSame ? undefined : partedAt(racer, expected, settings.budget),
    };
  });
  return {
    same: all.filter(({ isSame }) => isSame).map(({ racer }) => racer),
    others: all.filter(({ isSame }) => !isSame),
  };
}

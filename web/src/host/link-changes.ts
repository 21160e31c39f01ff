// SPDX-License-Identifier: MIT
import type { Catalog } from '../../../wasm/types.ts';
import { decodeLink } from '../model/links/decode.ts';
import { encodeLink, runTexts } from '../model/links/encode.ts';
import { type Pair, readPairs, splitAtEquals, writePairs } from '../model/links/grammar.ts';
import { type Notice, Notices, otherCapitals } from '../model/links/notices.ts';
import type { RacerSettings, Settings } from '../model/settings.ts';
import type { Changes, ChangeValue, Refusal } from './protocol.ts';
import { refusal } from './read-request.ts';

/**
 * Settings with changes by the keys of links, or why there are none. Either all changes are made or none.
 * What a change leaves as it is stays the same object, so that racers go on.
 */
export function withChanges(
  catalog: Catalog,
  settings: Settings,
  changes: Changes,
): { settings: Settings } | { refusal: Refusal } {
  const all = readPairs(encodeLink(catalog, settings), Notices.ofLink());
  const shared = all.filter(([key]) => key !== 'run');
  const runs: (string | null)[] = runTexts(catalog, settings);
  for (const [key, value] of Object.entries(changes)) {
    const [, place = '', , field] = /^run(\d+)(\.(.+))?$/.exec(key) ?? [];
    const wrong =
      place === ''
        ? changeShared(shared, key, value)
        : changeRun(runs, Number(place), field, key, value);
    if (wrong) return { refusal: wrong };
  }
  const taking = runs.filter((run) => run !== null);
  const link = writePairs([
    ...shared,
    ...(taking.length > 0 ? taking : ['']).map((run): Pair => ['run', run]),
  ]);
  const decoded = decodeLink(catalog, link);
  const named = new Set(Object.entries(changes).flatMap(([key, value]) => namesIn(key, value)));
  const wrong = decoded.notices.find((notice) => !notice.choice && named.has(nameOf(notice)));
  if (wrong) {
    const key = keyOf(changes, nameOf(wrong), wrong.given);
    return { refusal: refusalOf(wrong, key, changes[key]) };
  }
  return { settings: keeping(settings, decoded.settings) };
}

/** The settings `after`, with the parts of `before` that are equal. */
export function keeping(before: Settings, after: Settings): Settings {
  const kept = Object.fromEntries(
    Object.entries(after).map(([name, value]) => {
      const was = before[name as keyof Settings];
      return [name, isSame(was, value) ? was : value];
    }),
  ) as unknown as Settings;
  return { ...kept, racers: keepingRacers(before.racers, after.racers) };
}

/** Racers that are equal stay. Another takes the key and the colour of the one that left its place. */
function keepingRacers(
  before: readonly RacerSettings[],
  after: readonly RacerSettings[],
): readonly RacerSettings[] {
  const left = [...before];
  const take = (racer: RacerSettings | undefined) => {
    if (racer) left.splice(left.indexOf(racer), 1);
    return racer;
  };
  const asBefore = after.map((racer) =>
    take(left.find((one) => isSame({ ...racer, key: one.key, slot: one.slot }, one))),
  );
  let key = Math.max(-1, ...before.map((racer) => racer.key));
  const racers = after.map((racer, place) => {
    const same = asBefore[place];
    if (same) return same;
    const there = before[place];
    const was = there && left.includes(there) ? take(there) : undefined;
    return was ? { ...racer, key: was.key, slot: was.slot } : { ...racer, key: ++key, slot: -1 };
  });
  const taken = new Set(racers.map(({ slot }) => slot));
  const numbered = racers.map((racer) => {
    if (racer.slot >= 0) return racer;
    let slot = 0;
    while (taken.has(slot)) slot++;
    taken.add(slot);
    return { ...racer, slot };
  });
  const unchanged =
    numbered.length === before.length && numbered.every((one, i) => one === before[i]);
  return unchanged ? before : numbered;
}

/** Whether two parts of settings have the same values. `JSON` would write infinity as null. */
function isSame(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || !a || !b) return false;
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => isSame(a[key as keyof typeof a], b[key as keyof typeof b]))
  );
}

function changeShared(pairs: Pair[], key: string, value: ChangeValue): Refusal | undefined {
  const racer = key.replace(/^run(?=\d+(\.|$))/i, 'run');
  if (racer !== key) return refusal('bad-value', key, mustBeWritten(racer), value);
  if (/^(v|run)$/i.test(key))
    return refusal('bad-value', key, 'can’t be changed, but run1 and run1.learningRate can', value);
  const place = pairs.findIndex(([one]) => one.toLowerCase() === key.toLowerCase());
  if (place >= 0) pairs.splice(place, 1);
  if (value !== null) pairs.push([key, text(value)]);
  return undefined;
}

/** Changes a racer, or one of its fields. */
function changeRun(
  runs: (string | null)[],
  place: number,
  field: string | undefined,
  key: string,
  value: ChangeValue,
): Refusal | undefined {
  const run = runs[place - 1];
  const isNext = place === runs.length + 1 && field === undefined;
  if (typeof run !== 'string' && !isNext)
    return refusal('bad-value', key, `names no racer. There are ${runs.length}`, value);
  if (field === undefined || typeof run !== 'string') {
    runs[place - 1] = value === null || value === '' ? null : text(value);
    return undefined;
  }
  const given = text(value);
  if (given.includes(',')) return refusal('bad-value', key, 'must be one value', value);
  const fields = run.split(',');
  // Capitals are told of below, as for keys of the link.
  const small = field.toLowerCase();
  const at = fields.findIndex((one, i) => i > 0 && splitAtEquals(one)[0].toLowerCase() === small);
  if (at > 0) fields.splice(at, 1);
  // What belongs to a schedule or a wrapper stands after it.
  if (value !== null) fields.push(`${field}=${given}`);
  runs[place - 1] = fields.join(',');
  return undefined;
}

const text = (value: ChangeValue | undefined): string =>
  value === undefined || value === null ? '' : String(value);

/** The names of fields that a change gives, as notices have them. */
function namesIn(key: string, value: ChangeValue): string[] {
  const [, run, , field] = /^(run\d+)(\.(.+))?$/.exec(key) ?? [];
  if (run === undefined) return [key];
  if (field !== undefined) return [field];
  return [
    'run',
    ...text(value)
      .split(',')
      .map((one) => splitAtEquals(one)[0]),
  ];
}

/** The name of the field that a notice is about: `run=sgd: learningRate`, or `run=sgd` with `beta7=1` for an unknown one. */
function nameOf({ key, given }: Notice): string {
  const [, name] = key.split(': ');
  if (name !== undefined) return name;
  return key.startsWith('run=') ? splitAtEquals(given)[0] : key;
}

const mustBeWritten = (name: string): string => `must be written ${name}`;

/** What a notice says of a change. Nothing is used instead, so the right name is told. */
function refusalOf(notice: Notice, key: string, value: ChangeValue | undefined): Refusal {
  const { given, used, why, says, near } = notice;
  const [, field] = /^run\d+(\.)?/.exec(key) ?? [];
  const keyNamed = (name: string): string =>
    field === undefined ? name : key.replace(/\..*/, `.${name}`);
  if (says === otherCapitals.says) {
    const right = given === '' ? keyNamed(used) : used;
    return refusal('bad-value', key, mustBeWritten(right), value);
  }
  const told = refusal('bad-value', key, why, value);
  if (near === undefined) return told;
  const meant = notice.key.includes(': ') ? near : keyNamed(near);
  return { ...told, message: `${told.message} Did you mean ${meant}?` };
}

/** The key of the change that a notice is about. */
function keyOf(changes: Changes, name: string, given: string): string {
  const about = Object.entries(changes).filter(([key, value]) =>
    namesIn(key, value).includes(name),
  );
  return (about.find(([, value]) => text(value) === given) ?? about[0])?.[0] ?? name;
}

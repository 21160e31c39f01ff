// SPDX-License-Identifier: MIT
import { maxLinkLength } from '../model/links/grammar.ts';
import { ns, type Refusal, type Request, type RequestType, v } from './protocol.ts';

/** The most changes in a message, and the longest name of one. */
const mostChanges = 100;
const longestKey = 64;
/** As long as a list of units in a link may be. */
const longestList = 16;
const mostSteps = 1_000_000;
/** Of a value that is told in an answer. */
const longestTold = 60;

type Id = string | number | null;

/** A request, or what is wrong with it. `undefined`: the message is not for this frame. */
export type Read = { request: Request } | { id: Id; refusal: Refusal } | undefined;

/** A rule for a field: what is wrong with a value, or undefined if nothing is. */
type Rule = (value: unknown, key: string) => Refusal | undefined;

const mustBe =
  (rule: string, holds: (value: unknown) => boolean): Rule =>
  (value, key) =>
    holds(value) ? undefined : refusal('bad-value', key, rule, value);

const isWhole = (value: unknown, least: number): boolean =>
  Number.isInteger(value) && Number(value) >= least && Number(value) <= mostSteps;

const isKey = (key: unknown): boolean =>
  typeof key === 'string' && key.length <= longestKey && /^[A-Za-z][\w.-]*$/.test(key);

const themes = ['auto', 'light', 'dark'];

const fields: Record<RequestType, Record<string, Rule>> = {
  setState: {},
  run: {},
  pause: {},
  step: { n: mustBe('must be a whole number from 1 to 1,000,000', (n) => isWhole(n, 1)) },
  seek: { step: mustBe('must be a whole number from 0 to 1,000,000', (n) => isWhole(n, 0)) },
  reset: {},
  getState: {
    keys: mustBe(
      `must be a list of at most ${mostChanges} keys of a link`,
      (keys) =>
        keys === undefined ||
        (Array.isArray(keys) && keys.length <= mostChanges && keys.every(isKey)),
    ),
  },
  getCurve: {},
  setTheme: {
    theme: mustBe('must be auto, light or dark', (one) => themes.includes(one as string)),
  },
  setVisible: { visible: mustBe('must be true or false', (one) => typeof one === 'boolean') },
};

export const requestTypes = Object.keys(fields) as RequestType[];

const link = mustBe(
  `must be the text of a link of at most ${maxLinkLength.toLocaleString('en')} characters`,
  (value) => typeof value === 'string' && value.length <= maxLinkLength,
);

/**
 * Reads a message that may come from anybody and hold anything. Only its own few fields are read, and none
 * is followed, so size and circles do no harm.
 */
export function readRequest(data: unknown): Read {
  if (!isRecord(data) || data.ns !== ns) return undefined;
  const { id, type } = data;
  if (!isId(id)) {
    const rule = 'must be a number or a text of at most 64 characters';
    return { id: null, refusal: refusal('bad-message', 'id', rule, id) };
  }
  if (data.v !== v) return { id, refusal: refusal('bad-message', 'v', `must be ${v}`, data.v) };
  if (typeof type !== 'string' || !Object.hasOwn(fields, type)) {
    const rule = `must be one of ${requestTypes.join(', ')}`;
    return { id, refusal: refusal('bad-message', 'type', rule, type) };
  }
  if (type === 'setState') return readChange(id, data);
  const known = fields[type as RequestType];
  const given: Record<string, unknown> = {};
  for (const [key, rule] of Object.entries(known)) {
    given[key] = type === 'step' && data[key] === undefined ? 1 : data[key];
    const wrong = rule(given[key], key);
    if (wrong) return { id, refusal: wrong };
  }
  return { request: { id, type, ...given } as Request };
}

function readChange(id: string | number, { state, set }: Record<string, unknown>): Read {
  if (state !== undefined) {
    const wrong = link(state, 'state');
    if (wrong) return { id, refusal: wrong };
    return { request: { id, type: 'setState', state: state as string } };
  }
  const rule = `must be an object of at most ${mostChanges} changes`;
  if (!isRecord(set)) return { id, refusal: refusal('bad-value', 'set', rule, set) };
  const keys = Object.keys(set);
  if (keys.length > mostChanges)
    return { id, refusal: refusal('bad-value', 'set', rule, `${keys.length} changes`) };
  for (const key of keys) {
    if (!isKey(key))
      return { id, refusal: refusal('bad-value', 'set', 'must have keys of a link', key) };
    const wrong = changeValue(set[key], key);
    if (wrong) return { id, refusal: wrong };
  }
  // A copy without a prototype's properties, in the order of the message.
  const changes = Object.fromEntries(keys.map((key) => [key, set[key]]));
  return { request: { id, type: 'setState', set: changes } as Request };
}

const changeValue = mustBe(
  'must be a text, a finite number, true, false, null, or a list of numbers',
  (value) =>
    value === null ||
    typeof value === 'boolean' ||
    Number.isFinite(value) ||
    (typeof value === 'string' && value.length <= maxLinkLength) ||
    (Array.isArray(value) && value.length <= longestList && value.every(Number.isFinite)),
);

const isId = (id: unknown): id is string | number =>
  Number.isFinite(id) || (typeof id === 'string' && id.length <= 64);

/** An object with named fields, and no list, map, or buffer. */
function isRecord(value: unknown): value is Record<string, unknown> {
  return Object.prototype.toString.call(value) === '[object Object]';
}

export function refusal(code: Refusal['code'], key: string, rule: string, value: unknown): Refusal {
  const told = toldValue(value);
  return { code, key, rule, value: told, message: `${key} ${rule}. It was ${told}.` };
}

/** A value as a short text. Objects are not read. */
function toldValue(value: unknown): string {
  if (typeof value === 'string') {
    const short = value.slice(0, longestTold);
    return short === value ? `“${short}”` : `“${short}…” (${value.length} characters)`;
  }
  if (typeof value === 'object' && value !== null)
    return Array.isArray(value) ? 'a list' : 'an object';
  return value === undefined ? 'not given' : String(value);
}

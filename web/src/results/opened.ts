// SPDX-License-Identifier: MIT
import { msg } from '../language/message.ts';
import { format, formatVersion } from './format.ts';

/** Why a file can't be opened, for the reader. */
export class FileError extends Error {}

/** Larger files are no races that the page has written. */
const mostBytes = 256 * 2 ** 20;
const hash = /^[0-9a-f]{16}(-[0-9a-f]{4})*$/;
const mostShown = 40;

/** The link of the race in a file, with the result that the file has of it. Throws a FileError. */
export async function opened(file: Blob): Promise<string> {
  if (file.size > mostBytes)
    throw new FileError(
      msg('The file has {size} MB. A race has at most {most} MB.', {
        size: Math.ceil(file.size / 2 ** 20),
        most: mostBytes / 2 ** 20,
      }),
    );
  return linkIn(await file.text());
}

/** The same of the text of a file. */
export function linkIn(text: string): string {
  const race = parsed(text);
  if (!isObject(race))
    throw new FileError(
      msg('The file must be a JSON object (found {found}).', { found: shown(race) }),
    );
  const { link, racers } = race;
  for (const [key, value] of [
    ['format', format],
    ['version', formatVersion],
  ] as const)
    if (race[key] !== value)
      throw new FileError(
        msg('{key} must be {value} (found {found}).', {
          key,
          value: shown(value),
          found: shown(race[key]),
        }),
      );
  if (typeof link !== 'string' || link === '')
    throw new FileError(
      msg('{key} must be the link of a race (found {found}).', { key: 'link', found: shown(link) }),
    );
  if (!Array.isArray(racers))
    throw new FileError(
      msg('{key} must be a list (found {found}).', { key: 'racers', found: shown(racers) }),
    );
  const results = racers.map(resultOf).filter((result) => result !== undefined);
  if (results.length > 0 && results.length < racers.length)
    throw new FileError(
      msg('{key} must all have a result, or none (found {found}).', {
        key: 'racers',
        found: results.length,
      }),
    );
  const asked = link.replace(/^#/, '').replace(/&expect=[^&]*/, '');
  return results.length > 0 ? `${asked}&expect=${results.join()}` : asked;
}

/** The result of a racer, if the file has it. */
function resultOf(racer: unknown, place: number): string | undefined {
  const key = `racers[${place}]`;
  if (!isObject(racer))
    throw new FileError(
      msg('{key} must be an object (found {found}).', { key, found: shown(racer) }),
    );
  const { result } = racer;
  if (result === undefined || (typeof result === 'string' && hash.test(result))) return result;
  throw new FileError(
    msg('{key} must be 16 hexadecimal digits, with or without marks (found {found}).', {
      key: `${key}.result`,
      found: shown(result),
    }),
  );
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    const { message } = error as Error;
    throw new FileError(msg('The file is not JSON: {message}.', { message }));
  }
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A value as JSON. Long ones are cut. */
function shown(value: unknown): string {
  const text = value === undefined ? msg('nothing') : JSON.stringify(value);
  return text.length > mostShown ? `${text.slice(0, mostShown)}…` : text;
}

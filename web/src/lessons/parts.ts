// SPDX-License-Identifier: MIT
import { racerPart } from './racer-part.ts';

/** The parts of the page that a step can point out, in words. */
const parts: Readonly<Record<string, string>> = {
  chart: 'the loss chart',
  pictures: 'what each racer has learned',
  network: 'the network of a racer',
  surface: 'the paths on the surface',
  slice: 'the slice through the surface',
  instruments: 'the instruments',
  results: 'the table of results',
  transport: 'the buttons that play and step',
};

/** What a racer has beside the rows of its settings. */
const ofRacers: Readonly<Record<string, string>> = { schedule: 'learning-rate schedule' };

/** A part in words, to follow “Look at”. `settingName` gives the name of a racer's setting. */
export function partInWords(
  part: string,
  racerName: (racer: number) => string,
  settingName: (racer: number, setting: string) => string,
): string {
  const one = racerPart(part);
  if (!one) return parts[part] ?? '';
  const name = racerName(one.racer);
  return one.setting === undefined
    ? name
    : `the ${ofRacers[one.setting] ?? settingName(one.racer, one.setting)} of ${name}`;
}

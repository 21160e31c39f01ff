// SPDX-License-Identifier: MIT
import { marked, msg } from '../language/message.ts';
import { racerPart } from './racer-part.ts';

/** The parts of the page that a step can point out, in words. */
const parts: Readonly<Record<string, string>> = {
  chart: marked('the loss chart'),
  pictures: marked('what each racer has learned'),
  network: marked('the network of a racer'),
  surface: marked('the paths on the surface'),
  slice: marked('the slice through the surface'),
  instruments: marked('the instruments'),
  results: marked('the table of results'),
  transport: marked('the buttons that play and step'),
};

/** What a racer has beside the rows of its settings. */
const ofRacers: Readonly<Record<string, string>> = { schedule: marked('learning-rate schedule') };

/** A part in words, to follow “Look at”. `settingName` gives the name of a racer's setting. */
export function partInWords(
  part: string,
  racerName: (racer: number) => string,
  settingName: (racer: number, setting: string) => string,
): string {
  const one = racerPart(part);
  if (!one) return msg(parts[part] ?? '');
  const name = racerName(one.racer);
  const { setting } = one;
  if (setting === undefined) return name;
  const own = ofRacers[setting];
  return msg('the {setting} of {name}', {
    setting: own === undefined ? settingName(one.racer, setting) : msg(own),
    name,
  });
}

// SPDX-License-Identifier: MIT
import { racerNames } from '../../../web/src/model/names.ts';
import type { Subject } from '../../../web/src/results/subject.ts';
import { open, reached } from '../race-support.ts';
import { catalog, decode, encode } from '../support.ts';

/** A race at its end, as files are made from it. */
export async function raced(link: string): Promise<Subject> {
  const { settings } = decode(`speed=max&${link}`);
  const race = await open(settings);
  race.play();
  await reached(race, 'finished');
  return {
    catalog,
    race,
    settings,
    names: racerNames(catalog, settings.racers),
    inquiry: undefined as unknown as Subject['inquiry'],
    linkOf: encode,
  };
}

// SPDX-License-Identifier: MIT
import type { OwnData } from '../../../wasm/types.ts';
import { racerNames } from '../../../web/src/model/names.ts';
import { ownSamples } from '../../../web/src/model/own-samples.ts';
import type { Subject } from '../../../web/src/results/subject.ts';
import { open, reached } from '../race-support.ts';
import { catalog, decode, encode } from '../support.ts';

/** A race at its end, as files are made from it: that of a link, maybe on other samples. */
export async function raced(link: string, own?: OwnData): Promise<Subject> {
  const read = decode(`speed=max&${link}`).settings;
  if (own) ownSamples.set('own', own);
  const settings = own ? { ...read, dataset: { id: 'own', values: {} } } : read;
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

/** Samples of a reader, with inputs of very different sizes and one that does not vary. */
export const ownData: OwnData = {
  inputs: Array.from({ length: 60 }, (_, i) => [
    1000 + 50 * Math.sin(i),
    0.01 * Math.cos(3 * i),
    7,
  ]),
  targets: Array.from({ length: 60 }, (_, i) => Math.sin(i) + Math.cos(3 * i)),
  task: 'regression',
};

/** More samples than the page has at once. Their first input tells them apart, and grows with every thousandth. */
const many = 12_000;
export const manySamples = {
  inputs: Array.from({ length: many }, (_, i) => [i, (i % 1000 === 7 ? 50 : 1) * Math.sin(i)]),
  targets: Array.from({ length: many }, (_, i) => Math.sin(i)),
  task: 'regression',
} satisfies OwnData;

/** Images as bytes, more than the page has at once. */
export const byteImages: OwnData = {
  inputs: Uint8Array.from({ length: many * 49 }, (_, i) => (i * i * 31 + (i >> 6)) % 256),
  shape: { height: 7, width: 7 },
  targets: Array.from({ length: many }, (_, i) => i % 3),
  task: 'classification',
};

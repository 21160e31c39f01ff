// SPDX-License-Identifier: MIT
import { version } from '../../../package.json';
import type { Racer } from '../race/racer.ts';
import { type Numbers, parametersOf } from './models/model.ts';
import { modelOf } from './racer-model.ts';
import { circumstances, settingsOf, type Subject } from './subject.ts';

/** The parameters of a racer as lists of numbers, with what one must know to use them. */
export async function modelJson(subject: Subject, racer: Racer): Promise<string> {
  const model = await modelOf(subject, racer);
  const { layers, standardization, ...rest } = model;
  return JSON.stringify({
    format: 'fall-line model',
    version: 1,
    engine: version,
    racer: subject.names.get(racer.key),
    settings: settingsOf(subject, racer.settings),
    about: circumstances(subject),
    link: subject.linkOf({ ...subject.settings, expect: [] }),
    step: racer.curve.last('step'),
    ...rest,
    names: subject.race.data?.names,
    activation: String(subject.settings.network['activation']),
    activations: layers.flatMap(({ activation }) => activation ?? []),
    ...(standardization && {
      standardization: {
        mean: [...standardization.mean],
        deviation: [...standardization.deviation],
      },
    }),
    parameters: Object.fromEntries(
      parametersOf(model).map(({ name, shape, values }) => [
        name,
        shape.length === 1 ? exact(values) : rowsOf(values, shape[1] ?? 1),
      ]),
    ),
  });
}

const rowsOf = (values: Numbers, width: number): number[][] =>
  Array.from({ length: values.length / width }, (_, row) =>
    exact(values.subarray(row * width, (row + 1) * width)),
  );

/** In 32 bits the shortest digits that mean the number, as NumPy prints it, instead of those of its double. */
const exact = (values: Numbers): number[] =>
  Array.from(values, (value) => (values instanceof Float64Array ? value : shortest(value)));

function shortest(value: number): number {
  for (let digits = 6; digits < 9; digits++) {
    const short = Number(value.toPrecision(digits));
    if (Math.fround(short) === value) return short;
  }
  return Number(value.toPrecision(9));
}

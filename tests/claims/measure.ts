// SPDX-License-Identifier: MIT
import { examples } from '../../web/src/examples/examples.ts';
import type { Point, Settings } from '../../web/src/model/settings.ts';
import { catalog, generator } from '../web/support.ts';
import { type Claims, type Racers, type Results, resultOf, starts } from './figures.ts';
import { race } from './race.ts';

export { fromText, toText } from './figures.ts';

const files = import.meta.glob<Claims>('./examples/*.ts', { eager: true, import: 'default' });

/** The claims of each example, by its id. */
export const claimsOf: Readonly<Record<string, Claims>> = Object.fromEntries(
  Object.entries(files).map(([path, file]) => [path.replace(/^.*\/|\.ts$/g, ''), file]),
);

/** The results of the claims of an example, over the first `count` starts. */
export function measure(id: string, count = starts): Results {
  const { each, claims } = claimsOf[id] as Claims;
  const links = examples.find((example) => example.id === id)?.states.map(({ link }) => link) ?? [];
  const figuresOf = (change?: (settings: Settings) => Settings) => {
    const states = links.map((link) => race(link, change)) as [Racers, Racers, Racers];
    return Object.entries(claims).map(([name, claim]) => {
      const figure = claim.measure(...states);
      if (Number.isNaN(figure)) throw new Error(`${id}: "${name}" has no figure.`);
      return figure;
    });
  };
  const shown = figuresOf();
  const all = Array.from({ length: count }, (_, start) =>
    figuresOf((settings) => startOf(settings, each, start + 1)),
  );
  return Object.fromEntries(
    Object.entries(claims).map(([name, claim], index) => {
      const figures = all.map((row) => row[index] ?? Number.NaN);
      return [name, resultOf(claim, shown[index] ?? Number.NaN, figures)];
    }),
  );
}

/** The settings of the race for start number `start`. Numbers begin at 1, like seeds. */
function startOf(settings: Settings, each: Claims['each'], start: number): Settings {
  const { surface, dataset, run } = settings;
  if (each === 'point')
    return { ...settings, surface: surface && { ...surface, start: pointOn(surface.id, start) } };
  const started = { ...settings, run: { ...run, seed: start } };
  if (each === 'start') return started;
  return { ...started, dataset: { ...dataset, values: { ...dataset.values, seed: start } } };
}

/** A random point in the drawn part of the surface. */
function pointOn(id: string, start: number): Point {
  const domain = catalog.surfaces.find((surface) => surface.id === id)?.domain;
  if (!domain) throw new Error(`There is no surface ${id}.`);
  const draw = generator(1);
  const shares = Array.from({ length: start }, () => [draw(), draw()] as const);
  const [x, y] = shares[start - 1] as readonly [number, number];
  const at = ([from, to]: [number, number], share: number) => from + share * (to - from);
  return [at(domain[0], x), at(domain[1], y)];
}

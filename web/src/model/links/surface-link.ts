// SPDX-License-Identifier: MIT
import { marked } from '../../language/message.ts';
import { phrase } from '../../language/phrase.ts';
import { inDomain, readNumber } from '../domain.ts';
import { type Point, surfaceRows } from '../settings.ts';
import { completed, linkDefaults, surfaceDefaults, version } from './defaults.ts';
import { surfaceKeys } from './keys.ts';
import { lists } from './lists.ts';
import { twoNumbersIn } from './numbers.ts';
import { networkDefaults } from './network-link.ts';
import { type ProblemLink, readRows, type Source, writeRows } from './problem-link.ts';
import { sameValue } from './value.ts';

/** A surface and the start on it. */
export const surfaceLink: ProblemLink = {
  first: `v=${version}&surface=${linkDefaults.page.surface}`,
  read: (source) => {
    const { catalog, defaults, fields } = source;
    const id = fields.takeId('surface', catalog.surfaces, defaults.page.surface, lists.surfaces);
    // A link on a surface has no data. If the reader turns to data, today's defaults apply.
    const { run, ...data } = networkDefaults(source, linkDefaults, linkDefaults.dataset);
    const own = surfaceDefaults(defaults, id)?.values ?? {};
    const values = readRows(fields, surfaceKeys(catalog, id), {
      surface: completed(surfaceRows(catalog, id), own),
      descent: completed(catalog.settings.surface, defaults.surface),
      run,
    });
    const { surface, descent } = values;
    const start = startOf(source, id);
    return { ...data, surface: { id, values: surface, start, descent }, run: values.run };
  },
  write: (catalog, { surface, run }) => {
    if (!surface) return [];
    const { id, values, start, descent } = surface;
    const frozen = surfaceDefaults(linkDefaults, id);
    return [
      ['surface', id],
      ...(sameValue(start, frozen?.start) ? [] : [['start', start.join()] as const]),
      ...writeRows(
        surfaceKeys(catalog, id),
        { surface: values, descent, run },
        { surface: frozen?.values ?? {}, descent: linkDefaults.surface, run: linkDefaults.run },
      ),
    ];
  },
  chosen: marked(
    'This link leaves out learning rates. Fall Line chose what suits this surface: {rates}.',
  ),
  frozenRuns: (table, { surface }) => surfaceDefaults(table, surface?.id ?? '')?.runs,
  suggestedRuns: ({ surfaces }, { surface }) => {
    const race = surfaces.find(({ id }) => id === surface?.id)?.race ?? [];
    return race.map(({ optimizer, learningRate }) => `${optimizer},learningRate=${learningRate}`);
  },
  rates: (_, { surfaces }, { surface }) => {
    const id = surface?.id ?? '';
    return Object.hasOwn(surfaces, id) ? [surfaces[id] ?? {}] : [];
  },
};

/** The start: two coordinates, or the surface's own start. */
function startOf({ catalog, defaults, fields, notices }: Source, surface: string): Point {
  const entry = catalog.surfaces.find(({ id }) => id === surface);
  const own = surfaceDefaults(defaults, surface)?.start ?? entry?.start ?? [0, 0];
  const text = fields.take('start');
  if (text === undefined) return own;
  const [row] = catalog.settings.start;
  const [x, y, ...more] = text.split(',').map(readNumber);
  const legal = (value: number | undefined): value is number =>
    value !== undefined && inDomain(value, row?.domain);
  if (more.length === 0 && legal(x) && legal(y)) return [x, y];
  const says = phrase('{field} must be {numbers}.', { numbers: twoNumbersIn(row) });
  notices.add('start', text, own.join(), { says });
  return own;
}

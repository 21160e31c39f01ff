// SPDX-License-Identifier: MIT
// Links work forever: neither the settings that they give nor the defaults that they omit may change.
import { describe, expect, test } from 'vitest';
import { completed, linkDefaults, tables, version } from '../../web/src/model/links/defaults.ts';
import { encodeLink } from '../../web/src/model/links/encode.ts';
import { decodeLink } from '../../web/src/model/links/decode.ts';
import { catalogDefaults, freeze } from '../../web/tools/link-defaults.js';
import { catalog, decode } from './support.ts';
import v1 from './links-v1.json' with { type: 'json' };
import v2 from './links-v2.json' with { type: 'json' };
import v3 from './links-v3.json' with { type: 'json' };

const frozenTable = linkDefaults as unknown as Record<string, unknown>;

describe('the defaults of the newest version', () => {
  test('equal those of the catalog', () => {
    expect(freeze(frozenTable, catalogDefaults(catalog)).moved).toEqual([]);
  });

  test('can be added, but not changed or removed', () => {
    const table = { network: { l1: 0, hidden: [8, 8] }, optimizers: { sgd: { rate: 1 } }, page: 1 };
    const defaults = {
      network: { l1: 0.5, hidden: [8] },
      optimizers: { sgd: { rate: 1, decay: 0 }, new: { x: 2 } },
    };
    expect(freeze(table, defaults)).toEqual({
      frozen: {
        network: { l1: 0, hidden: [8, 8] },
        optimizers: { sgd: { rate: 1, decay: 0 }, new: { x: 2 } },
        page: 1,
      },
      moved: ['network.l1 was 0, is 0.5', 'network.hidden was [8,8], is [8]'],
    });
    expect(freeze({ optimizers: { sgd: { rate: 1 } } }, { optimizers: {} }).moved).toEqual([
      'optimizers.sgd is gone',
    ]);
  });
});

describe('a component that is not frozen yet', () => {
  const [known, ...others] = catalog.optimizers;
  if (!known) throw new Error('The catalog has no optimizer.');
  const fresh = { ...known, id: 'brand-new' };
  const grown = { ...catalog, optimizers: [fresh, known, ...others] };

  test('has the defaults of the catalog', () => {
    const { settings, notices } = decodeLink(grown, 'run=brand-new');
    expect(notices).toEqual([]);
    expect(settings.racers[0]?.optimizer.values).toMatchObject(
      completed(fresh.hyperparameters, {}),
    );
  });

  test('is written with all settings, so the link keeps its meaning if a default changes', () => {
    const link = encodeLink(grown, decodeLink(grown, 'run=brand-new').settings);
    for (const { id } of fresh.hyperparameters) expect(link).toContain(`${id}=`);
  });
});

describe.each([
  ['1', v1],
  ['2', v2],
  ['3', v3],
])('links of version %s', (said, fixture) => {
  test('has a table', () => expect(Object.keys(tables)).toContain(said));

  test.each<(typeof fixture)[number]>(fixture)('$link', ({ link, meaning, notices }) => {
    const decoded = decode(link);
    expect(decoded.settings).toMatchObject(meaning);
    expect(decoded.settings.racers).toHaveLength(meaning.racers.length);
    expect(decoded.notices.map(({ key }) => key)).toEqual(notices);
  });

  test('can be written in the newest version with the same meaning', () => {
    for (const { link } of fixture) {
      const { settings } = decode(link);
      const written = encodeLink(catalog, settings);
      expect(written).toMatch(new RegExp(`^v=${version}(&|$)`));
      expect(decode(written).settings.racers).toEqual(settings.racers);
    }
  });
});

test('a link without a version is read as version 1', () => {
  expect(decode('run=adam').settings).toEqual(decode('v=1&run=adam').settings);
  expect(decode('v=1&run=adam').settings.racers[0]?.optimizer.values.learningRate).toBe(0.01);
  expect(decode('v=2&run=adam').settings.racers[0]?.optimizer.values.learningRate).toBe(0.03);
});

test('splits are stratified from version 3 on', () => {
  const stratified = (link: string) => decode(link).settings.problem.stratify;
  expect(['run=adam', 'v=1', 'v=2'].map(stratified)).toEqual([false, false, false]);
  expect(stratified('v=3')).toBe(true);
  expect(stratified('v=3&stratify=false')).toBe(false);
  expect(stratified('v=2&stratify=true')).toBe(true);
});

test('a page without a link opens the newest first race', () => {
  expect(decode('').settings).toEqual(decode(`v=${version}`).settings);
});

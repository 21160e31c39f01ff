// SPDX-License-Identifier: MIT
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { problemLinks } from '../../web/src/model/links/problem-links.ts';
import { kindOf, problemKinds, sameProblem } from '../../web/src/model/problem-kinds.ts';
import { runSettings } from '../../web/src/model/run-settings.ts';
import { sameMeasure } from '../../web/src/model/same-measure.ts';
import { axes, units } from '../../web/src/model/settings.ts';
import { catalog, decode } from './support.ts';
import { engines } from '../wasm/support.ts';

const root = 'web/src';

/** Whether code asks if there is a surface: `surface ? a : b`, `surface && a`, `!race.surface`, `surface === null`. */
const asks = (code: string): boolean =>
  /\bsurface\)?\s*(\?(?![.?])|&&|\|\||[!=]==)|![\w.]*\bsurface\b/.test(code);

describe.each(problemKinds.map((kind) => [kind.id, kind] as const))('the kind %s', (id, kind) => {
  const { settings } = decode(problemLinks[id].first);

  test('is that of its first link', () => {
    expect(kindOf(settings)).toBe(kind);
  });

  test('offers units and axes that exist', () => {
    expect(units).toEqual(expect.arrayContaining([...kind.units]));
    expect(axes).toEqual(expect.arrayContaining([...kind.axes]));
    expect(kind.axes).toEqual(expect.arrayContaining([...kind.units]));
  });

  test('has a summary, and settings that the engine accepts', () => {
    expect(kind.summary(catalog, settings)).not.toBe('');
    expect(settings.racers.length).toBeGreaterThan(0);
    for (const racer of settings.racers)
      expect(engines[kind.precision].check(runSettings(settings, racer))).toEqual([]);
  });

  test('is the same problem as itself, and no other kind is', () => {
    for (const other of problemKinds) {
      const there = decode(problemLinks[other.id].first).settings;
      expect(sameProblem(settings, there)).toBe(other === kind);
      expect(sameMeasure(catalog, settings, there)).toBe(other === kind);
    }
  });
});

test('a summary counts hidden layers', () => {
  const summary = (link: string) => {
    const { settings } = decode(`v=3&dataset=spiral&${link}`);
    return kindOf(settings).summary(catalog, settings);
  };
  expect(summary('hidden=')).toMatch(/, no hidden layer$/);
  expect(summary('hidden=8')).toMatch(/, hidden layer of 8 units$/);
  expect(summary('hidden=8,4')).toMatch(/, hidden layers of 8 and 4 units$/);
});

test('only what draws surfaces asks whether there is one', () => {
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /^(components|chart|race|pictures)\/.*\.ts$/.test(name),
  );
  expect(files.length).toBeGreaterThan(50);
  const asking = files.filter((file) => asks(readFileSync(`${root}/${file}`, 'utf8')));
  expect(asking.length).toBeGreaterThan(0);
  expect(asking.filter((file) => !file.includes('surface'))).toEqual([]);
});

test.each([
  ['race.surface\n  ? nothing : html``', true],
  ['(surface && close)', true],
  ['if (settings.surface !== null)', true],
  ['if (!race.surface) return;', true],
  ['race.surface?.entry', false],
  ['settings.surface ?? usual', false],
  ['const { surface } = race;', false],
])('the check of %j finds %s', (code, found) => {
  expect(asks(code)).toBe(found);
});

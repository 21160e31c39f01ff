// SPDX-License-Identifier: MIT
import { describe, expect, test } from 'vitest';
import { looksOf, usualOptions } from '../../../web/src/sharing/options.ts';
import { fileName } from '../../../web/src/results/file-name.ts';
import { titleOf } from '../../../web/src/sharing/title.ts';
import type { Settings } from '../../../web/src/model/settings.ts';
import { looksOf as readLooks } from '../../../web/src/page/looks.ts';
import { type Part, partsOf, showableIn, shownIn } from '../../../web/src/page/parts.ts';
import { catalog, decode, generator } from '../support.ts';

const settings = (link: string) => decode(link).settings;
const network = settings('v=3&dataset=spiral&run=sgd&run=adam');
const surface = settings('v=3&surface=rosenbrock&run=sgd');

describe('the looks of a frame', () => {
  test('leave out what the frame does by itself', () => {
    expect(looksOf(network, usualOptions).query).toEqual({});
  });

  test('are written with the names of its query', () => {
    const options = { ...usualOptions, theme: 'dark' as const, lang: 'es', autostart: true };
    expect(looksOf(network, options).query).toEqual({ theme: 'dark', lang: 'es', autostart: '1' });
  });

  const queryOf = (settings: Settings, ...parts: Part[]) =>
    looksOf(settings, { ...usualOptions, parts: new Set(parts) }).query;

  test('name the parts in the shortest way', () => {
    expect(queryOf(network, 'transport', 'chart', 'pictures', 'full')).toEqual({});
    expect(queryOf(network, 'transport', 'chart', 'full')).toEqual({ ui: 'chart' });
    expect(queryOf(network, 'chart', 'pictures')).toEqual({ hide: 'transport,full' });
    expect(queryOf(network, 'chart', 'network')).toEqual({ show: 'chart,network' });
    expect(queryOf(surface, 'surface')).toEqual({ hide: 'transport,chart,full' });
  });

  test('show what was chosen, as the frame reads them', () => {
    const draw = generator(1);
    for (const settings of [network, surface]) {
      for (let i = 0; i < 200; i++) {
        const wanted = partsOf(settings).filter(() => draw() < 0.5);
        if (wanted.length === 0) continue;
        const query = new URLSearchParams(queryOf(settings, ...wanted));
        const looks = readLooks(`?${query}`, 'compact');
        const read = shownIn(looks, showableIn(catalog, settings)).parts;
        expect(partsOf(settings).filter((part) => read.has(part))).toEqual(wanted);
      }
    }
  });

  test('ignore parts that the race does not have', () => {
    expect(partsOf(network)).not.toContain('surface');
    expect(partsOf(surface)).not.toContain('pictures');
    expect(partsOf(network)).not.toContain('lesson');
    expect(partsOf(settings('v=3&lesson=downhill.1'))).toContain('lesson');
  });

  test('have a height that suits what is shown, unless one was chosen', () => {
    const height = (change: object) => looksOf(network, { ...usualOptions, ...change }).height;
    expect(height({})).toBeGreaterThan(height({ parts: new Set(['chart']) }));
    expect(height({ height: 333 })).toBe(333);
  });
});

describe('a title', () => {
  test('names the racers and the problem', () => {
    expect(titleOf(catalog, network)).toBe(
      'Optimizer race: SGD and Adam on Spiral, hidden layers of 8 and 8 units',
    );
  });

  test('counts racers beyond the fourth, and leaves out those that are switched off', () => {
    const many = settings(
      'v=3&run=sgd&run=adam&run=momentum&run=rmsprop&run=nadam&run=adagrad,off',
    );
    expect(titleOf(catalog, many)).toContain('SGD, Adam, Momentum, and 2 more on ');
  });
});

test('a file is named after the race', () => {
  expect(fileName(network, '.html')).toBe('fall-line-sgd-adam-spiral.html');
  expect(fileName(surface, '.html')).toBe('fall-line-sgd-rosenbrock.html');
});

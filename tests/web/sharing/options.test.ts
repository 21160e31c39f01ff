// SPDX-License-Identifier: MIT
import { describe, expect, test } from 'vitest';
import { looksOf, partsOf, usualOptions } from '../../../web/src/sharing/options.ts';
import { fileNameOf, titleOf } from '../../../web/src/sharing/title.ts';
import { catalog, decode } from '../support.ts';

const settings = (link: string) => decode(link).settings;
const network = settings('v=3&dataset=spiral&run=sgd&run=adam');
const surface = settings('v=3&surface=rosenbrock&run=sgd');

describe('the looks of a frame', () => {
  test('leave out what the frame does by itself', () => {
    expect(looksOf(network, usualOptions).query).toEqual({});
  });

  test('are written with the names of its query', () => {
    const options = {
      ...usualOptions,
      ui: 'chart' as const,
      theme: 'dark' as const,
      autostart: true,
    };
    expect(looksOf(network, options).query).toEqual({ ui: 'chart', theme: 'dark', autostart: '1' });
  });

  test('hide only parts that the race has', () => {
    const hidden = new Set(['pictures', 'lesson', 'nothing']);
    expect(looksOf(network, { ...usualOptions, hidden }).query).toEqual({ hide: 'pictures' });
    expect(partsOf(surface, 'compact').map(([, name]) => name)).toEqual(['Surface']);
    expect(partsOf(network, 'chart')).toEqual([]);
  });

  test('have a height that grows with what is shown, unless one was chosen', () => {
    const height = (change: object) => looksOf(network, { ...usualOptions, ...change }).height;
    expect(height({})).toBeGreaterThan(height({ ui: 'chart' }));
    expect(height({})).toBeGreaterThan(height({ hidden: new Set(['pictures']) }));
    expect(looksOf(surface, usualOptions).height).toBeGreaterThan(height({}));
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
  expect(fileNameOf(network)).toBe('fall-line-sgd-adam-spiral.html');
  expect(fileNameOf(surface)).toBe('fall-line-sgd-rosenbrock.html');
});

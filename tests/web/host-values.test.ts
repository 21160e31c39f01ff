// SPDX-License-Identifier: MIT
import { describe, expect, test } from 'vitest';
import { withChanges } from '../../web/src/host/link-changes.ts';
import { valuesOf } from '../../web/src/host/values.ts';
import { optimizerRows } from '../../web/src/model/settings.ts';
import { linkKeys, surfaceKeys } from '../../web/src/model/links/keys.ts';
import { catalog, decode } from './support.ts';

const network =
  'v=3&dataset=moons&noise=0.3&hidden=8,4&steps=200&scale=linear&speed=max&run=adam,learningRate=0.02,schedule=cosine,lookahead,off&run=sgd';
const surface = 'v=3&surface=booth&start=1,2&target=0.5&run=sgd,learningRate=0.1';

const valuesIn = (link: string, ...keys: string[]) =>
  valuesOf(catalog, decode(link).settings, keys);

test('values are those of the race, also where its link leaves them out', () => {
  expect(
    valuesIn(network, 'noise', 'hidden', 'steps', 'speed', 'scale', 'dataset', 'batchSize', 'run2'),
  ).toEqual({
    ...{ noise: 0.3, hidden: [8, 4], steps: 200, speed: 'max', scale: 'linear' },
    ...{ dataset: 'moons', batchSize: expect.anything(), run2: expect.stringMatching(/^sgd/) },
  });
  expect(
    valuesIn(network, 'run1.learningRate', 'run1.beta1', 'run1.off', 'run1.lookahead'),
  ).toEqual({
    ...{ 'run1.learningRate': 0.02, 'run1.beta1': 0.9, 'run1.off': true, 'run1.lookahead': true },
  });
  expect(valuesIn(network, 'run1.schedule', 'run2.schedule', 'run2.lookahead')).toEqual({
    ...{ 'run1.schedule': 'cosine', 'run2.schedule': 'constant', 'run2.lookahead': false },
  });
  expect(valuesIn(surface, 'surface', 'start', 'target')).toEqual({
    ...{ surface: 'booth', start: [1, 2], target: 0.5 },
  });
});

test('what the race does not have is null', () => {
  const keys = ['nosuch', 'run3', 'run0', 'run2.beta1', 'run1.nosuch', '__proto__', 'constructor'];
  const values = valuesIn(network, ...keys, 'surface', 'epochs');
  expect(Object.keys(values)).toHaveLength(9);
  expect(new Set(Object.values(values))).toEqual(new Set([null]));
});

describe.each([network, surface])(
  'a change to a value that is there changes nothing: %s',
  (link) => {
    const { settings } = decode(link);
    const rows = settings.surface
      ? surfaceKeys(catalog, settings.surface.id)
      : linkKeys(catalog, settings.dataset.id);
    const keys = [
      ...rows.map(({ key }) => key),
      ...[
        'precision',
        'pacing',
        'target',
        'axis',
        'scale',
        'show',
        'speed',
        'steps',
        'instruments',
      ],
      ...settings.racers.flatMap(({ optimizer }, place) =>
        [
          'off',
          'schedule',
          'lookahead',
          ...optimizerRows(catalog, optimizer.id).map(({ id }) => id),
        ]
          .map((id) => `run${place + 1}.${id}`)
          .concat(`run${place + 1}`),
      ),
    ];
    test.each(keys)('%s', (key) => {
      const values = valuesOf(catalog, settings, [key]);
      expect(withChanges(catalog, settings, values)).toEqual({ settings });
    });
  },
);

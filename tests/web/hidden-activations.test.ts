// SPDX-License-Identifier: MIT
import { expect, test } from 'vitest';
import { decodeLink } from '../../web/src/model/links/decode.ts';
import { encodeLink } from '../../web/src/model/links/encode.ts';
import {
  hiddenActivations,
  namedActivations,
  withLayersAsNamed,
} from '../../web/src/model/hidden-activations.ts';
import { runSettings } from '../../web/src/model/run-settings.ts';
import { catalog, engines } from './support.ts';

const settingsOf = (link: string) => decodeLink(catalog, `v=3&${link}`).settings;

test('each hidden layer has the activation that is named for it, or that of the network', () => {
  const of = (link: string, layers: number) => hiddenActivations(settingsOf(link), layers);
  expect(of('', 2)).toEqual(['tanh', 'tanh']);
  expect(of('activation=relu&layerActivations=gelu', 3)).toEqual(['gelu', 'relu', 'relu']);
  expect(of('layerActivations=relu,%20elu', 2)).toEqual(['relu', 'elu']);
});

test('the last layers need no name if theirs is the activation of the network', () => {
  const named = (...activations: string[]) =>
    namedActivations(settingsOf('activation=tanh'), activations);
  expect(named('tanh', 'tanh')).toBe('');
  expect(named('relu', 'tanh')).toBe('relu');
  expect(named('tanh', 'relu')).toBe('tanh,relu');
});

test('a layer that goes takes its name along', () => {
  const { network } = settingsOf('hidden=4,3&layerActivations=relu,elu');
  expect(withLayersAsNamed(network)).toBe(network);
  expect(withLayersAsNamed({ ...network, hidden: [4] })['layerActivations']).toBe('relu');
  expect(withLayersAsNamed({ ...network, hidden: [] })['layerActivations']).toBe('');
});

test('links carry what stands between the layers, and the engine trains with it', () => {
  const link = 'hidden=4,3&normalization=batch&dropout=0.25&layerActivations=relu,elu&run=sgd';
  const settings = settingsOf(link);
  expect(settings.network).toMatchObject({
    normalization: 'batch',
    dropout: 0.25,
    layerActivations: 'relu,elu',
  });
  expect(encodeLink(catalog, settings)).toContain('layerActivations=relu,elu');
  const [racer] = settings.racers;
  if (!racer) throw new Error('There is no racer.');
  const run = engines.float64.createRun(runSettings(settings, racer));
  const [first, second, last] = run.layers();
  expect([first?.gains, first?.shifts]).toEqual([4 * 2 + 4, 4 * 2 + 4 + 4]);
  expect(last).toMatchObject({ gains: 0, shifts: 0 });
  expect(run.parameters.slice(first?.gains, first?.shifts)).toEqual(Float64Array.of(1, 1, 1, 1));
  run.step(3);
  expect(run.batchStatistics()).toHaveLength(2 * ((first?.units ?? 0) + (second?.units ?? 0)));
  expect(run.evaluate().trainLoss).toBeGreaterThan(0);
  run.dispose();
  const plain = engines.float64.createRun(
    runSettings(settingsOf('run=sgd'), settingsOf('run=sgd').racers[0] ?? racer),
  );
  expect(plain.batchStatistics()).toHaveLength(0);
});

test.each([
  ['layerActivations=relu,swish', '', /must be some of tanh, relu, /],
  ['hidden=4&layerActivations=relu,elu', 'relu', /more names than there are hidden layers/],
  ['layerActivations=ReLU,~elu', 'relu,elu', /capitals|case|written/],
])('a link with %s is mended, and says so', (link, names, notice) => {
  const { settings, notices } = decodeLink(catalog, `v=3&${link}`);
  expect(settings.network['layerActivations']).toBe(names);
  expect(notices).toHaveLength(1);
  expect(JSON.stringify(notices)).toMatch(notice);
});

test('the engine refuses a batch of one sample to batch normalization', () => {
  const settings = settingsOf('normalization=batch&batchSize=1&run=sgd');
  const [racer] = settings.racers;
  if (!racer) throw new Error('There is no racer.');
  expect(() => engines.float32.createRun(runSettings(settings, racer))).toThrow(
    'problem.batchSize must be at least 2 for batch normalization (got 1)',
  );
});

// SPDX-License-Identifier: MIT
// The text of a script. tests/code/ runs scripts, and compares their losses with the engine's.
import texts from 'fall-line/code';
import { describe, expect, test } from 'vitest';
import { runSettings } from '../../../web/src/model/run-settings.ts';
import { pytorchScript } from '../../../web/src/sharing/code/pytorch.ts';
import { catalog, engines } from '../support.ts';
import { materialOf, scriptOf as written, settingsOf } from './script-support.ts';

const scriptOf = (link: string) => written(pytorchScript, link);

test('the material is that of the run: its samples, its first weights, and all its batches', async () => {
  const link = 'dataset=moons&samples=50&steps=30&batchSize=7&run=adam';
  const material = await materialOf(link);
  const settings = settingsOf(link);
  const run = engines.float64.createRun(
    runSettings(settings, settings.racers[0] ?? expect.fail('No racer.')),
  );
  expect(material.data).toEqual(run.data());
  expect(Array.from(material.start)).toEqual(Array.from(run.parameters));
  const { train } = run.data();
  const places = material.order.flatMap((epoch) => {
    const batches = [];
    for (let i = 0; i < epoch.length; i += 7) batches.push(epoch.slice(i, i + 7));
    return batches;
  });
  expect(places.length).toBeGreaterThanOrEqual(30);
  for (const batch of places.slice(0, 30)) {
    run.step(1);
    expect(batch.map((place) => train[place])).toEqual(Array.from(run.lastBatch()));
  }
});

test('a long race has only so many batches, and the script says so', async () => {
  const { text } = await scriptOf('dataset=moons&steps=100000000&run=sgd');
  expect(text).toContain('It is shorter than the race');
  expect(text).toMatch(/steps=20000,/);
});

test('a race with more samples than a text can hold has no script', async () => {
  await expect(materialOf('dataset=moons&samples=20000&steps=30&run=adam')).rejects.toThrow(
    'There are too many samples.',
  );
});

test('rules of the library are called, and others are written out once', async () => {
  const { text, others } = await scriptOf(
    'steps=20&run=adam,epsilon=0.1&run=adabelief&run=adabelief,learningRate=0.2&run=momentum&run=momentum,schedule=cosine',
  );
  expect(others).toEqual([]);
  expect(text).toContain('torch.optim.Adam(\n');
  expect(text).toContain('betas=(0.9, 0.999)');
  expect(text.match(/^class AdaBelief\(Rule\):$/gm)).toHaveLength(1);
  expect(text.match(/^class Rule\(/gm)).toHaveLength(1);
  expect(text).toContain('torch.optim.SGD(');
  expect(text).toMatch(/^class Momentum\(Rule\):$/m);
  expect(text).toMatch(/rate=lambda t: [\d.]+ \* cosine\(t, total_steps=2000, min_factor=0\),/);
});

test('a rule without code is left out and named', async () => {
  const known = Object.keys(texts.optimizers);
  const missing = catalog.optimizers.filter(({ id }) => !known.includes(id));
  const [first] = missing;
  if (!first) return expect(missing).toEqual([]);
  const { text, others } = await scriptOf(`steps=20&run=adam&run=${first.id}`);
  expect(others).toEqual([first.name]);
  expect(text).toContain(`It leaves out: ${first.name}.`);
});

test('a rule that needs the plain loss is left out where classes are weighed', async () => {
  const { others } = await scriptOf('steps=20&balanceClasses=true&run=k-fac&run=newton');
  expect(others).toEqual(['K-FAC']);
});

test('names and addresses cannot end their strings', async () => {
  const material = await materialOf('steps=20&run=sgd');
  const settings = settingsOf('steps=20&run=sgd');
  const address = 'https://example.org/#x="""\nimport os\\';
  const { text } = pytorchScript({ catalog, texts, settings, material, address });
  expect(text).toContain(String.raw`https://example.org/#x=\"\"\" import os\\`);
});

describe('a script', () => {
  test.each([
    'run=adam',
    'batchSize=full&run=sgd&run=adam,batchSize=5,clipNorm=1',
    'testFraction=0&l2=0.01&run=asgd,schedule=cosine',
    'dataset=sine&run=lion,lookahead,sam',
    'dataset=pinwheel&hidden=&loss=hinge&run=muon',
    'labelSmoothing=0.1&balanceClasses=true&run=adam',
    'balanceClasses=true&run=sophia&run=aw-sgd,clipNorm=1&run=svrg,lookahead',
    'run=genetic-algorithm&run=particle-swarm&run=simulated-annealing&run=cma-es',
    'run=line-search&run=conjugate-gradient',
    'run=bfgs&run=l-bfgs&run=newton',
    'loss=mean-squared-error&run=trust-region&run=gauss-newton',
    'loss=mean-squared-error&run=levenberg-marquardt&run=k-fac',
  ])('has short lines, two empty lines at most, and no placeholder: %s', async (link) => {
    const { text } = await scriptOf(`steps=20&${link}`);
    for (const line of text.split('\n'))
      if (!line.includes('http')) expect(line.length, line).toBeLessThanOrEqual(100);
    expect(text).not.toMatch(/\n{4}|[ \t]\n|undefined|NaN|\{\w+[A-Z]\w*\}/);
    expect(text.endsWith('plt.show()\n')).toBe(true);
  });
});

test('every code of the engine is of an entry of the catalog, and every placeholder of a setting', () => {
  for (const kind of ['optimizers', 'wrappers'] as const)
    for (const [id, { pytorch, keras, rule = '', definition = '' }] of Object.entries(
      texts[kind],
    )) {
      const entry = catalog[kind].find((one) => one.id === id);
      const ids = entry?.hyperparameters.map((row) => row.id) ?? [];
      for (const { call = '' } of [pytorch, keras])
        for (const [, name] of call.matchAll(/\{(\w+)\}/g)) expect(ids, id).toContain(name);
      expect((pytorch.call ?? '') + rule + definition, id).not.toBe('');
      if (pytorch.call) for (const one of ids) expect(pytorch.call, id).toContain(`{${one}}`);
    }
});

// SPDX-License-Identifier: MIT
// Models run in ONNX Runtime, and answer as the engine does.
import { InferenceSession, Tensor } from 'onnxruntime-web';
import { describe, expect, test } from 'vitest';
import type { OwnData } from '../../../wasm/types.ts';
import { modelOf } from '../../../web/src/results/racer-model.ts';
import { isKnown, onnxOf } from '../../../web/src/results/models/onnx.ts';
import { catalog, engines } from '../support.ts';
import { byteImages, manySamples, ownData, raced } from './support.ts';

/** What the runtime makes of the model of the first racer, and what the engine says, for all samples. */
async function bothAnswers(link: string, own?: OwnData) {
  const subject = await raced(link, own);
  const [racer] = subject.race.racers;
  const { data } = subject.race;
  if (!racer || !data) throw new Error('There is no racer.');
  const model = await modelOf(subject, racer);
  const session = await InferenceSession.create(onnxOf(model, 'a test'));
  const isDouble = model.layers[0]?.weight.values instanceof Float64Array;
  const flat = data.inputs.flat();
  const input = isDouble
    ? new Tensor('float64', Float64Array.from(flat), [data.inputs.length, model.inputs])
    : new Tensor('float32', Float32Array.from(flat), [data.inputs.length, model.inputs]);
  const { predictions } = await session.run({ inputs: input });
  const expected = await racer.ask('predict', Float64Array.from(flat));
  return { model, predictions, expected: expected ?? new Float64Array() };
}

async function expectSame(link: string, digits = 1e-5, own?: OwnData) {
  const { model, predictions, expected } = await bothAnswers(link, own);
  const got = Array.from(predictions?.data as Float32Array | Float64Array);
  expect(got).toHaveLength(expected.length);
  expect(got.length).toBeGreaterThan(50);
  const scale = Math.max(1, ...expected.map(Math.abs));
  const worst = got.reduce((most, value, index) => {
    const off = Math.abs(value - (expected[index] ?? Number.NaN)) / scale;
    return Number.isNaN(off) ? Infinity : Math.max(most, off);
  }, 0);
  expect(worst).toBeLessThan(digits);
  expect(new Set(got).size, 'the answers differ').toBeGreaterThan(10);
  return model;
}

/** Before a network is certain of all samples. */
const short = 'steps=8&run=adam,learningRate=0.02';
const race = 'steps=60&run=adam,learningRate=0.02';

describe('ONNX Runtime answers as the engine', () => {
  test.each(catalog.activations.map(({ id }) => id))('with %s', async (activation) => {
    expect(isKnown(activation), 'operators.json has it').toBe(true);
    await expectSame(`dataset=moons&activation=${activation}&${race}`);
  });

  test.each(catalog.losses.map(({ id, tasks }) => [id, tasks] as const))(
    'with %s',
    async (loss, tasks) => {
      if (tasks.includes('regression')) await expectSame(`dataset=sine&loss=${loss}&${short}`);
      if (!tasks.includes('classification')) return;
      await expectSame(`dataset=moons&loss=${loss}&${short}`);
      await expectSame(`dataset=blobs&loss=${loss}&${short}`);
    },
  );

  test('with the reader’s own data, which are standardized', async () => {
    const model = await expectSame(race, 1e-5, ownData);
    expect(model.standardization?.mean[0]).toBeGreaterThan(900);
    expect(model.standardization?.deviation[2], 'an input that does not vary').toBe(1);
  });

  test('with more samples than the page has at once, as numbers and as bytes', async () => {
    const { inputs, targets } = manySamples;
    const model = await expectSame(race, 1e-5, manySamples);
    const run = engines.float32.createRun({
      problem: { dataset: manySamples, network: { hidden: [2] } },
      optimizer: { id: 'sgd' },
    });
    const { train } = run.data();
    const mean = train.reduce((sum, i) => sum + (inputs[i]?.[1] ?? 0), 0) / train.length;
    expect(train.length).toBeLessThan(targets.length);
    expect(model.standardization?.mean[1]).toBeCloseTo(mean, 10);
    await expectSame(race, 1e-5, byteImages);
  });

  test('in double precision', async () => {
    const model = await expectSame(`dataset=moons&precision=float64&${race}`, 1e-12);
    expect(model.layers[0]?.weight.values).toBeInstanceOf(Float64Array);
  });

  test.each(['layer', 'batch'])('with %s normalization', async (kind) => {
    const model = await expectSame(
      `dataset=blobs&hidden=7,5&normalization=${kind}&precision=float64&${race}`,
      1e-12,
    );
    expect(model.layers.map(({ normalized }) => normalized !== undefined)).toEqual([
      true,
      true,
      false,
    ]);
    expect(model.layers[0]?.normalized?.statistics !== undefined).toBe(kind === 'batch');
    await expectSame(`dataset=moons&normalization=${kind}&${race}`);
  });

  test('with dropout, and an activation for each layer', async () => {
    await expectSame(`dataset=moons&dropout=0.3&normalization=batch&${race}`);
    const model = await expectSame(`dataset=moons&hidden=8,7,6&layerActivations=relu,gelu&${race}`);
    expect(model.layers.map(({ activation }) => activation)).toEqual([
      'relu',
      'gelu',
      'tanh',
      undefined,
    ]);
  });

  test('without a hidden layer, and with many', async () => {
    await expectSame(`dataset=moons&hidden=&${race}`);
    await expectSame(`dataset=moons&hidden=8,7,6,5&${race}`);
  });
});

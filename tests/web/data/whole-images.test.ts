// SPDX-License-Identifier: MIT
// Images as MNIST has them, more than fit into a table of numbers.
import { File } from 'node:buffer';
import { describe, expect, test } from 'vitest';
import { factsOf } from '../../../web/src/data/facts.ts';
import { guessRecipe } from '../../../web/src/data/guess.ts';
import { scoredImages } from '../../../web/src/data/limits.ts';
import { prepare } from '../../../web/src/data/prepare.ts';
import { fingerprint } from '../../../web/src/data/prepared.ts';
import { readSource } from '../../../web/src/data/read-source.ts';
import { recipeFrom, recipeText } from '../../../web/src/data/recipe.ts';
import { ownSamples } from '../../../web/src/model/own-samples.ts';
import { addOwnData, entryOf } from '../../../web/src/playground/own-data.ts';
import { mnistShaped } from '../../support/mnist-shaped.js';
import { engines } from '../support.ts';

const count = 5400;
const width = 784;
const { images, labels } = mnistShaped(count);
const table = await readSource({
  files: [new File([images], 'images'), new File([labels], 'labels')] as never[],
});
const facts = factsOf(table);
const recipe = guessRecipe(facts);
const pixels = images.subarray(16);

describe('all of them are used', () => {
  const { prepared, outline } = prepare(table, recipe);

  test('as bytes, each with its label', () => {
    expect(facts.rows).toBe(count);
    expect(outline).toMatchObject({ rows: count, inputs: width, leftOut: 0, tooMany: 0 });
    expect(prepared.inputs).toBeInstanceOf(Uint8Array);
    expect(Buffer.compare(prepared.inputs as Uint8Array, pixels)).toBe(0);
    expect([...prepared.targets]).toEqual([...labels.subarray(8)]);
    expect(prepared.shape).toEqual({ channels: 1, height: 28, width: 28 });
    expect(prepared.classNames).toEqual(Array.from('0123456789'));
    expect(outline.balance.reduce((sum, { rows }) => sum + rows, 0)).toBe(count);
  });

  test('and what is taken can be taken again', () => {
    prepared.inputs.fill(1);
    expect(prepare(table, recipe).prepared.inputs[160]).toBe(pixels[160]);
  });

  test('the reader is told what losses are measured on, which is what the engine does', () => {
    expect(outline.notes.map(({ text, values }) => [text, values])).toEqual([
      [
        expect.stringContaining('measured on at most {most} training images'),
        { most: scoredImages },
      ],
    ]);
    const id = addOwnData([], prepare(table, recipe).prepared, 'x', '');
    expect(entryOf(id, prepared, '').summary).toContain('measured on at most 1,000 training rows');
    const dataset = ownSamples.get(id) ?? expect.fail('There is no data set.');
    const run = engines.float32.createRun({
      problem: { dataset, testFraction: 0.5, network: { hidden: [] } },
      optimizer: { id: 'sgd', learningRate: 0.01 },
    });
    run.step(3);
    const { test: tested } = run.data([]);
    const some = tested.slice(0, scoredImages);
    const { inputs, targets } = run.data(some);
    const answers = run.predict(inputs);
    const right = targets.filter((target, row) => {
      const own = answers.subarray(10 * row, 10 * row + 10);
      return own.indexOf(Math.max(...own)) === target;
    });
    expect(tested.length).toBeGreaterThan(2 * scoredImages);
    expect(run.evaluate().testAccuracy).toBe(right.length / scoredImages);
    run.dispose();
    ownSamples.delete(id);
  });
});

test('links say so, and links from before use the same images as then', () => {
  expect(recipeText(recipe)).toBe('785n.784.c.l.w');
  expect(recipeFrom('785n.784.c.l.w', 785)).toEqual(recipe);
  const before = recipeFrom('785n.784.c.l', 785) ?? expect.fail('There is no recipe.');
  const { prepared, outline } = prepare(table, before);
  const rows = Math.floor(4_000_000 / width);
  expect(facts.listed).toBe(rows);
  const some = Array.from({ length: rows }, (_, i) => Math.floor((i * count) / rows));
  const inputs = Float64Array.from(
    some.flatMap((row) => [...pixels.subarray(row * width, (row + 1) * width)]),
  );
  expect(fingerprint(prepared)).toBe(fingerprint({ ...prepared, inputs }));
  expect(prepared.targets).toEqual(Float64Array.from(some, (row) => labels[8 + row] ?? 0));
  expect(outline.notes.map(({ values }) => values)).toEqual([{ all: count, rows }]);
});

test('of rows that are no images, some are used', async () => {
  const flat = new Uint8Array(12 + pixels.length);
  flat.set([0, 0, 8, 2]);
  new DataView(flat.buffer).setUint32(4, count);
  new DataView(flat.buffer).setUint32(8, width);
  flat.set(pixels, 12);
  const files = [new File([flat], 'rows'), new File([labels], 'labels')] as never[];
  const rows = factsOf(await readSource({ files }));
  expect(rows).toMatchObject({ rows: facts.listed, images: undefined, hasWhole: false });
  expect(rows.notes.map(({ values }) => values)).toEqual([{ all: count, rows: facts.listed }]);
});

test('without a pixel, or with another target, only some are used', () => {
  const kinds = recipe.kinds.with(5, 'ignored');
  const { outline } = prepare(table, { ...recipe, kinds });
  expect(outline).toMatchObject({ inputs: width - 1, rows: facts.listed });
  const other = prepare(table, { ...recipe, target: 300, task: 'regression' });
  expect(other.prepared.inputs).toBeInstanceOf(Float64Array);
});

test('bytes have a fingerprint of their own, in which each counts', () => {
  const { prepared } = prepare(table, recipe);
  const own = fingerprint(prepared);
  for (const at of [0, 1, 783, prepared.inputs.length - 1]) {
    const inputs = Uint8Array.from(prepared.inputs);
    inputs[at] = (inputs[at] ?? 0) ^ 1;
    expect(fingerprint({ ...prepared, inputs })).not.toBe(own);
  }
  const odd = { ...prepared, inputs: Uint8Array.of(1, 2, 3, 4, 5) };
  expect(fingerprint(odd)).not.toBe(fingerprint({ ...odd, inputs: Uint8Array.of(1, 2, 3, 4, 6) }));
});

// SPDX-License-Identifier: MIT
// The page's scripts repeat the engine's races: the same losses in 64 bits, step by step.
import { expect, test } from 'vitest';
import { pytorchScript } from '../../web/src/sharing/code/pytorch.ts';
import { raceOf } from './races.ts';
import { differences, linked, texts, tooLarge } from './support.ts';

const compared = (links: readonly string[]) => differences(pytorchScript, linked(links));

const ids = Object.keys(texts.optimizers);

test('enough rules have code', () => {
  expect(ids.length).toBeGreaterThan(10);
});

// One by one, so that a new rule can be tested alone.
test.each(ids)('%s trains as the engine does', async (id) => {
  const found = await compared([raceOf(id)]);
  expect(Object.keys(found)).toHaveLength(1);
  expect(tooLarge(found)).toEqual([]);
});

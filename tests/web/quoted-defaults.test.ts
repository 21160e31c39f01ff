// SPDX-License-Identifier: MIT
// Notes of optimizers quote their own defaults beside those of papers and PyTorch. Both must agree.
import { describe, expect, test } from 'vitest';
import { catalog } from './support.ts';

const entryOf = (id: string) => {
  const entry = catalog.optimizers.find((optimizer) => optimizer.id === id);
  if (!entry) throw new Error(`There is no optimizer ${id}.`);
  return entry;
};

function defaultOf(id: string, name: string): number {
  const row = entryOf(id).hyperparameters.find((hyperparameter) => hyperparameter.id === name);
  if (typeof row?.default !== 'number') throw new Error(`${id} has no number ${name}.`);
  return row.default;
}

describe.each([
  ['sophia', 'beta1', 0.965, 'Beta 1 of 0.965 is the authors’ code’s'],
  ['rprop', 'learningRate', 0.01, 'The initial step of 0.01 is PyTorch’s'],
  ['nadam', 'beta1', 0.9, 'Dozat’s papers set beta 1 to 0.975 or 0.99, his later code to 0.9'],
  ['nadam', 'momentumDecay', 0.004, 'The betas and the momentum decay are Keras’ and PyTorch’s'],
])('%s.%s', (id, name, value, sentence) => {
  test('has the default that the notes quote', () => {
    expect(entryOf(id).notes?.replaceAll("'", '’')).toContain(sentence);
    expect(defaultOf(id, name)).toBe(value);
  });
});

test('the default rate of Lion is a thirtieth of AdamW’s, as its notes say', () => {
  expect(entryOf('lion').notes).toContain('The default here is a thirtieth of');
  expect(defaultOf('adamw', 'learningRate') / defaultOf('lion', 'learningRate')).toBeCloseTo(30, 9);
});

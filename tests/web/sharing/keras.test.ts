// SPDX-License-Identifier: MIT
// The text of a script. tests/code/ runs scripts, and compares their losses with the engine's.
import texts from 'fall-line/code';
import { describe, expect, test } from 'vitest';
import { kerasScript } from '../../../web/src/sharing/code/keras.ts';
import { catalog } from '../support.ts';
import { scriptOf as written } from './script-support.ts';

const scriptOf = (link: string) => written(kerasScript, `steps=20&${link}`);

test('an optimizer of Keras is called, with a point in every number', async () => {
  const { text, others } = await scriptOf('run=momentum,learningRate=1,momentum=0&run=adadelta');
  expect(others).toEqual([]);
  expect(text).toContain('keras.optimizers.SGD(learning_rate=1.0, momentum=0.0)');
  expect(text).toMatch(
    /keras\.optimizers\.Adadelta\(\s*learning_rate=1\.0, rho=0\.9, epsilon=0.000001/,
  );
  expect(text).not.toMatch(/^class /m);
});

test('where that differs the rule is written out once, and a sentence says why', async () => {
  const { text } = await scriptOf('run=adam&run=adam,learningRate=0.2&run=lion');
  expect(text.match(/^class Adam\(Rule\):$/gm)).toHaveLength(1);
  expect(text).toMatch(/^# Keras' Adam adds epsilon before [\w ,.\n#]+\.\nclass Adam/m);
  expect(text).toMatch(/^class Rule\(keras\.optimizers\.Optimizer\):$/m);
  expect(text).toContain('keras.optimizers.Lion(');
  expect(text).not.toMatch(/\btorch\b/);
});

test.each([
  ['run=momentum,dampening=0.5', 'run=momentum,schedule=cosine', 'Momentum'],
  ['run=nesterov,schedule=cosine', 'run=nesterov', 'Nesterov'],
  ['run=lion,weightDecay=0.1', 'run=lion,weightDecay=0', 'Lion'],
])('the settings decide: %s is written out, %s is not', async (out, called, name) => {
  expect((await scriptOf(out)).text).toContain(`class ${name}(Rule):`);
  expect((await scriptOf(called)).text).not.toContain(`class ${name}(Rule):`);
});

test('gradients are clipped by their common length', async () => {
  const { text } = await scriptOf('run=sgd,clipNorm=2&run=adam,clipNorm=0.5&run=momentum');
  expect(text.match(/global_clipnorm=/g)?.length).toBeGreaterThanOrEqual(2);
  expect(text).toContain('global_clipnorm=2.0');
  expect(text).toContain('global_clipnorm=0.5');
});

test('what no class repeats is left out and named', async () => {
  const { text, others } = await scriptOf('run=adam&run=sgd,lookahead&run=prodigy');
  expect(others).toHaveLength(2);
  expect(others).toContain('Prodigy');
  expect(text).toContain(`It leaves out: ${others.join(', ')}.`);
});

test('penalties are those of the page, on matrices alone', async () => {
  const { text } = await scriptOf('l1=0.001&l2=0.5&run=sgd');
  expect(text).toContain('penalty = keras.regularizers.L1L2(l1=0.001, l2=0.5 / 2)');
  expect(text).toContain('keras.layers.Dense(1, kernel_regularizer=penalty)');
});

/** They have one name and meaning in torch and keras.ops. */
const common = 'abs clip eye linalg ones_like relu reshape sign sqrt sum swapaxes zeros_like'.split(
  ' ',
);

test('a rule calls only functions that both libraries have, and no methods of arrays', () => {
  for (const [id, { rule = '' }] of Object.entries(texts.optimizers)) {
    for (const [, name] of rule.matchAll(/\btorch\.(\w+)/g)) expect(common, id).toContain(name);
    const calls = rule.match(/(?<!torch|linalg|self|state)\.\w+\(/g) ?? [];
    expect(calls, id).toEqual([]);
    expect(rule, id).not.toMatch(/\.(?:T|grad)\b|[-+*/]=(?!=)/);
  }
  const rules = Object.values(texts.optimizers).filter(({ keras, rule }) => keras.call ?? rule);
  expect(rules.length).toBeGreaterThanOrEqual(catalog.optimizers.length / 2);
});

describe('a script', () => {
  test.each([
    'run=adam',
    'batchSize=full&run=sgd&run=adam,batchSize=5,clipNorm=1',
    'testFraction=0&l2=0.01&run=asgd,schedule=cosine',
    'dataset=sine&activation=gelu-tanh&run=lion',
    'dataset=pinwheel&hidden=&loss=hinge&run=muon&run=shampoo&run=schedule-free-adamw',
  ])('has short lines, two empty lines at most, and no placeholder: %s', async (link) => {
    const { text } = await scriptOf(link);
    for (const line of text.split('\n'))
      if (!line.includes('http')) expect(line.length, line).toBeLessThanOrEqual(100);
    expect(text).not.toMatch(/\n{4}|[ \t]\n|undefined|NaN|\{\w+[A-Z]\w*\}/);
    expect(text.endsWith('plt.show()\n')).toBe(true);
  });
});

// SPDX-License-Identifier: MIT
// The formulas that the page fills with the numbers of a step are what the engine computes.
import { expect, test } from 'vitest';
import type { OptimizerEntry } from '../../wasm/types.ts';
import { type Assignment, assignments, letters, texOf } from '../../web/reference/symbols.ts';
import type { Quantity } from '../../web/src/catalog/quantity.ts';
import { catalog, engines } from './support.ts';
import { texValue } from './tex-value.ts';

const elementwise = catalog.optimizers.filter(({ elementwise }) => elementwise);

test('the usual rules are computed parameter by parameter', () => {
  expect(elementwise.map(({ id }) => id)).toEqual(
    expect.arrayContaining(['sgd', 'momentum', 'adagrad', 'adadelta', 'rmsprop', 'adam']),
  );
});

test.each(catalog.optimizers.filter(({ state }) => state.length > 0))(
  '$id: its state has these vectors, one number for each parameter',
  ({ id, state, formula, elementwise: single }) => {
    const run = engines.float64.createRun({
      problem: { dataset: { id: 'spiral' }, network: { hidden: [3] } },
      optimizer: { id },
    });
    run.step(2);
    const vectors = run.state();
    for (const { name, symbol } of state) {
      expect(vectors[name]?.length, name).toBe(run.parameters.length);
      if (single) expect(formula).toContain(symbol);
    }
    run.dispose();
  },
);

/** Values of a hyperparameter that make a difference, where the default makes none. */
const telling: Readonly<Record<string, Record<string, number>>> = {
  momentum: { dampening: 0.3 },
  adagrad: { learningRateDecay: 0.1, initialAccumulator: 0.2 },
  rmsprop: { momentum: 0.5 },
  'rmsprop-centered': { momentum: 0.5 },
};

type Vectors = Record<string, ArrayLike<number>>;

test.each(elementwise)('$id: each of the first steps is what its formula says', (entry) => {
  const problem = {
    dataset: { id: 'spiral', samples: 40 },
    network: { hidden: [3] },
    batchSize: 'full' as const,
  };
  const settings = telling[entry.id] ?? {};
  const run = engines.float64.createRun({ problem, optimizer: { id: entry.id, ...settings } });
  const known: Record<string, number> = Object.fromEntries(
    entry.hyperparameters.map(({ id, default: value }) => [id, settings[id] ?? Number(value)]),
  );
  for (let step = 1; step <= 4; step++) {
    const before: Vectors = { '': run.parameters, ...run.state() };
    const gradient = run.gradient();
    const { learningRate } = run.step(1);
    const after: Vectors = { '': run.parameters, ...run.state() };
    for (const parameter of [0, 5, 9, 12]) {
      const valueOf = (quantity: Quantity): number => {
        if (quantity === 'gradient') return gradient[parameter] as number;
        if (quantity === 'step') return step;
        if (quantity === 'rate') return learningRate ?? Number.NaN;
        const [when, name = ''] = quantity.split(' ') as [string, string];
        if (when === 'setting') return known[name] as number;
        return (when === 'before' ? before : after)[name]?.[parameter] as number;
      };
      check(entry, valueOf);
    }
  }
  run.dispose();
});

/** Compares both sides of each assignment. */
function check(entry: OptimizerEntry, valueOf: (quantity: Quantity) => number): void {
  const values: Record<string, number> = {};
  let unseen = 0;
  const written = (line: Assignment) =>
    line
      .map(({ tex, quantity }) => {
        const known = `q${Object.keys(values).length}`;
        if (quantity) {
          values[known] = valueOf(quantity);
          return ` @${known} `;
        }
        // Intermediate results keep their symbol as a name.
        const name = tex.replace(/\W/g, '');
        return tex === '\\Delta' || tex === '\\theta' ? ` @${name} ` : tex;
      })
      .join('');
  for (const line of assignments(entry)) {
    const [left = '', right = ''] = written(line).split(/\\leftarrow|(?<!t )=(?! \d)/);
    const value = texValue(right, values);
    const target = left.trim().slice(1);
    if (!(target in values)) {
      values[target] = value;
      unseen++;
    } else expect(value, `${entry.id}: ${left}`).toBeCloseTo(values[target] as number, 12);
  }
  expect(unseen).toBeLessThan(assignments(entry).length);
}

test('every Greek letter has TeX of its own', () => {
  expect([...'νξφΔΩ'].map(texOf)).toEqual(['\\nu', '\\xi', '\\varphi', '\\Delta', '\\Omega']);
  expect(['β₁', 's₀', 'η⁻', 'μₘₐₓ', 'η_τ'].map(texOf)).toEqual([
    '\\beta_1',
    's_0',
    '\\eta^-',
    '\\mu_{max}',
    '\\eta_\\tau',
  ]);
  const written = [...'αβγδεζηθικλμνξοπρστυφχψωΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩ'];
  const latin = [...'οΑΒΕΖΗΙΚΜΝΟΡΤΧ'];
  expect(written.filter((letter) => !letters[letter])).toEqual(latin);
  expect(new Set(Object.values(letters)).size).toBe(Object.keys(letters).length);
});

test('a symbol without TeX says where to add it, and one without meaning says so', () => {
  expect(() => texOf('ж₁')).toThrow(
    'The symbol ж₁ has no TeX: add ж to the letters in web/reference/symbols.ts.',
  );
  expect(() => texValue('\\nu + 1', {})).toThrow(
    'No setting and no vector of the rule has the symbol',
  );
});

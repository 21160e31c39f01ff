// SPDX-License-Identifier: MIT
// The page loads its engine in two parts. engine.js, which the other tests use, is in one.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { loadCore } from '../../wasm/core.ts';
import { hash } from '../../web/src/engine/bits.ts';
import { dataset, rules } from '../../wasm/split/first-race.js';
import { examples } from '../../web/src/examples/examples.ts';
import { decode } from '../web/support.ts';
import { goldenRuns, goldenSteps } from '../../web/plugins/golden-runs.ts';
import { precisions, settings } from './support.ts';

const read = (name: string) =>
  readFileSync(new URL(`../../build/wasm/engine-${name}.wasm`, import.meta.url));

test('the engine was split by what the first race trains', () => {
  const { settings } = decode(examples[0]?.states[0]?.link ?? '');
  expect(settings.dataset.id).toBe(dataset);
  expect(settings.racers.map(({ optimizer }) => optimizer.id)).toEqual(rules);
});

const commonRule = { ...settings(), optimizer: { id: 'adam' } };
const rareRule = { ...settings(), optimizer: { id: 'lion' } };

describe.each(precisions)('an engine in two parts in %s', (precision) => {
  const first = new WebAssembly.Module(read(`${precision}.first`));
  const rest = new WebAssembly.Module(read(`${precision}.rest`));

  test.for(goldenRuns)('gives the bits of the whole engine: $name', async (golden) => {
    const engine = await loadCore({ precision, wasmModule: first }, () => rest);
    const run = engine.createRun(golden.settings);
    run.step(goldenSteps);
    expect(hash({ ...run.curve(), parameters: run.parameters })).toBe(golden.hashes[precision]);
  });

  test('needs no second part where it was not split', async () => {
    const whole = new WebAssembly.Module(read(precision));
    const engine = await loadCore({ precision, wasmModule: whole }, () => {
      throw new Error('It asked for the rest.');
    });
    expect(engine.createRun(rareRule).step(100).step).toBe(100);
  });

  test('asks for the second part only once, when it first needs it', async () => {
    let asked = 0;
    const engine = await loadCore({ precision, wasmModule: first }, () => {
      ++asked;
      return rest;
    });
    engine.createRun(commonRule).step(100);
    expect(asked).toBe(0);
    engine.createRun(rareRule).step(100);
    expect(asked).toBe(1);
    engine.createRun({ problem: { surface: { id: 'beale' } }, optimizer: { id: 'lion' } }).step(9);
    // Called from the glue script, which keeps stubs.
    const run = engine.createRun(commonRule);
    const before = run.snapshot();
    run.restore(before);
    run.restore(before);
    expect(asked).toBe(1);
  });

  test('says why the second part could not be loaded', async () => {
    const engine = await loadCore({ precision, wasmModule: first }, () => {
      throw new WebAssembly.RuntimeError('The rest is gone.');
    });
    expect(() => engine.createRun(rareRule).step(1)).toThrow('The rest is gone.');
  });

  test('passes no vector to a stub, because JavaScript could not pass it on', () => {
    const v128 = 0x7b;
    const stoodIn = WebAssembly.Module.imports(first).filter(({ module }) => module === 'rest');
    expect(stoodIn.length).toBeGreaterThan(100);
    expect([...functionTypes(read(`${precision}.first`))]).not.toContain(v128);
  });
});

/** The first section: the id 1, the length, and the types. All counts are below the code of v128. */
function functionTypes(binary: Uint8Array): Uint8Array {
  const [id = 0, low = 0, high = 0] = binary.subarray(8);
  if (id !== 1 || low < 128 || high > 127) throw new Error('The section is not as expected.');
  return binary.subarray(11, 11 + (low & 127) + (high << 7));
}

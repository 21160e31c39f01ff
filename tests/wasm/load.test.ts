// SPDX-License-Identifier: MIT
import { readFileSync } from 'node:fs';
import { loadEngine } from 'fall-line/engine';
import { describe, expect, test } from 'vitest';
import { engines, precisions, settings, wasmFile } from './support.ts';

test('one glue script serves both precisions', () => {
  const [one, other] = precisions.map((precision) =>
    readFileSync(`build/wasm/engine-${precision}.js`, 'utf8').replaceAll(precision, 'precision'),
  );
  expect(one === other, 'The scripts of both engines differ: give each engine its own.').toBe(true);
});

describe('loadEngine', () => {
  test('finds its file by itself and defaults to float32', async () => {
    const engine = await loadEngine();
    expect(engine.precision).toBe('float32');
    expect(engine.createRun(settings()).parameters).toBeInstanceOf(Float32Array);
  });

  test('gives Float64Arrays in float64', () => {
    expect(engines.float64.createRun(settings()).parameters).toBeInstanceOf(Float64Array);
  });

  test('takes a compiled module, whose instances share nothing', async () => {
    const wasmModule = new WebAssembly.Module(wasmFile('float32'));
    const [one, other] = await Promise.all([
      loadEngine({ wasmModule }),
      loadEngine({ wasmModule }),
    ]);
    const run = one.createRun(settings());
    const untouched = other.createRun(settings());
    run.step(10);
    expect(untouched.report().step).toBe(0);
    expect(Array.from(untouched.parameters)).not.toEqual(Array.from(run.parameters));
  });

  test('takes the bytes of the file', async () => {
    const engine = await loadEngine({ wasmBinary: wasmFile('float64'), precision: 'float64' });
    expect(engine.catalog.optimizers.length).toBeGreaterThan(5);
  });

  test('takes a URL', async () => {
    const wasmUrl = new URL('../../web/dist/engine-float32.wasm', import.meta.url);
    expect((await loadEngine({ wasmUrl })).precision).toBe('float32');
  });

  test('rejects anything but an engine', async () => {
    await expect(loadEngine({ wasmBinary: new Uint8Array([1, 2, 3]) })).rejects.toThrow();
    await expect(loadEngine({ wasmUrl: 'nowhere.wasm' })).rejects.toThrow();
    // @ts-expect-error: JavaScript can pass any value
    await expect(loadEngine({ precision: 'float16' })).rejects.toThrow(
      'precision must be "float32" or "float64" (got "float16")',
    );
  });
});

// SPDX-License-Identifier: MIT
import { readFileSync, writeFileSync } from 'node:fs';
import { joinData } from './join-data.js';
import { run } from './steps.js';

/** Features that em++ enables. It strips the section that lists them, so tools must be told. */
const features = ['simd', 'mutable-globals', 'sign-ext', 'bulk-memory', 'nontrapping-float-to-int'];
const enabled = features.map((name) => `--enable-${name}`);
const namespaces = ['--import-namespace=first', '--placeholder-namespace=rest'];

/** The files of a split engine: what a first visit runs, and the rest. */
export const partsOf = (precision) =>
  ['first', 'rest'].map((part) => `build/wasm/engine-${precision}.${part}.wasm`);

/** Splits an engine's binary into the functions that a first visit runs, and the rest. */
export async function split(say, precision) {
  const whole = `build/wasm/engine-${precision}.wasm`;
  const counting = `build/wasm/engine-${precision}.counting.wasm`;
  const profile = `build/wasm/engine-${precision}.profile`;
  const [first, rest] = partsOf(precision);
  await run(say, 'wasm-split', ['--instrument', ...enabled, whole, '-o', counting]);
  await run(say, process.execPath, ['.ci/first-visit.js', precision, counting, profile]);
  const outputs = [`--profile=${profile}`, '-o1', first, '-o2', rest];
  await run(say, 'wasm-split', [...enabled, ...namespaces, whole, ...outputs]);
  writeFileSync(first, joinData(readFileSync(first)));
}

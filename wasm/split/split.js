// SPDX-License-Identifier: MIT
/**
 * Splits each built engine into the functions that a first visit runs, and the rest. README.md explains
 * why, and how to build without it.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { deferData } from './defer-data.js';
import { joinData } from './join-data.js';

/** Features that em++ enables. It strips the section that lists them, so tools must be told. */
const features = ['simd', 'mutable-globals', 'sign-ext', 'bulk-memory', 'nontrapping-float-to-int'];
const enabled = features.map((name) => `--enable-${name}`);
const namespaces = ['--import-namespace=first', '--placeholder-namespace=rest'];

const run = (command, args) => execFileSync(command, args, { stdio: 'inherit' });

for (const precision of process.env.FALL_LINE_SPLIT === 'off' ? [] : ['float32', 'float64']) {
  const part = (name) => `build/wasm/engine-${precision}.${name}`;
  const whole = part('wasm');
  const first = part('first.wasm');
  run('wasm-split', ['--instrument', ...enabled, whole, '-o', part('counting.wasm')]);
  const visit = ['wasm/split/first-visit.js', precision, part('counting.wasm'), part('profile')];
  run(process.execPath, visit);
  const outputs = [`--profile=${part('profile')}`, '-o1', first, '-o2', part('rest.wasm')];
  run('wasm-split', [...enabled, ...namespaces, whole, ...outputs]);
  // Functions that are called by fewer others now can be simplified.
  run('wasm-opt', [...enabled, '-Os', first, '-o', first]);
  const rest = part('rest.wasm');
  const parts = deferData(joinData(readFileSync(first)), readFileSync(rest));
  writeFileSync(first, parts.first);
  writeFileSync(rest, parts.rest);
}

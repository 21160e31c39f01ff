// SPDX-License-Identifier: MIT
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { digestOf } from './stamp.js';

/** What the reference tests measured, for the site to read; absent where they did not run. */
export const gathered = 'build/reference.json';

/** The builds whose tests count, by what compiled them. */
const builds = {
  'g++': 'build/native-gcc',
  'clang++': 'build/native-clang',
  'em++, run in Node': 'build/wasm',
};
const precisions = ['float64', 'float32'];

/** What the numbers depend on: a report is worth nothing once these have changed. */
const measured = ['core', 'tests/core', 'tests/reference'];

const reportOf = (folder, precision) => `${folder}/reference/${precision}.json`;
const seal = (folder) => `${folder}/reference/sources`;

/** Says of the measurements in `folder`, whose tests have just passed, which sources they are about. */
export function sealMeasurements(folder, sources = digestOf(measured)) {
  if (existsSync(`${folder}/reference`)) writeFileSync(seal(folder), sources);
}

/** Collects the measurements that are about the sources as they are now. */
export function gatherMeasurements() {
  const found = measurementsOf(digestOf(measured), builds);
  if (Object.keys(found).length === 0) return rmSync(gathered, { force: true });
  mkdirSync('build', { recursive: true });
  writeFileSync(gathered, JSON.stringify(found, undefined, 2));
}

/** By name of the build and precision, what the tests of `sources` have left in its folder. */
export function measurementsOf(sources, folders) {
  const isSealed = (folder) =>
    existsSync(seal(folder)) && readFileSync(seal(folder), 'utf8') === sources;
  return Object.fromEntries(
    Object.entries(folders)
      .filter(([, folder]) => isSealed(folder))
      .map(([name, folder]) => [name, reportsIn(folder)]),
  );
}

function reportsIn(folder) {
  const there = precisions.filter((precision) => existsSync(reportOf(folder, precision)));
  return Object.fromEntries(
    there.map((precision) => [
      precision,
      JSON.parse(readFileSync(reportOf(folder, precision), 'utf8')),
    ]),
  );
}

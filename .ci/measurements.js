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
export function sealMeasurements(folder) {
  if (existsSync(`${folder}/reference`)) writeFileSync(seal(folder), digestOf(measured));
}

/** Collects the reports that are about the sources as they are now. */
export function gatherMeasurements() {
  const now = digestOf(measured);
  const isCurrent = (folder) =>
    existsSync(seal(folder)) && readFileSync(seal(folder), 'utf8') === now;
  const found = Object.entries(builds)
    .filter(([, folder]) => isCurrent(folder))
    .map(([name, folder]) => [name, reportsIn(folder)]);
  if (found.length === 0) return rmSync(gathered, { force: true });
  mkdirSync('build', { recursive: true });
  writeFileSync(gathered, JSON.stringify(Object.fromEntries(found), undefined, 2));
}

function reportsIn(folder) {
  const files = precisions.map((precision) => [precision, reportOf(folder, precision)]);
  const there = files.filter(([, file]) => existsSync(file));
  return Object.fromEntries(
    there.map(([precision, file]) => [precision, JSON.parse(readFileSync(file, 'utf8'))]),
  );
}

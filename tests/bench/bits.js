// SPDX-License-Identifier: MIT
/**
 * Prints a table of golden runs and builds, from the reports of the last `npm run test:all`. Fails
 * unless every build has every run, with the same hash. `--keep` also writes the table to the results
 * of the benchmarks.
 */
import { writeFileSync } from 'node:fs';
import { findFirefox, findTestChromium } from '../support/browsers.js';
import { describeMachine, versionOf } from './machine.js';
import { machineLine, markdown } from './markdown.js';
import { builds } from './golden-reports.js';

const kept = 'tests/bench/results/bits.md';

const columns = Object.values(builds).map((hashes) => hashes());
const runs = [...new Set(columns.flatMap((hashes) => Object.keys(hashes)))].sort();
const rows = runs.map((run) => {
  const cells = columns.map((hashes) => hashes[run] ?? 'absent');
  return [run, cells[0], ...cells.slice(1).map((hash) => (hash === cells[0] ? '=' : hash))];
});
const tableOf = (some) => markdown(['', ...Object.keys(builds)], some);
const isWhole = ([, first, ...others]) =>
  first !== 'absent' && others.every((cell) => cell === '=');
const amiss = rows.filter((row) => !isWhole(row));
if (rows.length === 0) fail('No build has left a report of its golden runs.');
if (amiss.length > 0) fail(`${tableOf(amiss)}\n\n${amiss.length} of ${rows.length} runs differ.`);

const table = tableOf(rows);
console.log(`${table}\n\nAll ${rows.length} runs are the same in all ${columns.length} builds.`);
if (process.argv.includes('--keep')) writeFileSync(kept, `${page(table)}\n`);

function fail(message) {
  console.error(message);
  process.exit(1);
}

function page(table) {
  return [
    '# The same bits everywhere',
    `${machineLine(machine())} Each run makes 500 steps; the hash is of every loss on its curve and of its last parameters, and = says that this build has the same.`,
    table,
  ].join('\n\n');
}

function machine() {
  const others = ['clang++', findTestChromium(), findFirefox()].map(versionOf);
  return { ...describeMachine(), ...others };
}

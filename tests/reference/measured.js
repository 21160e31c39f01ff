// SPDX-License-Identifier: MIT
/**
 * npm run measured: writes how far every optimizer and wrapper is from its references. The tests expect the figures that
 * were written before, so failures are ignored here. The next test run checks the new figures.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';

const folder = 'build/native';
const kept = 'tests/reference/measured.json';
const precisions = ['float32', 'float64'];
/** The report that the tests write. */
const reportOf = (precision) => `${folder}/reference/${precision}.json`;

for (const precision of precisions) {
  rmSync(reportOf(precision), { force: true });
  const filter = '--gtest_filter=*Reference*:*Minima*';
  spawnSync(`${folder}/core_tests_${precision}`, [filter], { stdio: 'ignore' });
}
const groups = precisions.map((precision) =>
  readFileSync(reportOf(precision), 'utf8').trim().slice(1, -1).trimEnd(),
);
writeFileSync(kept, `{${groups.join(',')}\n}\n`);
console.log(`${kept} is current. Run the tests to check it.`);

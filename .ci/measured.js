// SPDX-License-Identifier: MIT
import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cmakeBuild } from './native.js';
import { setUp } from './setup.js';
import { main, step } from './steps.js';

const folder = 'build/native-gcc';
const kept = 'tests/reference/measured.json';
const precisions = ['float32', 'float64'];
const testsOf = (precision) => `core_tests_${precision}`;
/** The report that the tests write. */
const reportOf = (precision) => `${folder}/reference/${precision}.json`;

/**
 * Writes how far every optimizer and wrapper is from its references. The tests expect the figures that
 * were written before, so failures are ignored here. The next test run checks the new figures.
 */
main(async () => {
  await setUp('building', 'testing');
  const options = ['-DFALL_LINE_TESTS=ON', '-DCMAKE_CXX_COMPILER=g++'];
  await step('compile', (say) =>
    cmakeBuild(say, folder, options, { targets: precisions.map(testsOf) }),
  );
  for (const precision of precisions) {
    rmSync(reportOf(precision), { force: true });
    await step(`compare, ${precision}`, () => {
      spawnSync(`${folder}/${testsOf(precision)}`, ['--gtest_filter=*Reference*:*Minima*'], {
        stdio: 'ignore',
      });
    });
  }
  const groups = precisions.map((precision) =>
    readFileSync(reportOf(precision), 'utf8').trim().slice(1, -1).trimEnd(),
  );
  writeFileSync(kept, `{${groups.join(',')}\n}\n`);
  console.log(`${kept} is current. Run the tests to check it.`);
});

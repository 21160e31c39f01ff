// SPDX-License-Identifier: MIT
import { rmSync } from 'node:fs';
import { format } from './format.js';
import { cmakeBuild, ctest } from './native.js';
import { setUp } from './setup.js';
import { buildEngine, buildSite, wasmBuild } from './site.js';
import { bin, main, run, step, stopwatch } from './steps.js';
import { reportsOf, summaryOf } from './tally.js';

const withTests = '-DFALL_LINE_TESTS=ON';

/** Compiles core/ and its tests natively and runs the tests in both precisions. */
async function native(name, options) {
  const folder = `build/${name}`;
  await step(`${name}: compile`, (say) => cmakeBuild(say, folder, [withTests, ...options]));
  await step(`${name}: test`, (say) => ctest(say, folder));
}

/** Runs only the golden runs, for a build that is only compared bit by bit with the others. */
const golden = (name, flags) =>
  native(`golden-${name}`, [
    '-DCMAKE_CXX_COMPILER=g++',
    `-DCMAKE_CXX_FLAGS_RELEASE=${flags} -DNDEBUG`,
    '-DFALL_LINE_TESTS_MATCHING=run/golden',
  ]);

const stages = {
  format,
  types: () =>
    step('types', async (say) => {
      for (const project of ['web', 'tests']) await run(say, bin('tsc'), ['--project', project]);
    }),
  gcc: () => native('native-gcc', ['-DCMAKE_CXX_COMPILER=g++']),
  clang: () => native('native-clang', ['-DCMAKE_CXX_COMPILER=clang++']),
  engine: buildEngine,
  wasm: async () => {
    await step('wasm: compile', (say) => wasmBuild(say, { options: [withTests] }));
    await step('wasm: test', (say) => ctest(say, 'build/wasm'));
  },
  modules: () => reported('vitest', ['run', '--config', 'tests/vitest.config.ts']),
  claims: () =>
    step('claims', (say) => run(say, process.execPath, ['tests/claims/measure.js', '--check'])),
  site: buildSite,
  browser: () => reported('playwright', ['test', '--config', 'tests/e2e']),
  between: () =>
    reported(
      'playwright',
      ['test', '--config', 'tests/e2e/between.config.ts'],
      'playwright-between',
    ),
  o2: () => golden('o2', '-O2'),
  native: () => golden('native', '-O3 -march=native'),
  elsewhere: () =>
    reported('playwright', ['test', '--config', 'tests/e2e/elsewhere'], 'playwright-elsewhere'),
  sanitizers: () =>
    native('sanitize', ['-DCMAKE_CXX_COMPILER=g++', '-DFALL_LINE_SANITIZE=address,undefined']),
};

/** Runs a test runner from npm that writes its report to build/`name`/reports/. */
const reported = (runner, options, name = runner) =>
  step(name, async (say) => {
    rmSync(reportsOf(`build/${name}`), { recursive: true, force: true });
    await run(say, bin(runner), options);
    return summaryOf(`build/${name}`);
  });

const suites = {
  usual: ['format', 'types', 'gcc', 'engine', 'modules', 'site', 'browser'],
  quick: ['format', 'types', 'gcc', 'engine', 'modules'],
  slow: [
    'clang',
    'o2',
    'native',
    'sanitizers',
    'engine',
    'claims',
    'wasm',
    'site',
    'between',
    'elsewhere',
  ],
};

main(async () => {
  const suite = process.argv.slice(2).find((name) => name in suites) ?? 'usual';
  await setUp('building', 'testing', ...(suite === 'slow' ? ['otherBrowsers'] : []));
  const seconds = stopwatch();
  for (const name of suites[suite]) await stages[name]();
  console.log(`All ${suite} tests passed in ${seconds()}.`);
});

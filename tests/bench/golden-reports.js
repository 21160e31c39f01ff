// SPDX-License-Identifier: MIT
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';

/**
 * The builds that compute the golden runs. For each, a function that reads the hashes from the reports
 * of `npm run test:all`, by precision and name of the run.
 */
export const builds = {
  'clang++ -O3': () => inGoogleTest('native'),
  'g++ -O2': () => inGoogleTest('o2'),
  'g++ -O3 -march=native': () => inGoogleTest('native-march'),
  'engine.js, Node': inVitest,
  'engine.js, Chromium': () => inPlaywright('playwright', ''),
  'engine.js, Firefox': () => inPlaywright('playwright-elsewhere', 'Firefox'),
  'engine.js, WebKit': () => inPlaywright('playwright-elsewhere', 'WebKit'),
};

const goldenTest = 'GoldenRuns.GiveTheSameBitsEverywhere';

function inGoogleTest(build) {
  const hashes = {};
  for (const precision of ['float32', 'float64']) {
    // The tests run in parts, of which CMakeLists.txt says how many.
    const suites = reportsIn(build)
      .filter((name) => name.startsWith(`core_tests_${precision}_`))
      .flatMap((name) => reportIn(build, name).testsuites);
    const cases = suites.flatMap(({ testsuite }) => testsuite);
    const golden = cases.find((one) => `${one.classname}.${one.name}` === goldenTest) ?? {};
    for (const [name, value] of Object.entries(golden))
      if (isHash(value)) hashes[`${precision} ${name}`] = value;
  }
  return hashes;
}

function inVitest() {
  const files = reportIn('vitest', 'vitest')?.testResults ?? [];
  const found = files
    .flatMap(({ assertionResults }) => assertionResults)
    .flatMap(({ meta }) => meta.golden ?? []);
  return Object.fromEntries(
    found.map(({ precision, name, hash }) => [`${precision} ${name}`, hash]),
  );
}

function inPlaywright(build, project) {
  const files = reportIn(build, 'playwright')?.suites ?? [];
  const found = files
    .flatMap(({ specs }) => specs)
    .flatMap(({ tests }) => tests)
    .filter(({ projectName }) => projectName === project)
    .flatMap(({ annotations }) => annotations)
    .filter(({ description }) => isHash(description));
  return Object.fromEntries(found.map(({ type, description }) => [type, description]));
}

function reportsIn(build) {
  const folder = `build/${build}/reports`;
  return existsSync(folder) ? readdirSync(folder).map((file) => basename(file, '.json')) : [];
}

function reportIn(build, name) {
  const file = `build/${build}/reports/${name}.json`;
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
}

const isHash = (text) => /^[0-9a-f]{16}$/.test(text);

// SPDX-License-Identifier: MIT
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Every test runner writes machine-readable reports to build/<name>/reports/. */
export const reportsOf = (folder) => `${folder}/reports`;

/** A readable count of the test cases in the reports of one folder. */
export function summaryOf(folder) {
  const { passed, failed, skipped } = tally([folder]);
  return `${passed} passed${failed ? `, ${failed} failed` : ''}${skipped ? `, ${skipped} skipped` : ''}`;
}

function tally(folders) {
  const total = { passed: 0, failed: 0, skipped: 0 };
  for (const folder of folders.map(reportsOf).filter(existsSync)) {
    for (const name of readdirSync(folder).filter((file) => file.endsWith('.json'))) {
      const counts = countCases(JSON.parse(readFileSync(`${folder}/${name}`, 'utf8')));
      for (const key of Object.keys(total)) total[key] += counts[key];
    }
  }
  return total;
}

function countCases(report) {
  if (report.stats) return countPlaywright(report.stats);
  return report.testsuites ? countGoogleTest(report) : countVitest(report);
}

function countPlaywright({ expected, unexpected, flaky, skipped }) {
  return { passed: expected, failed: unexpected + flaky, skipped };
}

function countVitest(report) {
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = report;
  return {
    passed: numPassedTests,
    failed: numFailedTests,
    skipped: numPendingTests + numTodoTests,
  };
}

function countGoogleTest({ testsuites }) {
  const cases = testsuites.flatMap((suite) => suite.testsuite);
  const count = (matches) => cases.filter(matches).length;
  return {
    passed: count((one) => one.result === 'COMPLETED' && !one.failures),
    failed: count((one) => one.failures),
    skipped: count((one) => one.result !== 'COMPLETED' && !one.failures),
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { passed, failed, skipped } = tally(readdirSync('build').map((name) => `build/${name}`));
  console.log(`${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`);
  process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
}

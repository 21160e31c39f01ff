// SPDX-License-Identifier: MIT
/**
 * npm run diagnoses: lists what is said of every optimizer on every data set from three starts, and on every surface,
 * with the defaults of the page. All of them are ordinary runs, so most of them should be told nothing.
 *
 *     npm run diagnoses -- spiral    only this data set or surface, instead of three minutes for all
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { runnerImport } from 'vite';

const file = 'build/diagnoses.tsv';
const { module } = await runnerImport('./tests/web/diagnoses/census.ts', {
  configFile: 'tests/vitest.config.ts',
});
const { counted, diagnosed, listed, problems } = module;
const only = process.argv.slice(2);
const runs = [];
for (const { id, link, seeds, steps } of problems) {
  if (only.length > 0 && !only.includes(id)) continue;
  const some = [...diagnosed(link, seeds, steps)];
  runs.push(...some);
  console.log(id, some.length, 'runs', counts(some));
}
mkdirSync('build', { recursive: true });
writeFileSync(file, `${runs.flatMap(listed).join('\n')}\n`);
console.log(`All ${runs.length} runs`, counts(runs));
console.log(`The slowest diagnosis took ${Math.round(Math.max(...runs.map(({ ms }) => ms)))} ms.`);
console.log(`${file} lists the findings.`);

function counts(some) {
  return Object.fromEntries(counted(some));
}

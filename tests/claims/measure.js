// SPDX-License-Identifier: MIT
/**
 * npm run claims: measures what the lessons, the examples, the guides of the data sets and the README say, from many
 * starts, prints the median and how often it holds, and keeps the figures in results/. It also trains the races that the five questions propose.
 *
 *     npm run claims -- first-race    only this example, data set or lesson, instead of three minutes for all
 *     npm run claims -- proposed      only races that are proposed
 *     npm run claims -- due           only those of them with other rules than measured
 *     npm run claims -- --check       nothing is kept: fails where a kept figure has another bit
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { isDeepStrictEqual, parseArgs } from 'node:util';
import { format, resolveConfig } from 'prettier';
import { runnerImport } from 'vite';

const { values, positionals } = parseArgs({
  options: { check: { type: 'boolean' } },
  allowPositionals: true,
});
const configFile = 'tests/vitest.config.ts';
const { module } = await runnerImport('./tests/claims/measure.ts', { configFile });
const choices = await runnerImport('./tests/claims/choosing.ts', { configFile });
const { told, fromText, measure, summary, toText } = module;
const chosen = (names) =>
  positionals.length === 0 || positionals.some((one) => names.includes(one));
const { isDue, measureChoices, sampled } = choices.module;
for (const text of told) {
  const { kind, id } = text;
  const names = [id, id.replace(/\.\d+$/, '')];
  if (!chosen(names)) continue;
  const path = `tests/claims/results/${kind}/${id}.json`;
  const found = measure(text);
  console.log(id);
  for (const line of summary(text, found)) console.log(`  ${line}`);
  await keep(path, toText(found));
}
const proposed = 'tests/claims/results/choosing.json';
if (chosen(['proposed'])) {
  console.log('proposed races');
  await keep(proposed, JSON.stringify(measureChoices(sampled)));
} else if (positionals.includes('due')) {
  const kept = JSON.parse(readFileSync(proposed, 'utf8'));
  const due = sampled.filter((answers) => isDue(answers, kept));
  console.log(`proposed races with other rules than measured: ${due.length}`);
  if (due.length > 0) await keep(proposed, JSON.stringify({ ...kept, ...measureChoices(due) }));
}

async function keep(path, found) {
  if (!values.check) writeFileSync(path, await pretty(found, path));
  else if (!isDeepStrictEqual(fromText(found), fromText(readFileSync(path, 'utf8')))) {
    console.error(`${path} has other figures. Run npm run claims, and read the texts again.`);
    process.exitCode = 1;
  }
}

async function pretty(text, filepath) {
  return format(text, { ...(await resolveConfig(filepath)), filepath });
}

// SPDX-License-Identifier: MIT
/**
 * npm run claims: measures what the lessons, the examples, the guides of the data sets and the README say, from many
 * starts, and keeps the figures in results/.
 *
 *     npm run claims -- first-race    only this example, data set or lesson, instead of two minutes for all
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
const { module } = await runnerImport('./tests/claims/measure.ts', {
  configFile: 'tests/vitest.config.ts',
});
const { told, fromText, measure, toText } = module;
for (const text of told) {
  const { kind, id } = text;
  const names = [id, id.replace(/\.\d+$/, '')];
  if (positionals.length > 0 && !positionals.some((name) => names.includes(name))) continue;
  const path = `tests/claims/results/${kind}/${id}.json`;
  const found = measure(text);
  const answer = found['the answer'];
  console.log(answer ? `${id}: "holds": ${answer.holds}` : id);
  if (!values.check) {
    writeFileSync(path, await pretty(toText(found), path));
  } else if (!isDeepStrictEqual(found, fromText(readFileSync(path, 'utf8')))) {
    console.error(`${path} has other figures. Run npm run claims, and read the texts again.`);
    process.exitCode = 1;
  }
}

async function pretty(text, filepath) {
  return format(text, { ...(await resolveConfig(filepath)), filepath });
}

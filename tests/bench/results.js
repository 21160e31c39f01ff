// SPDX-License-Identifier: MIT
import { writeFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';

const folder = 'tests/bench/results';

/** Saves the results of the last run, as JSON and as a table. */
export async function keep(name, facts, table) {
  const options = { ...(await resolveConfig(folder)), parser: 'json' };
  writeFileSync(`${folder}/${name}.json`, await format(JSON.stringify(facts), options));
  writeFileSync(`${folder}/${name}.md`, `${table}\n`);
  console.log(`Kept in ${folder}/.`);
}

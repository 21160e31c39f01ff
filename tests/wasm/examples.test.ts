// SPDX-License-Identifier: MIT
// Every program in tests/examples/engine/ prints what its last lines say.
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const folder = 'tests/examples/engine';
const names = readdirSync(folder);

test('there are ten examples', () => expect(names).toHaveLength(10));

test.for(names)('%s prints what it says', (name) => {
  const file = `${folder}/${name}`;
  const [, said = ''] = readFileSync(file, 'utf8').split('\n// It prints:\n');
  const lines = said.trimEnd().split('\n');
  const printed = execFileSync(process.execPath, [file], { encoding: 'utf8' });
  expect(printed.trimEnd().split('\n')).toEqual(lines.map((line) => line.replace('//   ', '')));
});

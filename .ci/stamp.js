// SPDX-License-Identifier: MIT
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { alone } from './lock.js';
import { step } from './steps.js';

/**
 * Runs the step `name` unless `outputs` exist and `inputs` (files and folders) are unchanged since it
 * last ran.
 */
export async function stepUnlessCurrent(name, inputs, outputs, work) {
  const stamp = `build/stamps/${name.replaceAll(' ', '-')}`;
  const isCurrent = () =>
    existsSync(stamp) &&
    outputs.every((file) => existsSync(file)) &&
    readFileSync(stamp, 'utf8') === digestOf(inputs);
  if (isCurrent()) return;
  await step(name, (say) =>
    alone(say, `${stamp}.work`, async () => {
      if (isCurrent()) return;
      const digest = digestOf(inputs);
      await work(say);
      writeFileSync(stamp, digest);
    }),
  );
}

/** A digest of the content of files and folders. */
export function digestOf(inputs) {
  const hash = createHash('sha256');
  for (const file of inputs.flatMap(filesIn)) hash.update(`${file}\0`).update(readFileSync(file));
  return hash.digest('hex');
}

function filesIn(path) {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesIn(`${path}/${name}`));
}

// SPDX-License-Identifier: MIT
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type axe from 'axe-core';
import type { Where } from './race.ts';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** The violations that axe-core finds, one line for each rule and element. */
export async function violations(where: Where): Promise<string[]> {
  await where.evaluate(source);
  return where.evaluate(async () => {
    const engine = (globalThis as unknown as { axe: typeof axe }).axe;
    // Frames are checked on their own. axe would send messages that no sandboxed frame gets.
    const { violations } = await engine.run(document, {
      resultTypes: ['violations'],
      iframes: false,
      // A sandboxed frame may not read its own style sheet, and axe would complain on the console.
      preload: self.origin !== 'null',
    });
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary}`),
    );
  });
}

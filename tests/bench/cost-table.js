// SPDX-License-Identifier: MIT
import { digits, machineLine, markdown } from './markdown.js';

/** The results of cost.js and dead-units.js as Markdown. */
export function costTable({ machine, growth, dead }) {
  const tables = Object.entries(growth).map(([varied, seconds]) =>
    markdown(
      [varied, 'step, us', `for each of the ${varied}, ns`],
      Object.entries(seconds).map(([amount, each]) => [
        amount,
        digits(1e6 * each),
        digits((1e9 * each) / amount),
      ]),
    ),
  );
  return [
    '# Cost of a step',
    `${machineLine(machine)} The time of one step of Adam in wasm, float32, on one core; the best of several rounds in which all take turns. First of 64-64-10 with ever larger batches, then of 64-n-10 with batches of 32.`,
    ...tables,
    `Once steps far too long have killed nearly all units of 2-128-128-1 with relu, and Adam's memory of them has faded, a step takes ${Object.entries(
      dead,
    )
      .map(([precision, ratio]) => `${ratio.toFixed(2)} times as long in ${precision}`)
      .join(', ')} as from the same weights without a memory.`,
  ].join('\n\n');
}

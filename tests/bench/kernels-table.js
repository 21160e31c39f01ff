// SPDX-License-Identifier: MIT
import { digits, machineLine, markdown, percent } from './markdown.js';

/** The results of kernels.js as Markdown. */
export function kernelsTable({ machine, kernels }) {
  const names = Object.keys(Object.values(kernels)[0]);
  const cells = (found, name) => {
    const { nanoseconds, operations } = found[name];
    return [
      digits(nanoseconds),
      digits(operations / 1e9),
      percent(operations / found.peak.operations),
    ];
  };
  const heads = (precision) => [`${precision}, ns`, '10⁹ a second', 'of the peak'];
  return [
    '# Kernels',
    `${machineLine(machine)} On one core, natively, 128-bit vectors; the best of several repetitions in random order. The layer is the workload's widest, with its batch.`,
    markdown(
      ['', ...Object.keys(kernels).flatMap(heads)],
      names.map((name) => [name, ...Object.values(kernels).flatMap((found) => cells(found, name))]),
    ),
  ].join('\n\n');
}

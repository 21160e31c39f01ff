// SPDX-License-Identifier: MIT
import { digits, machineLine, markdown, percent } from './markdown.js';
import { operations, workloads } from './workloads.js';

const measured = 'ours, wasm float32';
const ours = [
  'ours, wasm float32',
  'ours, wasm float64',
  'ours, native float32',
  'ours, native float64',
];

/** The results of speed.js as Markdown. */
export function speedTable({ machine, step, peak, map }) {
  const chosen = workloads.filter(({ name }) => step[name]);
  const names = Object.keys(step[chosen[0].name]);
  const others = names.filter((name) => !ours.includes(name));
  const native = 'ours, native float32';
  const shareOf = (workload, name) => operations(workload) / step[workload.name][name] / peak[name];
  const titleOf = ({ name, sizes, batch, activation }) =>
    `${name} ${sizes.join('-')}, ${batch}, ${activation}`;
  return [
    '# Speed',
    `${machineLine(machine)} On one core; the machine is shared, so the ratios are what counts. Each figure is the best of several rounds in which all take turns.`,
    'One step of Adam (forward, backward, update of one mini-batch) in microseconds. All start at the same weights and train on the same samples. Our figures include choosing the batch, and not the recording of curves; the others get their batches ready made. ConvNetJS 0.3.0 has no Adam of its own: it gets a lean one of ours.',
    markdown(
      ['layers, batch, hidden activation', ...names],
      chosen.map((workload) => [
        titleOf(workload),
        ...names.map((name) => digits(1e6 * step[workload.name][name])),
      ]),
    ),
    `How many times as fast as the others *${measured}* is, its speed as a share of *${native}*, and the share of the peak that the multiplications and additions in the products of matrices alone reach.`,
    markdown(
      ['', ...others, 'of native', ...ours.map((name) => `peak, ${name.slice('ours, '.length)}`)],
      chosen.map((workload) => {
        const times = step[workload.name];
        return [
          workload.name,
          ...others.map((name) => `${digits(times[name] / times[measured])} x`),
          percent(times[native] / times[measured]),
          ...ours.map((name) => percent(shareOf(workload, name))),
        ];
      }),
    ),
    'The peak, multiplications and additions on independent vectors of 128 bits in the same processes, and a map of sensitivity (9 optimizers x 13 rates x 5 seeds x 2500 steps of W1, with nothing recorded but the end; a run that diverges ends early):',
    markdown(
      ['', ...ours],
      [
        ['peak, 10⁹ a second', ...ours.map((name) => digits(peak[name] / 1e9))],
        ['map, seconds', ...ours.map((name) => digits(map[name]))],
      ],
    ),
  ].join('\n\n');
}

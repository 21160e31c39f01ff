// SPDX-License-Identifier: MIT
/** npm run bench:kernels: times the loops of core/numeric/kernels.hpp alone, compiled natively. */
import { execFileSync } from 'node:child_process';
import { precisions, program } from './builds.js';
import { kernelsTable } from './kernels-table.js';
import { describeMachine } from './machine.js';
import { keep } from './results.js';
import { step } from './step.js';

const repetitions = 9;
const options = [
  `--benchmark_repetitions=${repetitions}`,
  '--benchmark_enable_random_interleaving=true',
  '--benchmark_min_time=0.02',
  '--benchmark_format=json',
];

const found = { machine: describeMachine(), kernels: {} };
for (const precision of precisions) {
  await step(`kernels in ${precision}`, () => {
    found.kernels[precision] = measure(program('bench_kernels', precision));
  });
}
console.log(`\n${kernelsTable(found)}\n`);
await keep('kernels', found, kernelsTable(found));

/** The best repetition of each kernel: nanoseconds per call and operations per second, by name. */
function measure(file) {
  const silently = { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] };
  const { benchmarks } = JSON.parse(execFileSync(file, options, silently));
  const repeated = benchmarks.filter(({ run_type: type }) => type === 'iteration');
  const inOrder = repeated.toSorted((a, b) => a.family_index - b.family_index);
  const best = {};
  for (const { name, cpu_time: nanoseconds, operations } of inOrder) {
    if (operations > (best[name]?.operations ?? 0)) best[name] = { nanoseconds, operations };
  }
  return best;
}

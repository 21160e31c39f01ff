// SPDX-License-Identifier: MIT
/** The engine as users load it: the built module, in Node. */
import { loadEngine } from '../../../web/dist/engine.js';
import { settingsOf } from '../workloads.js';

export async function engineContender(precision) {
  const engine = await loadEngine({ precision });
  const start = (settings) => {
    const began = performance.now();
    const run = engine.createRun(settings);
    const made = (performance.now() - began) / 1000;
    return {
      made,
      parameters: run.parameters,
      loss: () => run.evaluate().trainLoss,
      steps: (n) => {
        const before = run.milliseconds;
        run.step(n);
        return (run.milliseconds - before) / 1000;
      },
      end: () => run.dispose(),
    };
  };
  return {
    name: `ours, wasm ${precision}`,
    precision,
    start,
    prepare: (workload) => start(settingsOf(workload)),
    close: () => {},
  };
}

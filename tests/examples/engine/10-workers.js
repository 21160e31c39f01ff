// SPDX-License-Identifier: MIT
// Compiles the engine once and trains in two workers at the same time.
import { readFile } from 'node:fs/promises';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { loadEngine } from 'fall-line/engine';

if (isMainThread) {
  const file = new URL(import.meta.resolve('fall-line/engine-float32.wasm'));
  const wasmModule = await WebAssembly.compile(await readFile(file));
  const trained = ['adam', 'rmsprop'].map(
    (id) =>
      new Promise((resolve, reject) => {
        const worker = new Worker(new URL(import.meta.url), { workerData: { wasmModule, id } });
        worker.once('message', resolve).once('error', reject);
      }),
  );
  for (const line of await Promise.all(trained)) console.log(line);
} else {
  const { wasmModule, id } = workerData;
  const engine = await loadEngine({ wasmModule });
  const run = engine.createRun({ problem: { dataset: { id: 'spiral' } }, optimizer: { id } });
  run.step(2000);
  parentPort.postMessage(`${id}: ${run.evaluate().testAccuracy}`);
}

// It prints:
//   adam: 1
//   rmsprop: 1

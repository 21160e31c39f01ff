// SPDX-License-Identifier: MIT
import 'fall-line';
import { train } from '../train.js';

/** What the test calls: the same training on the page and in a worker. */
globalThis.trainHere = train;
globalThis.trainInWorker = (asked) =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./worker.js', import.meta.url), { type: 'module' });
    worker.onmessage = ({ data }) => resolve(data);
    worker.onerror = ({ message }) => reject(new Error(`The worker failed: ${message}`));
    worker.postMessage(asked);
  });

// SPDX-License-Identifier: MIT
// Goes back to an earlier moment. What follows from there repeats bit for bit.
import { loadEngine } from 'fall-line/engine';

const engine = await loadEngine();
const run = engine.createRun({ problem: { dataset: { id: 'xor' } }, optimizer: { id: 'adam' } });
run.step(100);
const moment = run.snapshot();
run.step(100);
const once = run.parameters;
run.restore(moment);
console.log(`back at step ${run.report().step}`);
run.step(100);
console.log(`the same parameters again: ${run.parameters.every((value, i) => value === once[i])}`);
run.dispose();

// It prints:
//   back at step 100
//   the same parameters again: true

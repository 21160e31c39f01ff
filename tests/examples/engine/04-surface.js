// SPDX-License-Identifier: MIT
// Walks down a function of two parameters by a second-order rule, which needs 64-bit numbers.
import { loadEngine } from 'fall-line/engine';

const engine = await loadEngine({ precision: 'float64' });
const run = engine.createRun({
  problem: { surface: { id: 'rosenbrock' }, start: [-1.2, 1] },
  optimizer: { id: 'newton' },
});
run.step(20);
const [{ at }] = engine.catalog.surfaces.find(({ id }) => id === 'rosenbrock').minima;
const distance = Math.hypot(...run.parameters.map((value, i) => value - at[i]));
console.log(`closer than a millionth to the minimum at ${at}: ${distance < 1e-6}`);
console.log(`points on the path: ${run.path().x.length}`);
run.dispose();

// It prints:
//   closer than a millionth to the minimum at 1,1: true
//   points on the path: 21

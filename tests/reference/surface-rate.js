// SPDX-License-Identifier: MIT
import { rates } from './sweep.js';

const steps = 1000;
/** Lower heights count as this, because they are rounding errors. */
const lowest = 1e-12;

/** The value at every step of a racer. Undefined if it leaves the drawn part of the surface. */
function descent(engine, { id, domain }, optimizer, learningRate) {
  const run = engine.createRun({
    problem: { surface: { id } },
    optimizer: { id: optimizer, learningRate },
  });
  run.step(steps);
  const { x, y } = run.path();
  run.dispose();
  const within = (at, [low, high]) => at >= low && at <= high;
  const stays = x.every((at, i) => within(at, domain[0]) && within(y[i], domain[1]));
  if (!stays || x.length <= steps) return undefined;
  return engine.values({ id }, Float64Array.from([...x].flatMap((at, i) => [at, y[i]])));
}

/** The mean logarithm of the height above the minimum, or the last value without a minimum. Lower is better. */
function score({ minima }, values) {
  if (minima.length === 0) return values.at(-1);
  const floor = Math.min(...minima.map(({ value }) => value));
  const logarithms = values.map((value) => Math.log10(Math.max(lowest, value - floor)));
  return logarithms.reduce((sum, one) => sum + one, 0) / values.length;
}

/**
 * The learning rate with the best score over 1000 steps from the surface's own start. Undefined if the
 * optimizer leaves the drawn part of the surface at every rate.
 */
export function bestOnSurface(engine, surface, optimizer) {
  const tried = rates.flatMap((rate) => {
    const values = descent(engine, surface, optimizer, rate);
    return values ? [{ rate, score: score(surface, values) }] : [];
  });
  return tried.sort((a, b) => a.score - b.score)[0]?.rate;
}

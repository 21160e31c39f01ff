// SPDX-License-Identifier: MIT
/**
 * Times several things in turns, so that a machine that is busy for a while favours none of them,
 * and keeps the best of each: what others did at the same time only ever adds.
 */

/** By name, the least seconds of one unit. `timed[name](n)` does n units and says its seconds. */
export async function bestOf(timed, { rounds, seconds }) {
  const names = Object.keys(timed);
  const amounts = {};
  for (const name of names) amounts[name] = await amountFor(timed[name], seconds);
  const best = Object.fromEntries(names.map((name) => [name, Infinity]));
  for (let round = 0; round < rounds; ++round) {
    for (const name of names) {
      const each = (await timed[name](amounts[name])) / amounts[name];
      best[name] = Math.min(best[name], each);
    }
  }
  return best;
}

/** How many units take about `seconds`, found by doubling, which warms up as well. */
async function amountFor(time, seconds) {
  let amount = 1;
  let took = await time(amount);
  while (took < seconds / 2) {
    amount *= 2;
    took = await time(amount);
  }
  return Math.max(1, Math.round((amount * seconds) / took));
}

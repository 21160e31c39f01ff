// SPDX-License-Identifier: MIT
/**
 * Times several things in turn, so a machine that is busy for a while favours none of them. The best
 * time of each counts, because other processes can only make it longer.
 */

/** The least seconds per unit, by name. `timed[name](n)` does n units and returns its seconds. */
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

/** The number of units that take about `seconds`. It is found by doubling, which also warms up. */
async function amountFor(time, seconds) {
  let amount = 1;
  let took = await time(amount);
  while (took < seconds / 2) {
    amount *= 2;
    took = await time(amount);
  }
  return Math.max(1, Math.round((amount * seconds) / took));
}

// SPDX-License-Identifier: MIT
/**
 * Completes v3-rates.json: the learning rates of optimizers on surfaces and kinds of networks for links
 * that leave the rate out. It never changes a rate that is there, because links rely on it. Another
 * version of links can begin with a table of its own.
 *
 * On a surface with its default settings, every optimizer runs 1000 steps from the surface's own start
 * at 13 rates, in 64 bits. surface-rate.js compares them. On a kind of network, every optimizer runs the
 * races in network-kinds.js at five to seven rates near its default, with defaults for the rest. As in
 * rates.js, the best rate has the least geometric mean of relative losses.
 *
 * Some optimizers have no rate in the table and use their default, or the rate of an earlier kind of
 * network: those in not-swept.js and `slowWhenWide`, and those that leave the drawn part of a surface at
 * every rate.
 *
 *     npm run build && node tests/reference/fitting-rates.js
 *
 * It takes about a quarter of an hour.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';
import { loadEngine } from '../../web/dist/engine.js';
import { slowWhenWide, networkKinds } from './network-kinds.js';
import { bestOnNetworks } from './network-rate.js';
import { alwaysDefault } from './not-swept.js';
import { bestOnSurface } from './surface-rate.js';

const file = new URL('../../web/src/model/links/v3-rates.json', import.meta.url);
const table = existsSync(file)
  ? JSON.parse(readFileSync(file, 'utf8'))
  : { surfaces: {}, networks: [] };

const engine = await loadEngine();
const exact = await loadEngine({ precision: 'float64' });
const { optimizers, surfaces } = engine.catalog;
const swept = optimizers.filter(
  ({ id, hyperparameters }) =>
    hyperparameters.some((row) => row.id === 'learningRate') && !(id in alwaysDefault),
);

async function fill(rates, find) {
  for (const entry of swept) {
    if (entry.id in rates) continue;
    const best = find(entry);
    if (best === undefined) continue;
    rates[entry.id] = best;
    inOrder(rates, swept);
    const options = { ...(await resolveConfig(file)), parser: 'json' };
    writeFileSync(file, await format(JSON.stringify(table, null, 2), options));
  }
}

/** Puts the keys of a table into the order of the catalog, whatever was added last. */
function inOrder(byId, entries) {
  const known = { ...byId };
  for (const id of Object.keys(byId)) delete byId[id];
  for (const { id } of entries) if (id in known) byId[id] = known[id];
}

for (const surface of surfaces) {
  console.log(surface.id);
  table.surfaces[surface.id] ??= {};
  inOrder(table.surfaces, surfaces);
  const problem = { surface: { id: surface.id } };
  await fill(table.surfaces[surface.id], ({ id }) =>
    exact.check({ problem, optimizer: { id } }).length === 0
      ? bestOnSurface(exact, surface, id)
      : undefined,
  );
}

for (const [index, kind] of networkKinds.entries()) {
  console.log(kind.from);
  table.networks[index] ??= { from: kind.from, rates: {} };
  const isWide = kind.from.weights > 0;
  await fill(table.networks[index].rates, (entry) =>
    isWide && slowWhenWide.includes(entry.id) ? undefined : bestOnNetworks(engine, kind, entry),
  );
}

// SPDX-License-Identifier: MIT
import type { Catalog } from '../../../wasm/types.ts';
import { kindOf } from '../model/problem-kinds.ts';
import type { Settings } from '../model/settings.ts';

/** The most racers that a title names. */
const most = 4;

/** What a race is, for a frame's title: `Optimizer race: SGD and Adam on Spiral, hidden layers of 8 and 8 units`. */
export function titleOf(catalog: Catalog, settings: Settings): string {
  const raced = settings.racers.filter(({ on }) => on);
  const names = raced.map(
    ({ optimizer: { id } }) => catalog.optimizers.find((entry) => entry.id === id)?.name ?? id,
  );
  const named =
    names.length > most ? [...names.slice(0, most - 1), `${names.length - most + 1} more`] : names;
  const who = new Intl.ListFormat('en').format(named) || 'no optimizer yet';
  return `Optimizer race: ${who} on ${kindOf(settings).summary(catalog, settings)}`;
}

/** The name of a race's file, such as `fall-line-sgd-adam-spiral.html`. */
export function fileNameOf({ racers, surface, dataset }: Settings): string {
  const rules = [...new Set(racers.filter(({ on }) => on).map(({ optimizer }) => optimizer.id))];
  const parts = ['fall-line', ...rules.slice(0, most), surface?.id ?? dataset.id];
  return `${parts.join('-').replaceAll(/[^a-z0-9-]+/gi, '-')}.html`;
}

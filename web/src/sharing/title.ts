// SPDX-License-Identifier: MIT
import type { Catalog } from '../../../wasm/types.ts';
import { joined } from '../language/list.ts';
import { msg, plural } from '../language/message.ts';
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
  const others = names.length - most + 1;
  const named =
    others > 1 ? [...names.slice(0, most - 1), plural(others, '{n} more', '{n} more')] : names;
  const problem = kindOf(settings).summary(catalog, settings);
  if (named.length === 0) return msg('Optimizer race: no optimizer yet on {problem}', { problem });
  return msg('Optimizer race: {racers} on {problem}', { racers: joined(named), problem });
}

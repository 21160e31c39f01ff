// SPDX-License-Identifier: MIT
import type { Catalog, Hyperparameter, SettingValue } from '../../../wasm/types.ts';
import { plain } from '../format/number.ts';
import { msg } from '../language/message.ts';
import {
  type Component,
  optimizerRows,
  type RacerSettings,
  scheduleRows,
  unscheduled,
  wrapperRows,
} from './settings.ts';

/** A setting as text, such as `η 0.01`, with the row's symbol if it has one. */
export function settingText(row: Hyperparameter, value: SettingValue): string {
  // A subscript without a Unicode character would be shown with its underscore.
  const symbol = row.symbol.includes('_') ? '' : row.symbol;
  return `${symbol || row.name.toLowerCase()} ${valueText(row, value)}`;
}

export function valueText({ choices }: Hyperparameter, value: SettingValue): string {
  const word = choices?.find(({ id }) => id === value)?.name;
  if (typeof value === 'boolean') return value ? msg('true') : msg('false');
  return word ?? (typeof value === 'number' ? plain(value) : String(value));
}

/** The help of a setting, which says when a change of it takes effect unless that is at once. */
export const helpText = ({ doc, live }: Hyperparameter): string =>
  live === false ? `${doc} ${msg('Changes apply after a restart.')}` : doc;

/** Names by key: the optimizer's, plus what distinguishes racers with the same one, or else a number. */
export function racerNames(
  catalog: Catalog,
  racers: readonly RacerSettings[],
): Map<number, string> {
  const names = racers.map((racer) => nameParts(catalog, racers, racer).join(', '));
  return new Map(
    racers.map(({ key }, index) => {
      const name = names[index] ?? '';
      const count = (list: string[]): number => list.filter((other) => other === name).length;
      return [key, count(names) > 1 ? `${name} (${count(names.slice(0, index + 1))})` : name];
    }),
  );
}

/** The optimizer's name, and the settings that distinguish it from others with the same one. */
export function nameParts(
  catalog: Catalog,
  racers: readonly RacerSettings[],
  racer: RacerSettings,
): string[] {
  const { id, values } = racer.optimizer;
  const name = catalog.optimizers.find((entry) => entry.id === id)?.name ?? id;
  const namesakes = racers.filter(({ optimizer }) => optimizer.id === id);
  const details = optimizerRows(catalog, id)
    .filter((row) => namesakes.some(({ optimizer }) => optimizer.values[row.id] !== values[row.id]))
    .map((row) => settingText(row, values[row.id] ?? row.default));
  const around = surroundings(catalog, racer).filter((each) =>
    namesakes.some((other) => !surroundings(catalog, other).includes(each)),
  );
  return [name, ...details, ...around];
}

/** The wrappers and the schedule of a racer, with settings that differ from defaults: `Lookahead k 10`. */
export function surroundings(catalog: Catalog, { wrappers, schedule }: RacerSettings): string[] {
  const rate = (one: Component): string =>
    described(catalog.schedules, one, scheduleRows(catalog, one.id));
  const scheduled = rate(schedule);
  return [
    ...wrappers.map((one) => described(catalog.wrappers, one, wrapperRows(catalog, one.id))),
    ...(scheduled === rate(unscheduled(catalog)) ? [] : [scheduled]),
  ];
}

function described(
  entries: readonly { id: string; name: string }[],
  { id, values }: Component,
  rows: readonly Hyperparameter[],
): string {
  const name = entries.find((entry) => entry.id === id)?.name ?? id;
  const changed = rows.filter((row) => String(values[row.id]) !== String(row.default));
  return [name, ...changed.map((row) => settingText(row, values[row.id] ?? row.default))].join(' ');
}

/** What to show of an optimizer's settings: the first few, and all that differ from their defaults. */
export function racerSummary(catalog: Catalog, { id, values }: Component): string[] {
  return optimizerRows(catalog, id)
    .filter((row, index) => values[row.id] !== row.default || (index < 3 && row.default !== 0))
    .filter((row) => values[row.id] !== row.default || !catalog.settings.optimizer.includes(row))
    .map((row) => settingText(row, values[row.id] ?? row.default));
}

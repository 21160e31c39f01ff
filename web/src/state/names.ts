// SPDX-License-Identifier: MIT
import type { Catalog, Hyperparameter, SettingValue } from '../../../wasm/types.ts';
import { plain } from '../format/number.ts';
import { type Component, optimizerRows, type RacerSettings } from './settings.ts';

/** `η 0.01`, with the row's symbol where it has one. */
export function settingText(row: Hyperparameter, value: SettingValue): string {
  const word = row.choices?.find(({ id }) => id === value)?.name;
  const text = word ?? (typeof value === 'number' ? plain(value) : String(value));
  return `${row.symbol || row.name.toLowerCase()} ${text}`;
}

/** By key: the optimizer's name, and where several have it, what sets each apart. */
export function racerNames(
  catalog: Catalog,
  racers: readonly RacerSettings[],
): Map<number, string> {
  return new Map(racers.map((racer) => [racer.key, racerName(catalog, racers, racer)]));
}

function racerName(
  catalog: Catalog,
  racers: readonly RacerSettings[],
  racer: RacerSettings,
): string {
  const { id, values } = racer.optimizer;
  const name = catalog.optimizers.find((entry) => entry.id === id)?.name ?? id;
  const twins = racers.filter((other) => other !== racer && other.optimizer.id === id);
  const apart = optimizerRows(catalog, id).filter((row) =>
    twins.some((twin) => twin.optimizer.values[row.id] !== values[row.id]),
  );
  const details = apart.map((row) => settingText(row, values[row.id] ?? row.default));
  if (details.length > 0) return `${name}, ${details.join(', ')}`;
  return twins.length > 0 ? `${name} ${1 + racers.indexOf(racer)}` : name;
}

/** What tells the reader most, in one line: the first few rows, and whatever is not the default. */
export function racerSummary(catalog: Catalog, { id, values }: Component): string {
  return optimizerRows(catalog, id)
    .filter((row, index) => values[row.id] !== row.default || (index < 3 && row.default !== 0))
    .filter((row) => values[row.id] !== row.default || !catalog.settings.optimizer.includes(row))
    .map((row) => settingText(row, values[row.id] ?? row.default))
    .join(' · ');
}

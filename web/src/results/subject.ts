// SPDX-License-Identifier: MIT
import type { Hyperparameter, SettingValue } from '../../../wasm/types.ts';
import { pointText } from '../format/number.ts';
import { msg } from '../language/message.ts';
import { racerSummary, settingText, surroundings } from '../model/names.ts';
import { precisionOf } from '../model/precision.ts';
import { kindOf } from '../model/problem-kinds.ts';
import { datasetRows, type RacerSettings, surfaceRows, type Values } from '../model/settings.ts';
import type { Playground } from '../playground/playground.ts';
import type { Racer } from '../race/racer.ts';

/** What files are made from. */
export type Subject = Pick<
  Playground,
  'catalog' | 'race' | 'settings' | 'names' | 'inquiry' | 'linkOf'
>;

/** All that decides the race but its racers, for a line under a title: what differs from defaults, and the seeds. */
export function circumstances({ catalog, settings }: Subject): string {
  const { surface, dataset, problem, network, run } = settings;
  const groups: [readonly Hyperparameter[], Values][] = surface
    ? [
        [surfaceRows(catalog, surface.id), surface.values],
        [catalog.settings.surface, surface.descent],
      ]
    : [
        [datasetRows(catalog, dataset.id), dataset.values],
        [catalog.settings.problem, problem],
        [catalog.settings.network.filter(({ id }) => id !== 'hidden'), network],
      ];
  const changed = groups.flatMap(([rows, values]) =>
    rows
      .filter(({ id, default: usual }) => String(values[id] ?? usual) !== String(usual))
      .map((row) => written(row, values[row.id] ?? row.default)),
  );
  const runs = catalog.settings.run.map((row) => settingText(row, run[row.id] ?? row.default));
  const bits = precisionOf(catalog, settings) === 'float64' ? 64 : 32;
  return [
    kindOf(settings).summary(catalog, settings),
    ...(surface ? [msg('from {point}', { point: pointText(surface.start) })] : []),
    ...changed,
    ...runs,
    msg('{bits}-bit numbers', { bits }),
  ].join(' · ');
}

const written = (row: Hyperparameter, value: SettingValue): string =>
  row.kind === 'switch'
    ? msg(value ? '{name}: on' : '{name}: off', { name: row.name })
    : settingText(row, value);

/** The settings of a racer in words, with the values in force. */
export function settingsOf({ catalog, race }: Subject, racer: RacerSettings): string {
  const optimizer = race.optimizerOf(racer);
  return [...racerSummary(catalog, optimizer), ...surroundings(catalog, racer)].join(', ');
}

/** The state of a racer. One that has gone on to the end of the race is as the race is. */
export const statusOf = ({ race }: Subject, { status }: Racer): string =>
  status === 'running' ? race.state : status;

// SPDX-License-Identifier: MIT
import { version } from '../../../package.json';
import { precisionOf } from '../model/precision.ts';
import { kindOf } from '../model/problem-kinds.ts';
import { runSettings } from '../model/run-settings.ts';
import type { Columns } from '../race/columns.ts';
import { resultOf } from '../race/expected.ts';
import type { Racer } from '../race/racer.ts';
import { format, formatVersion } from './format.ts';
import { circumstances, settingsOf, statusOf, type Subject } from './subject.ts';

/**
 * A race for programs and for `opened`: its link, its settings in words and as the engine takes them, and what
 * came out. Numbers that do not exist or are infinite are null, as JSON has none.
 */
export async function raceJson(subject: Subject): Promise<string> {
  const { catalog, race, settings, names } = subject;
  const link = subject.linkOf({ ...settings, expect: [] });
  const results = await resultOf(race, settings);
  return inLines({
    format,
    version: formatVersion,
    engine: version,
    link,
    about: circumstances(subject),
    precision: precisionOf(catalog, settings),
    ...settings.run,
    problem: kindOf(settings).forEngine(settings),
    state: race.state,
    racers: race.racers.map((racer, place) => {
      const { optimizer, schedule } = runSettings(settings, racer.settings);
      return {
        name: names.get(racer.key) ?? '',
        settings: settingsOf(subject, racer.settings),
        ...{ optimizer, schedule },
        ...(racer.changes.length > 0 && { changes: racer.changes }),
        status: statusOf(subject, racer),
        ...(results && { result: results[place] }),
        curve: tableOf(racer.curve),
        weightNorms: racer.curve.layers.map((layer) => listed(layer.column('weightNorms'))),
        ...(race.kind.onPlane && { path: tableOf(racer.path) }),
      };
    }),
  });
}

/** JSON with a line for each key, also of the racers, so that people can read it. */
function inLines(value: Readonly<Record<string, unknown>>, indent = ''): string {
  const written = (one: unknown): string =>
    Array.isArray(one) && one.every((each) => each?.constructor === Object)
      ? `[${one.map((each) => inLines(each as Readonly<Record<string, unknown>>, `${indent}  `)).join(', ')}]`
      : JSON.stringify(one);
  const lines = Object.entries(value).map(
    ([key, one]) => `${indent}  ${JSON.stringify(key)}: ${written(one)}`,
  );
  return `{\n${lines.join(',\n')}\n${indent}}`;
}

const tableOf = (table: Racer['curve'] | Racer['path']): Record<string, (number | null)[]> =>
  Object.fromEntries(
    table.names.map((name) => [name, listed((table as Columns<string>).column(name))]),
  );

const listed = (column: Float64Array): (number | null)[] =>
  Array.from(column, (value) => (Number.isFinite(value) ? value : null));

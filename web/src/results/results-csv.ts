// SPDX-License-Identifier: MIT
import { csvOf } from './csv.ts';
import { recordColumns } from './curves-csv.ts';
import { settingsOf, statusOf, type Subject } from './subject.ts';

/** Of the record at which racers are compared. */
const columns = recordColumns.filter((name) => name !== 'learningRate');

/** The table of results as the page ranks them, best first, with every digit. Columns without a number are left out. */
export function resultsCsv(subject: Subject): string {
  const { race, names } = subject;
  const rows = race.comparison.standings.map(({ racer, record }, index) => {
    const [x, y] = racer.path.after(racer.curve.at('step', record)) ?? [Number.NaN, Number.NaN];
    return {
      words: [
        index + 1,
        names.get(racer.key) ?? '',
        racer.settings.optimizer.id,
        settingsOf(subject, racer.settings),
        statusOf(subject, racer),
      ],
      numbers: [...columns.map((column) => racer.curve.at(column, record)), x, y],
    };
  });
  const kept = [...columns, 'x', 'y']
    .map((name, index) => ({ name, index }))
    .filter(({ index }) => rows.some(({ numbers }) => !Number.isNaN(numbers[index])));
  return csvOf([
    ['place', 'racer', 'optimizer', 'settings', 'status', ...kept.map(({ name }) => name)],
    ...rows.map(({ words, numbers }) => [
      ...words,
      ...kept.map(({ index }) => numbers[index] ?? Number.NaN),
    ]),
  ]);
}

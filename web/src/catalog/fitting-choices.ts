// SPDX-License-Identifier: MIT
import type { Catalog, Choice, Hyperparameter } from '../../../wasm/types.ts';

/** Whether a row says something about a data set. Some are for one task alone. */
export const fits = (catalog: Catalog, { task }: Hyperparameter, dataset: string): boolean =>
  !task || task === catalog.datasets.find(({ id }) => id === dataset)?.task;

/** The choices of a row that work with a data set. A loss may be defined for only some tasks. */
export function fittingChoices(catalog: Catalog, row: Hyperparameter, dataset: string): Choice[] {
  const task = catalog.datasets.find(({ id }) => id === dataset)?.task;
  const lossOf = (id: string) => catalog.losses.find((entry) => entry.id === id);
  const choices = (row.choices ?? []).filter(({ id }) => {
    const loss = lossOf(id);
    return !loss || !task || loss.tasks.includes(task);
  });
  const listed = row.kind !== 'choice' || choices.some(({ id }) => id === row.default);
  if (listed) return choices;
  const suited = choices.find(({ id }) => task && lossOf(id)?.defaultFor.includes(task));
  return [{ id: String(row.default), name: suited?.name ?? 'default' }, ...choices];
}

/** The choices for a control. The one that the default stands for is omitted, unless it is chosen. */
export function offeredChoices(choices: Choice[], value: unknown): Choice[] {
  return choices.filter(
    ({ id, name }, at) => id === value || choices.findIndex((one) => one.name === name) === at,
  );
}

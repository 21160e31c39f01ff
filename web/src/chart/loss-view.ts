// SPDX-License-Identifier: MIT
import { threeDigits } from '../format/number.ts';
import { shownOf } from '../race/deciding-loss.ts';
import type { Race } from '../race/race.ts';
import type { Axis, View } from '../model/settings.ts';

export type ShownColumn = 'testLoss' | 'trainLoss' | 'learningRate';

/** What the chart, its table, and its description show of the curves. */
export interface LossView {
  title: string;
  main: ShownColumn;
  beside: ShownColumn | undefined;
  /** Subtracted from every loss. On a surface the height above its lowest minimum is shown. */
  floor: number;
  scale: View['scale'];
  /** The first record with a value. Step 0 has a loss, but no learning rate. */
  first: 0 | 1;
}

/** Without a test split it shows the training loss. An unbounded surface has no logarithmic scale. */
export function lossView(race: Race, { show: chosen, scale }: View): LossView {
  const show = shownOf(race, chosen);
  if (show === 'rate') {
    const shown = { main: 'learningRate', beside: undefined, floor: 0, first: 1 } as const;
    return { ...shown, title: 'Learning rate', scale };
  }
  const first = 0;
  const { surface } = race;
  if (surface) {
    const { floor } = surface;
    const title = floor ? `Height above the minimum of ${threeDigits(floor)}` : 'Value';
    const shown = { main: 'trainLoss', beside: undefined, floor: floor ?? 0, first } as const;
    return { ...shown, title, scale: floor === undefined ? 'linear' : scale };
  }
  if (!race.tested || show === 'train') {
    return { title: 'Training loss', main: 'trainLoss', beside: undefined, floor: 0, scale, first };
  }
  const beside = show === 'both' ? 'trainLoss' : undefined;
  return { title: 'Test loss', main: 'testLoss', beside, floor: 0, scale, first };
}

const axisTitles: Record<Axis, string> = {
  steps: 'steps',
  epochs: 'epochs',
  samples: 'samples seen',
  time: 'milliseconds on this machine',
};

/** The title of the x axis. On a surface, samples are called evaluations. */
export function axisTitle({ surface }: Race, axis: Axis): string {
  return surface && axis === 'samples' ? 'evaluations' : axisTitles[axis];
}

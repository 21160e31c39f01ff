// SPDX-License-Identifier: MIT
import { threeDigits } from '../format/number.ts';
import { marked, msg } from '../language/message.ts';
import { shownOf } from '../race/deciding-loss.ts';
import type { Race } from '../race/race.ts';
import type { Axis, View } from '../model/settings.ts';

export type ShownColumn = 'testLoss' | 'trainLoss' | 'learningRate';

/** What the chart, its table, and its description show of the curves. */
export interface LossView {
  title: string;
  main: ShownColumn;
  beside: ShownColumn | undefined;
  /** Subtracted from every loss, so the height above the lowest one is shown. */
  floor: number;
  scale: View['scale'];
  /** The first record with a value. Step 0 has a loss, but no learning rate. */
  first: 0 | 1;
}

/** Without a test split it shows the training loss. A loss without a lowest value has no logarithmic scale. */
export function lossView(race: Race, { show: chosen, scale }: View): LossView {
  const show = shownOf(race, chosen);
  if (show === 'rate') {
    const shown = { main: 'learningRate', beside: undefined, floor: 0, first: 1 } as const;
    return { ...shown, title: msg('Learning rate'), scale };
  }
  const { kind, floor, tested } = race;
  const main = tested && show !== 'train' ? 'testLoss' : 'trainLoss';
  return {
    title: floor
      ? msg('Height above the minimum of {value}', { value: threeDigits(floor) })
      : msg(kind.losses[main]),
    main,
    beside: tested && show === 'both' ? 'trainLoss' : undefined,
    floor: floor ?? 0,
    scale: floor === undefined ? 'linear' : scale,
    first: 0,
  };
}

const axisTitles: Record<Exclude<Axis, 'samples'>, string> = {
  steps: marked('steps'),
  epochs: marked('epochs'),
  time: marked('milliseconds on this machine'),
};

/** The title of the x axis. */
export function axisTitle({ kind }: Race, axis: Axis): string {
  return msg(axis === 'samples' ? kind.samples.title : axisTitles[axis]);
}

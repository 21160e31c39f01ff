// SPDX-License-Identifier: MIT
import type { DecidingLoss } from '../model/problem-kind.ts';
import type { View } from '../model/settings.ts';

/** What a race knows of its racers' rules. */
interface Rules {
  /** Whether one of them uses the whole training set in each step. */
  readonly fitsWhole: boolean;
}

type Shown = Exclude<View['show'], 'auto'>;

/** Resolves `auto`: the training loss if a racer's rule uses the whole training set in each step. */
export function shownOf({ fitsWhole }: Rules, show: View['show']): Shown {
  if (show !== 'auto') return show;
  return fitsWhole ? 'train' : 'test';
}

/** The loss by which racers are compared: the one that the chart shows, if it shows one. */
export function decidingLoss(race: Rules, show: View['show']): DecidingLoss {
  const shown = shownOf(race, show === 'rate' ? 'auto' : show);
  return shown === 'train' ? 'trainLoss' : 'testLoss';
}

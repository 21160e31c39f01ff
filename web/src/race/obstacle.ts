// SPDX-License-Identifier: MIT
import { msg } from '../language/message.ts';
import type { Settings } from '../model/settings.ts';
import type { Racer } from './racer.ts';

/** Why no racer can start, for the reader. Empty if one can, or still may. */
export function obstacleOf({ racers: set }: Settings, racers: readonly Racer[]): string {
  if (set.length === 0) return msg('Add a racer to start.');
  if (racers.length === 0) return msg('Switch a racer on to start.');
  const stopped = racers.every(({ status }) => status === 'refused' || status === 'failed');
  if (!stopped) return '';
  return msg('No racer can start with these settings. Its card says why.');
}

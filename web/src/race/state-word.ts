// SPDX-License-Identifier: MIT
import { marked, msg } from '../language/message.ts';
import type { RaceState } from './race-facts.ts';
import type { RacerStatus } from './racer.ts';

const words: Readonly<Record<RaceState | RacerStatus, string>> = {
  loading: marked('loading'),
  ready: marked('ready'),
  running: marked('running'),
  paused: marked('paused'),
  finished: marked('finished'),
  diverged: marked('diverged'),
  reached: marked('reached'),
  converged: marked('converged'),
  refused: marked('refused'),
  failed: marked('failed'),
};

/** The state of a race, or of a racer in it, in a word. */
export const stateWord = (state: keyof typeof words): string => msg(words[state]);

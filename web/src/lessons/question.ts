// SPDX-License-Identifier: MIT
import type { Measure } from './measures.ts';

interface Asked {
  asks: string;
  /** The number of the answer in the step's own race, and in most races like it. */
  answer: number;
  /** How the races differ from which the answer was measured. The starting point is one on a surface. */
  each: 'start' | 'start and data' | 'point';
  /** How many of the twenty races give this answer. `npm run claims` measures it. */
  holds: number;
}

/** Which racer has the least or the most of something? The racers are the choices. */
export interface WhichRacer extends Asked {
  which: { of: Measure; wins: 'least' | 'most' };
  /** An additional choice at the end, for a race in which the figure of every racer is infinite. */
  none?: string;
}

/** What happens? The first choice with conditions that all hold is the answer. */
export interface WhatHappens extends Asked {
  choices: readonly Choice[];
}

export type Question = WhichRacer | WhatHappens;

export interface Choice {
  says: string;
  /** Conditions that must all hold. Without any, the choice is the answer if no earlier one is. */
  when?: readonly Condition[];
}

/** The figure of a racer, or its ratio to that of another racer, is within bounds. */
export interface Condition {
  of: Measure;
  /** The number of the racer in the link, from 1. */
  racer: number;
  /** The number of a racer whose figure divides that of the first one. */
  over?: number;
  /** Bounds, both exclusive. */
  above?: number;
  below?: number;
}

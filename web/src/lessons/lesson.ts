// SPDX-License-Identifier: MIT
import type { Question } from './question.ts';

/** A lesson: a few steps, each with one idea. */
export interface Lesson {
  id: string;
  /** The number of its chapter, from 1. */
  chapter: number;
  title: string;
  /** The line in the list, under the title. */
  line: string;
  /** Two to five. */
  steps: readonly Step[];
}

/**
 * A step: a race, what to look at, and a question to answer before it starts. `text` and `why` together
 * are at most three sentences. `text` must not give the answer away.
 */
export interface Step {
  text: string;
  /** Explains what happened. Shown after the race. */
  why: string;
  /** The race, as in the hash of a link. */
  link: string;
  /** The part of the page to look at: see parts.ts. */
  look: string;
  question: Question;
  /** The id of an example that this step replaced. Its links lead here. */
  formerly?: string;
}

/** A step with its place among all. */
export interface PlacedStep {
  /** As in links: `downhill.2`. */
  id: string;
  lesson: Lesson;
  step: Step;
  /** The number in its lesson, from 1. */
  number: number;
}

// SPDX-License-Identifier: MIT
import { marked } from '../../language/message.ts';
import { phrase, type Phrase } from '../../language/phrase.ts';

/** The kinds of things that a link names by id: what is said of an unknown one, and where the page lists them. */
export interface Listed {
  readonly unknown: Phrase;
  readonly where: string;
}

const underProblem = marked('The page lists them all under “Problem”.');
const underLessons = marked('The page lists them all under “Lessons”.');

export const lists = {
  optimizers: {
    unknown: phrase('{field} names no known optimizer.'),
    where: marked('The page lists them all under “Add a racer”.'),
  },
  datasets: { unknown: phrase('{field} names no known data set.'), where: underProblem },
  surfaces: { unknown: phrase('{field} names no known surface.'), where: underProblem },
  schedules: {
    unknown: phrase('{field} names no known schedule.'),
    where: marked('The page lists them all on the card of a racer.'),
  },
  lessons: { unknown: phrase('{field} names no known lesson.'), where: underLessons },
  examples: { unknown: phrase('{field} names no known example.'), where: underLessons },
  instruments: {
    unknown: phrase('{field} names no known instrument.'),
    where: marked('The page lists them all under “Instruments”.'),
  },
} satisfies Record<string, Listed>;

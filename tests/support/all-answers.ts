// SPDX-License-Identifier: MIT
import { type Answers, answersTo, questionIds } from '../../web/src/choosing/questions.ts';

/** Every way to answer the questions that set up a race. */
export const allAnswers: readonly Answers[] = questionIds.reduce<Partial<Answers>[]>(
  (all, id) => all.flatMap((one) => answersTo(id).map(([key]) => ({ ...one, [id]: key }))),
  [{}],
) as Answers[];

/** Answers as a name: `few little much cheap start`. */
export const wordsOf = (answers: Answers): string => Object.values(answers).join(' ');

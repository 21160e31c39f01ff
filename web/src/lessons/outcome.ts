// SPDX-License-Identifier: MIT
import { figureOf, type Measure, titleOf, type Track, wordsOf } from './measures.ts';
import type { Condition, Question, WhichRacer } from './question.ts';

/** The choices of a question. Those that are racers have the racer's number, from 1. */
export function choicesOf(
  question: Question,
  names: readonly string[],
): { says: string; racer?: number }[] {
  if ('choices' in question) return question.choices.map(({ says }) => ({ says }));
  const racers = names.map((says, index) => ({ says, racer: index + 1 }));
  return question.none === undefined ? racers : [...racers, { says: question.none }];
}

/** The number of the choice that a race shows to be right, from 1. 0 if none is. */
export function answerOf(question: Question, tracks: readonly Track[]): number {
  if (!('choices' in question)) return winner(question, tracks);
  return 1 + question.choices.findIndex(({ when = [] }) => when.every((one) => holds(one, tracks)));
}

/** Figures that the answer follows from, for racers by number. */
export interface Fact {
  title: string;
  figures: { racer: number; words: string }[];
}

/** The facts behind an answer: one for each measure of the question, with the racers that it concerns. */
export function factsOf(question: Question, tracks: readonly Track[]): Fact[] {
  const asked: { of: Measure; racers: number[] }[] =
    'choices' in question
      ? question.choices.flatMap(({ when = [] }) =>
          when.map(({ of, racer, over }) => ({ of, racers: over ? [racer, over] : [racer] })),
        )
      : [{ of: question.which.of, racers: tracks.map((_, index) => index + 1) }];
  const onSurface = tracks.some((track) => track.path('x').length > 0);
  const title = (of: Measure): string => titleOf(of, onSurface);
  const facts = new Map<string, { of: Measure; racers: Set<number> }>();
  for (const { of, racers } of asked) {
    const fact = facts.get(title(of)) ?? { of, racers: new Set() };
    for (const racer of racers) fact.racers.add(racer);
    facts.set(title(of), fact);
  }
  return [...facts].map(([name, { of, racers }]) => ({
    title: name,
    figures: [...racers]
      .sort((a, b) => a - b)
      .map((racer) => ({ racer, words: wordsOf(of, figureFor(of, racer, tracks)) })),
  }));
}

function winner({ which, none }: WhichRacer, tracks: readonly Track[]): number {
  const figures = tracks.map((track) => figureOf(which.of, track));
  if (none !== undefined && figures.every((figure) => figure === Infinity))
    return tracks.length + 1;
  const best = which.wins === 'least' ? Math.min(...figures) : Math.max(...figures);
  return 1 + figures.indexOf(best);
}

function holds({ of, racer, over, above, below }: Condition, tracks: readonly Track[]): boolean {
  const figure = figureFor(of, racer, tracks);
  const value = over === undefined ? figure : figure / figureFor(of, over, tracks);
  if (Number.isNaN(value)) return false;
  return (above === undefined || value > above) && (below === undefined || value < below);
}

function figureFor(of: Measure, racer: number, tracks: readonly Track[]): number {
  const track = tracks[racer - 1];
  return track ? figureOf(of, track) : Number.NaN;
}

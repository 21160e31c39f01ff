// SPDX-License-Identifier: MIT
import { phrase, type Phrase } from '../../language/phrase.ts';
import type { Prepared } from '../prepared.ts';
import {
  countsOf,
  type DrawnPoint,
  mostDrawnClasses,
  perUnit,
  placeAt,
  placed,
  type Points,
} from './points.ts';

/** Two of each, so one is trained on and one is tested. */
const leastOfClass = 2;

/** What is missing for a race, or undefined if nothing is. */
export function lacking(points: Points): Phrase | undefined {
  const drawn = countsOf(points).filter((count) => count >= leastOfClass);
  return drawn.length < 2
    ? phrase(
        'A race needs two classes with at least two points each: one to train on, and one to test.',
      )
    : undefined;
}

/**
 * The samples of a drawing. Their order is that of their classes and places, so links are shorter, and the same
 * picture gives the same race however it was drawn. They have no name, because the page gives it in its language.
 */
export function samplesOf(points: Points): Prepared {
  const sorted = [...points].sort((a, b) => a.class - b.class || a.x - b.x || a.y - b.y);
  const classes = Math.max(...points.map((point) => point.class)) + 1;
  return {
    name: '',
    inputNames: ['x', 'y'],
    targetName: 'class',
    // Readers count from 1.
    classNames: Array.from({ length: classes }, (_, k) => String(k + 1)),
    task: 'classification',
    shape: { channels: 1, height: 1, width: 2 },
    inputs: Float64Array.from(sorted.flatMap(({ x, y }) => [x / perUnit, y / perUnit])),
    targets: Float64Array.from(sorted, (point) => point.class),
  };
}

interface Labelled {
  inputs: readonly (readonly number[])[];
  targets: readonly (number | readonly number[])[];
}

/** The points of samples that were drawn, or undefined if they were not. */
export function drawnPoints({ inputs, targets }: Labelled): Points | undefined {
  const points = inputs.map(([x = 0, y = 0], i) => ({
    ...placeAt(x, y),
    class: classOf(targets[i]),
  }));
  const areDrawn = points.every(
    ({ x, y, class: kind }, i) =>
      x / perUnit === inputs[i]?.[0] && y / perUnit === inputs[i][1] && kind < mostDrawnClasses,
  );
  const kept = placed([], points);
  return areDrawn && kept.length === points.length ? kept : undefined;
}

/** The share of the plane that samples from elsewhere fill. */
const filled = 0.9;
/** The most of them, so there is room for others. */
const mostFitted = 200;

/** Samples of two inputs as points, scaled to the plane. If they are too many, some are chosen evenly. */
export function fitted({ inputs, targets }: Labelled): Points {
  const count = Math.min(inputs.length, mostFitted);
  const chosen = Array.from({ length: count }, (_, i) => Math.floor((i * inputs.length) / count));
  const [xs, ys] = [0, 1].map((k) => middleOf(inputs.map((row) => row[k] ?? 0)));
  if (!xs || !ys) return [];
  const scale = filled / (Math.max(xs.half, ys.half) || 1);
  const points = chosen.map((i): DrawnPoint => {
    const [x = 0, y = 0] = inputs[i] ?? [];
    const place = placeAt((x - xs.middle) * scale, (y - ys.middle) * scale);
    return { ...place, class: classOf(targets[i]) };
  });
  return placed(
    [],
    points.filter((point) => point.class < mostDrawnClasses),
  );
}

const classOf = (target: number | readonly number[] | undefined): number => Number(target ?? 0);

function middleOf(values: readonly number[]): { middle: number; half: number } {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  return { middle: (low + high) / 2, half: (high - low) / 2 };
}

// SPDX-License-Identifier: MIT
/**
 * What a question can measure in a race. The page measures the reader's race, and tests/claims/ measures
 * twenty like it with the same functions.
 */
import { grouped, threeDigits } from '../format/number.ts';

/** What is measured of a racer. */
export interface Track {
  diverged: boolean;
  /** A column of its curve, one value for each record. */
  curve(column: 'step' | 'samplesSeen' | LossColumn | 'testAccuracy'): Float64Array;
  /** Its coordinates on a surface, one for each waypoint. Empty for a network. */
  path(coordinate: 'x' | 'y'): Float64Array;
}

type LossColumn = 'trainLoss' | 'testLoss';

/** A measure with its options. On a surface the only loss is the value, which is `trainLoss`. */
export type Measure =
  /** The first recorded step, or the samples seen by then, with a loss of at most `below`. */
  | { kind: 'reach'; below: number; loss: LossColumn; axis?: 'step' | 'samplesSeen' }
  /** The loss at the end. Infinite for a racer that diverged. */
  | { kind: 'last loss'; loss: LossColumn }
  /** The lowest loss on the way. */
  | { kind: 'lowest loss'; loss: LossColumn }
  /** The loss at the end as a multiple of the lowest one on the way. */
  | { kind: 'rebound'; loss: LossColumn }
  /** The highest loss on the way. Infinite for a racer that diverged. */
  | { kind: 'highest loss'; loss: LossColumn }
  /** The test accuracy at the end. */
  | { kind: 'last accuracy' }
  /** The step at which it diverged. Infinite if it did not. */
  | { kind: 'divergence' }
  /** The number of recorded steps with a higher loss than the one before. */
  | { kind: 'climbs'; loss: LossColumn }
  /** The number of steps in which the path turns back along a coordinate. */
  | { kind: 'turns'; along: 'x' | 'y' }
  /** The distance from a point at the end. */
  | { kind: 'distance'; to: readonly [x: number, y: number] }
  /** The length of the last step on a surface as a multiple of that of the first. */
  | { kind: 'stride' };

type Options<Kind extends Measure['kind']> = Extract<Measure, { kind: Kind }>;

/** A kind of measure: its figure, what it is called, and the figure in words. */
interface Gauge<Kind extends Measure['kind']> {
  figure(track: Track, options: Options<Kind>): number;
  title(options: Options<Kind>): string;
  words(figure: number, options: Options<Kind>): string;
}

const lossName = { trainLoss: 'training loss', testLoss: 'test loss' };
const lossWords = (loss: number): string =>
  Number.isFinite(loss) ? threeDigits(loss) : 'diverged';
const countWords = (count: number): string => grouped(count);

const gauges: { [Kind in Measure['kind']]: Gauge<Kind> } = {
  reach: {
    figure: (track, { loss, below, axis = 'step' }) => {
      const record = track.curve(loss).findIndex((value) => value <= below);
      return track.curve(axis)[record] ?? Number.POSITIVE_INFINITY;
    },
    title: ({ below, axis }) =>
      `${axis === 'samplesSeen' ? 'Samples' : 'Steps'} until the loss is ${below} or less`,
    words: (count) => (Number.isFinite(count) ? grouped(count) : 'not reached'),
  },
  'last loss': {
    figure: (track, { loss }) => {
      const last = track.diverged ? Number.NaN : (track.curve(loss).at(-1) ?? Number.NaN);
      return Number.isNaN(last) ? Number.POSITIVE_INFINITY : last;
    },
    title: ({ loss }) => `Final ${lossName[loss]}`,
    words: lossWords,
  },
  'lowest loss': {
    figure: (track, { loss }) =>
      track
        .curve(loss)
        .reduce((least, value) => (value < least ? value : least), Number.POSITIVE_INFINITY),
    title: ({ loss }) => `Lowest ${lossName[loss]}`,
    words: lossWords,
  },
  rebound: {
    figure: (track, { loss }) =>
      figureOf({ kind: 'last loss', loss }, track) / figureOf({ kind: 'lowest loss', loss }, track),
    title: ({ loss }) => `Final ${lossName[loss]} as a multiple of the lowest`,
    words: lossWords,
  },
  'highest loss': {
    figure: (track, { loss }) =>
      track.diverged ? Number.POSITIVE_INFINITY : Math.max(...track.curve(loss)),
    title: ({ loss }) => `Highest ${lossName[loss]}`,
    words: lossWords,
  },
  'last accuracy': {
    figure: (track) => track.curve('testAccuracy').at(-1) ?? Number.NaN,
    title: () => 'Final test accuracy',
    words: (share) => `${threeDigits(100 * share)} %`,
  },
  divergence: {
    figure: (track) =>
      track.diverged ? (track.curve('step').at(-1) ?? 0) : Number.POSITIVE_INFINITY,
    title: () => 'Step at which it diverged',
    words: (step) => (Number.isFinite(step) ? grouped(step) : 'none'),
  },
  climbs: {
    figure: (track, { loss }) =>
      track.curve(loss).filter((value, at, all) => at > 0 && value > (all[at - 1] ?? value)).length,
    title: () => 'Steps uphill',
    words: countWords,
  },
  turns: {
    figure: (track, { along }) => {
      const moves = track.path(along).map((at, step, all) => at - (all[step - 1] ?? at));
      return moves.filter((move, step) => move * (moves[step - 1] ?? 0) < 0).length;
    },
    title: () => 'Turns back',
    words: countWords,
  },
  distance: {
    figure: (track, { to }) => {
      const [x, y] = [track.path('x').at(-1), track.path('y').at(-1)];
      const distance = Math.hypot((x ?? Number.NaN) - to[0], (y ?? Number.NaN) - to[1]);
      return track.diverged || Number.isNaN(distance) ? Number.POSITIVE_INFINITY : distance;
    },
    title: () => 'Distance from the minimum at the end',
    words: lossWords,
  },
  stride: {
    figure: (track) => {
      const [x, y] = [track.path('x'), track.path('y')];
      const stepTo = (at: number): number =>
        Math.hypot(
          (x.at(at) ?? Number.NaN) - (x.at(at - 1) ?? Number.NaN),
          (y.at(at) ?? Number.NaN) - (y.at(at - 1) ?? Number.NaN),
        );
      return track.diverged ? Number.POSITIVE_INFINITY : stepTo(-1) / stepTo(1);
    },
    title: () => 'Last step as a multiple of the first',
    words: lossWords,
  },
};

const gaugeOf = (measure: Measure) => gauges[measure.kind] as unknown as Gauge<Measure['kind']>;

export const figureOf = (measure: Measure, track: Track): number =>
  gaugeOf(measure).figure(track, measure as never);

/** What a measure is called: `Steps until the loss is 0.1 or less`. */
export const titleOf = (measure: Measure): string => gaugeOf(measure).title(measure as never);

/** A figure in words: `480`, `not reached`. */
export const wordsOf = (measure: Measure, figure: number): string =>
  gaugeOf(measure).words(figure, measure as never);

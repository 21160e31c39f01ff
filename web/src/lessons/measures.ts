// SPDX-License-Identifier: MIT
/**
 * What a question can measure in a race. The page measures the reader's race, and tests/claims/ measures
 * twenty like it with the same functions.
 */
import { grouped, plain, threeDigits } from '../format/number.ts';
import { msg, pieces } from '../language/message.ts';
import { lossTitle, stepsTo, workTo } from './loss-titles.ts';

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
  /** The loss at the end as a multiple of that at the start. Infinite for a racer that diverged. */
  | { kind: 'growth'; loss: LossColumn }
  /** The mean of the loss over the second half of the steps. */
  | { kind: 'late loss'; loss: LossColumn }
  /** The test accuracy at the end. */
  | { kind: 'last accuracy' }
  /** The step at which it diverged. Infinite if it did not. */
  | { kind: 'divergence' }
  /** The number of recorded steps with a higher loss than the one before. */
  | { kind: 'climbs'; loss: LossColumn }
  /** The number of losses, gradients or curvatures that a step evaluates, on average. */
  | { kind: 'cost' }
  /** The mean angle in degrees by which the path turns from one step to the next. */
  | { kind: 'bend' }
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
  title(options: Options<Kind>, onSurface: boolean): string;
  words(figure: number, options: Options<Kind>): string;
}

const lossWords = (loss: number): string =>
  Number.isFinite(loss) ? threeDigits(loss) : msg('diverged');
const countWords = (count: number): string => grouped(count);

const gauges: { [Kind in Measure['kind']]: Gauge<Kind> } = {
  reach: {
    figure: (track, { loss, below, axis = 'step' }) => {
      const record = track.curve(loss).findIndex((value) => value <= below);
      return track.curve(axis)[record] ?? Number.POSITIVE_INFINITY;
    },
    title: ({ below, loss, axis }, onSurface) => {
      const text = axis === 'samplesSeen' ? workTo : stepsTo;
      return pieces(text[onSurface ? 'value' : loss], { loss: plain(below) }).join('');
    },
    words: (count) => (Number.isFinite(count) ? grouped(count) : msg('not reached')),
  },
  'last loss': {
    figure: (track, { loss }) => {
      const last = track.diverged ? Number.NaN : (track.curve(loss).at(-1) ?? Number.NaN);
      return Number.isNaN(last) ? Number.POSITIVE_INFINITY : last;
    },
    title: ({ loss }, onSurface) => lossTitle('last loss', loss, onSurface),
    words: lossWords,
  },
  'lowest loss': {
    figure: (track, { loss }) =>
      track
        .curve(loss)
        .reduce((least, value) => (value < least ? value : least), Number.POSITIVE_INFINITY),
    title: ({ loss }, onSurface) => lossTitle('lowest loss', loss, onSurface),
    words: lossWords,
  },
  growth: {
    figure: (track, { loss }) =>
      figureOf({ kind: 'last loss', loss }, track) / (track.curve(loss)[0] ?? Number.NaN),
    title: ({ loss }, onSurface) => lossTitle('growth', loss, onSurface),
    words: lossWords,
  },
  'late loss': {
    figure: (track, { loss }) => {
      const step = track.curve('step');
      const half = (step.at(-1) ?? 0) / 2;
      const late = track.curve(loss).filter((_, record) => (step[record] ?? 0) > half);
      return track.diverged ? Number.POSITIVE_INFINITY : mean(late);
    },
    title: ({ loss }, onSurface) => lossTitle('late loss', loss, onSurface),
    words: lossWords,
  },
  rebound: {
    figure: (track, { loss }) =>
      figureOf({ kind: 'last loss', loss }, track) / figureOf({ kind: 'lowest loss', loss }, track),
    title: ({ loss }, onSurface) => lossTitle('rebound', loss, onSurface),
    words: lossWords,
  },
  'highest loss': {
    figure: (track, { loss }) =>
      track.diverged ? Number.POSITIVE_INFINITY : Math.max(...track.curve(loss)),
    title: ({ loss }, onSurface) => lossTitle('highest loss', loss, onSurface),
    words: lossWords,
  },
  'last accuracy': {
    figure: (track) => track.curve('testAccuracy').at(-1) ?? Number.NaN,
    title: () => msg('Final test accuracy'),
    words: (share) => `${threeDigits(100 * share)} %`,
  },
  divergence: {
    figure: (track) =>
      track.diverged ? (track.curve('step').at(-1) ?? 0) : Number.POSITIVE_INFINITY,
    title: () => msg('Step at which it diverged'),
    words: (step) => (Number.isFinite(step) ? grouped(step) : msg('none')),
  },
  climbs: {
    figure: (track, { loss }) =>
      track.curve(loss).filter((value, at, all) => at > 0 && value > (all[at - 1] ?? value)).length,
    title: () => msg('Steps uphill'),
    words: countWords,
  },
  cost: {
    figure: (track) =>
      (track.curve('samplesSeen').at(-1) ?? Number.NaN) /
      (track.curve('step').at(-1) ?? Number.NaN),
    title: () => msg('Evaluations per step'),
    words: threeDigits,
  },
  bend: {
    figure: (track) => {
      const all = moves(track);
      // Near a minimum, a step can be too short to have a direction.
      const whole = all.filter(({ length }) => length > 1e-6 * (all[0]?.length ?? 0));
      return mean(whole.slice(1).map((move, at) => angle(whole[at] ?? move, move)));
    },
    title: () => msg('Mean turn from step to step'),
    words: (degrees) => `${threeDigits(degrees)}°`,
  },
  turns: {
    figure: (track, { along }) => {
      const parts = moves(track).map((move) => move[along]);
      return parts.filter((part, step) => part * (parts[step - 1] ?? 0) < 0).length;
    },
    title: () => msg('Turns back'),
    words: countWords,
  },
  distance: {
    figure: (track, { to }) => {
      const [x, y] = [track.path('x').at(-1), track.path('y').at(-1)];
      const distance = Math.hypot((x ?? Number.NaN) - to[0], (y ?? Number.NaN) - to[1]);
      return track.diverged || Number.isNaN(distance) ? Number.POSITIVE_INFINITY : distance;
    },
    title: ({ to: [x, y] }) =>
      msg('Distance from ({x}, {y}) at the end', { x: plain(x), y: plain(y) }),
    words: lossWords,
  },
  stride: {
    figure: (track) => {
      const all = moves(track);
      const times = (all.at(-1)?.length ?? Number.NaN) / (all[0]?.length ?? Number.NaN);
      return track.diverged ? Number.POSITIVE_INFINITY : times;
    },
    title: () => msg('Last step as a multiple of the first'),
    words: lossWords,
  },
};

/** One step on a surface. */
interface Move {
  x: number;
  y: number;
  length: number;
}

function moves(track: Track): Move[] {
  const [xs, ys] = [track.path('x'), track.path('y')];
  return [...xs.keys()].slice(1).map((at) => {
    const x = (xs[at] ?? Number.NaN) - (xs[at - 1] ?? Number.NaN);
    const y = (ys[at] ?? Number.NaN) - (ys[at - 1] ?? Number.NaN);
    return { x, y, length: Math.hypot(x, y) };
  });
}

/** The angle between two moves in degrees. */
function angle(a: Move, b: Move): number {
  const across = a.x * b.y - a.y * b.x;
  const along = a.x * b.x + a.y * b.y;
  return (Math.abs(Math.atan2(across, along)) * 180) / Math.PI;
}

function mean(values: ArrayLike<number>): number {
  return Array.from(values).reduce((sum, value) => sum + value, 0) / values.length;
}

const gaugeOf = (measure: Measure) => gauges[measure.kind] as unknown as Gauge<Measure['kind']>;

export const figureOf = (measure: Measure, track: Track): number =>
  gaugeOf(measure).figure(track, measure as never);

/** What a measure is called: `Steps to a test loss of 0.1`. */
export const titleOf = (measure: Measure, onSurface = false): string =>
  gaugeOf(measure).title(measure as never, onSurface);

/** A figure in words: `480`, `not reached`. */
export const wordsOf = (measure: Measure, figure: number): string =>
  gaugeOf(measure).words(figure, measure as never);

// SPDX-License-Identifier: MIT
import type { Catalog, Precision, RunSettings } from '../../../wasm/types.ts';
import { marked, msg } from '../language/message.ts';
import type { Unit } from './clock.ts';
import type { Axis, Settings, View } from './settings.ts';

/** The loss by which racers are ranked. */
export type DecidingLoss = 'testLoss' | 'trainLoss';

/** A seed that a button can change, and what it draws. */
export interface Draw {
  readonly seed: 'dataset' | 'run';
  readonly name: string;
  readonly doc: string;
}

/**
 * What the page offers and says for a kind of problem. One object for each kind: apart from `kindOf`, nothing
 * asks which one it is. Its texts are in English, and are translated where they are shown.
 */
export interface ProblemKind {
  readonly id: 'data' | 'surface';
  /** In the choice of a kind. */
  readonly name: string;
  /** What racers train, in a sentence. */
  readonly noun: string;
  /** The precision of a race if nothing asks for another. */
  readonly precision: Precision;
  /** The possible units of a race's length, and their help. */
  readonly units: readonly Unit[];
  readonly unitDoc: string;
  /** The possible x axes of the chart. */
  readonly axes: readonly Axis[];
  /** What the unit `samples` counts: its name, its title under the chart, and its help. */
  readonly samples: { readonly name: string; readonly title: string; readonly doc: string };
  readonly losses: Readonly<Record<DecidingLoss, string>>;
  /** What the chart can show. The first also stands for what other kinds show. */
  readonly shows: readonly (readonly [View['show'], string])[];
  /** The control of the target, which is a loss above the floor. `least` is the low end of its slider. */
  readonly target: {
    readonly loss: DecidingLoss;
    readonly name: string;
    readonly least: number;
    readonly doc: string;
  };
  /** The buttons for new random numbers. */
  draws(settings: Settings): readonly Draw[];
  /** The races that differ by what the seed `run` draws. */
  readonly otherRuns: string;
  /** Whether a network learns from samples. Only then there are classes, a test split, and pictures of what it learned. */
  readonly learns: boolean;
  /** Whether racers are points on a plane, with coordinates and paths. */
  readonly onPlane: boolean;

  /** Tells the problem from others, whatever its settings. */
  identity(settings: Settings): string;
  /** The problem in a few words. */
  summary(catalog: Catalog, settings: Settings): string;
  forEngine(settings: Settings): RunSettings['problem'];
  /** Whether the losses of two races on problems of this kind can be compared. */
  sameMeasure(catalog: Catalog, a: Settings, b: Settings): boolean;
  /** The lowest possible loss, or undefined if there is none. */
  floor(catalog: Catalog, settings: Settings): number | undefined;
}

const units = { steps: marked('steps'), epochs: marked('epochs') };

/** What a unit of the clock, other than time, is called. */
export const unitName = ({ samples }: ProblemKind, unit: Unit): string =>
  msg(unit === 'samples' ? samples.name : units[unit]);

export const hasEpochs = ({ units }: ProblemKind): boolean => units.includes('epochs');

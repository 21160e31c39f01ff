// SPDX-License-Identifier: MIT
/** The protocol between page and engine host. Each request has one reply with the same id. */

import type {
  ComponentSettings,
  Core,
  Curve,
  Mark,
  Path,
  Precision,
  Problem,
  Report,
  Run,
  RunSettings,
  SettingValue,
} from '../../../wasm/types.ts';
import type { Unit } from '../model/clock.ts';
import type { Parts } from './module.ts';
import type { Moment, ParameterStep } from './past.ts';

/** The numbers of records and waypoints that the page already has. */
export interface Known {
  records: number;
  waypoints: number;
}

/** An order to train `run` until its abscissa reaches `until`, and to send what is new since `known`. */
export interface Order {
  run: number;
  unit: Unit;
  until: number;
  known: Known;
}

export interface Update {
  run: number;
  report: Report;
  records: Curve;
  waypoints: Path;
}

/** What a slice of training gave. */
export interface Advance extends Update {
  /** The time that its steps took. The answer takes longer to come, most of all on a busy machine. */
  spentMs: number;
}

/** The value and derivatives up to second order of a function of two parameters. */
export interface Taylor {
  value: number;
  gradient: readonly [number, number];
  /** xx, xy, yy */
  hessian: readonly [number, number, number];
}

type Methods<T> = {
  [Name in keyof T]: T[Name] extends (...args: never[]) => unknown ? Name : never;
}[keyof T];

/** The questions to a run: its values, and its methods that change nothing of its training. */
export type RunQuestion = Exclude<
  keyof Run,
  'step' | 'dissect' | 'setParameters' | 'configure' | 'restore' | 'dispose'
>;

/** The questions to an engine. */
export type EngineQuestion = Exclude<Methods<Core>, 'createRun'>;

/** The arguments of a question. A value has none. */
export type Args<Asked, Question extends keyof Asked> = Asked[Question] extends (
  ...args: infer All
) => unknown
  ? All
  : [];

export type Answer<Asked, Question extends keyof Asked> = Asked[Question] extends (
  ...args: never[]
) => infer Result
  ? Result
  : Asked[Question];

export type Sample = ReturnType<Core['sample']>;

/** The calls of a host. The page chooses the ids of runs, so it can tell old replies from new ones. */
export interface Calls {
  load(parts: Parts, precision: Precision): void;
  /** Asks the engine. Clients add the types of the question. */
  askEngine(question: EngineQuestion, args: unknown[]): unknown;
  /** Asks a run, which answers between two slices, about a moment of its past or about the present. */
  askRun(run: number, question: RunQuestion, args: unknown[], moment?: Moment): unknown;
  /** Refuses points where no race may start. */
  taylor(surface: ComponentSettings, at: readonly [number, number]): Taylor;
  /** The numbers of one parameter in a step of the past, or undefined if the run has not taken it. */
  dissect(run: number, step: number, parameter: number): ParameterStep | undefined;
  /** What the rule draws of the last `steps` steps up to `step`, the newest first. */
  marks(run: number, step: number, steps: number): Mark[][];
  create(run: number, settings: RunSettings, known: Known): Update;
  /** Works on the orders for about `sliceMs` in total. The page repeats orders that are not finished. */
  advance(orders: Order[], sliceMs: number): Advance[];
  configure(run: number, optimizer: Record<string, SettingValue>): Report;
  /** A hash of all bits of a run's result after that many steps. */
  bits(settings: RunSettings, steps: number): string;
  dispose(run: number): void;
}

export type Call = keyof Calls;

export interface Request<K extends Call = Call> {
  id: number;
  call: K;
  args: Parameters<Calls[K]>;
}

export interface Refusal {
  message: string;
  /** Set if settings were refused. The engine stays usable. */
  problems?: Problem[];
  /** The WebAssembly instance has crashed. */
  fatal?: boolean;
}

export type Reply = { id: number; value: unknown } | { id: number; refusal: Refusal };

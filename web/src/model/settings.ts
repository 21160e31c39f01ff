// SPDX-License-Identifier: MIT
import type {
  Catalog,
  ComponentSettings,
  Hyperparameter,
  Precision,
  SettingValue,
} from '../../../wasm/types.ts';
import type { Unit } from './clock.ts';

/** Values of catalog rows by id. They are complete, so a changed default does not change a race. */
export type Values = Readonly<Record<string, SettingValue>>;

export interface RacerSettings {
  /** The identity on the page. Not in links. */
  readonly key: number;
  /** The index of its colour and dash. */
  readonly slot: number;
  readonly on: boolean;
  /** The rule's own hyperparameters and those that every rule accepts. */
  readonly optimizer: Component;
  /** Wrappers around the optimizer. The first is the innermost. */
  readonly wrappers: readonly Component[];
  readonly schedule: Component;
}

export interface Component {
  readonly id: string;
  readonly values: Values;
}

export type Point = readonly [x: number, y: number];

/** A test function of two parameters, instead of data and a network. */
export interface SurfaceSettings extends Component {
  readonly start: Point;
  /** Settings that are the same for all surfaces, such as noise. */
  readonly descent: Values;
}

export type Axis = Unit | 'time';

/** The chosen precision of a race. `auto` lets the problem decide. */
export type PrecisionChoice = Precision | 'auto';

/** Whether racers advance in lock-step, or each runs to the end at its own speed. */
export type Pacing = 'lock-step' | 'free';

export interface View {
  readonly axis: Axis;
  readonly scale: 'log' | 'linear';
  /** `auto` chooses the loss by the racers' rules. */
  readonly show: 'auto' | 'test' | 'train' | 'both' | 'rate';
  /** Steps per second. Infinity means as fast as possible. */
  readonly speed: number;
  /** The ids of the instruments that are switched on, in the order of the catalog. */
  readonly instruments: readonly string[];
}

/** Everything in a link: the race at its start. Immutable. */
export interface Settings {
  /** If set, data and network are not used and not in the link. */
  readonly surface: SurfaceSettings | null;
  readonly dataset: Component;
  readonly problem: Values;
  readonly network: Values;
  readonly run: Values;
  readonly precision: PrecisionChoice;
  readonly racers: readonly RacerSettings[];
  readonly budget: { readonly unit: Unit; readonly amount: number };
  readonly pacing: Pacing;
  /** A racer stops when its test loss reaches this. */
  readonly target: number | null;
  readonly view: View;
  /** The id of the example whose card is shown, or an empty string. */
  readonly example: string;
  /** The id of the step of a lesson whose card is shown, such as `downhill.2`, or an empty string. */
  readonly lesson: string;
  /** The result that the race must have: a hash for each racer that is switched on, as race/checkpoints.ts writes it, or none. */
  readonly expect: readonly string[];
}

export const speeds: readonly number[] = [10, 50, 250, 1000, 5000, Number.POSITIVE_INFINITY];
export const units: readonly Unit[] = ['steps', 'epochs', 'samples'];
export const axes: readonly Axis[] = ['steps', 'epochs', 'samples', 'time'];
export const precisionChoices: readonly PrecisionChoice[] = ['auto', 'float32', 'float64'];
export const pacings: readonly Pacing[] = ['lock-step', 'free'];

/** The default axis: time for a free race. */
export function usualAxis(pacing: Pacing, otherwise: Axis): Axis {
  return pacing === 'free' ? 'time' : otherwise;
}

export function defaultsOf(rows: readonly Hyperparameter[]): Values {
  return Object.fromEntries(rows.map((row) => [row.id, row.default]));
}

/** The rows in a racer's card: the rule's own, then those of every rule. */
export function optimizerRows(catalog: Catalog, id: string): Hyperparameter[] {
  const entry = catalog.optimizers.find((optimizer) => optimizer.id === id);
  return [...(entry?.hyperparameters ?? []), ...catalog.settings.optimizer];
}

export function wrapperRows(catalog: Catalog, id: string): Hyperparameter[] {
  return catalog.wrappers.find((wrapper) => wrapper.id === id)?.hyperparameters ?? [];
}

/** The rows of a schedule: its own, then those of every schedule that it does not replace. */
export function scheduleRows(catalog: Catalog, id: string): Hyperparameter[] {
  const own = catalog.schedules.find((schedule) => schedule.id === id)?.hyperparameters ?? [];
  const common = catalog.settings.schedule.filter((row) =>
    own.every((other) => other.id !== row.id),
  );
  return [...own, ...common];
}

/** Whether the rule has a learning rate, so a schedule can change it. */
export function takesRate(catalog: Catalog, id: string): boolean {
  return optimizerRows(catalog, id).some((row) => row.id === 'learningRate');
}

/** Whether a rule draws the samples of its steps itself. */
export function drawsSamples(catalog: Catalog, id: string): boolean {
  return catalog.optimizers.some((entry) => entry.id === id && entry.sampler);
}

/** The schedule of a racer without a chosen one: the first, which keeps the rate constant. */
export function unscheduled(catalog: Catalog): Component {
  const id = catalog.schedules[0]?.id ?? '';
  return component(id, scheduleRows(catalog, id));
}

export function datasetRows(catalog: Catalog, id: string): Hyperparameter[] {
  return catalog.datasets.find((dataset) => dataset.id === id)?.hyperparameters ?? [];
}

export function surfaceRows(catalog: Catalog, id: string): Hyperparameter[] {
  return catalog.surfaces.find((surface) => surface.id === id)?.hyperparameters ?? [];
}

/** A component with its defaults. */
export function component(id: string, rows: readonly Hyperparameter[]): Component {
  return { id, values: defaultsOf(rows) };
}

/** A component's settings for the engine. */
export function engineComponent({ id, values }: Component): ComponentSettings {
  return { ...chosen(values), id };
}

/** Omits empty values, which leave the choice to the engine, such as that of the loss. */
export function chosen(values: Values): Values {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ''));
}

/** Whether two settings are of one race, with the same result. How it is shown may differ. */
export function sameRace(a: Settings, b: Settings): boolean {
  return (
    sameStart(a, b) &&
    a.precision === b.precision &&
    a.racers === b.racers &&
    a.budget === b.budget &&
    a.target === b.target
  );
}

/** Whether two races are on the same problem from the same start. */
export function sameStart(a: Settings, b: Settings): boolean {
  return (
    a.surface === b.surface &&
    a.dataset === b.dataset &&
    a.problem === b.problem &&
    a.network === b.network &&
    a.run === b.run
  );
}

// SPDX-License-Identifier: MIT
import type {
  Catalog,
  ComponentSettings,
  Hyperparameter,
  RunSettings,
  SettingValue,
} from '../../../wasm/types.ts';
import type { Unit } from '../engine/messages.ts';
import type { PrecisionChoice } from './precision.ts';

/** Values of catalog rows by their ids; complete, so that defaults may move without changing what a race means. */
export type Values = Readonly<Record<string, SettingValue>>;

export interface RacerSettings {
  /** Identity on the page; not in links. */
  readonly key: number;
  /** Which colour and dash. */
  readonly slot: number;
  readonly on: boolean;
  /** The rule's own hyperparameters and those that every rule accepts. */
  readonly optimizer: Component;
  /** Around the optimizer, the first innermost. */
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
  /** What belongs to no surface, such as noise. */
  readonly descent: Values;
}

export type Axis = Unit | 'time';

/** Whether all are at the same place at any time, or each goes to the end as fast as it can. */
export type Pacing = 'lock-step' | 'free';

export interface View {
  readonly axis: Axis;
  readonly scale: 'log' | 'linear';
  /** `auto`: the loss that suits the racers' rules. */
  readonly show: 'auto' | 'test' | 'train' | 'both' | 'rate';
  /** Steps per second; infinite for as fast as possible. */
  readonly speed: number;
}

/** Everything a link holds: the race as it is at its start. Never changed in place. */
export interface Settings {
  /** Where it is set, data and network wait, at their defaults as far as a link is concerned. */
  readonly surface: SurfaceSettings | null;
  readonly dataset: Component;
  readonly problem: Values;
  readonly network: Values;
  readonly run: Values;
  readonly precision: PrecisionChoice;
  readonly racers: readonly RacerSettings[];
  readonly budget: { readonly unit: Unit; readonly amount: number };
  readonly pacing: Pacing;
  /** The race ends for a racer whose test loss comes down to this. */
  readonly target: number | null;
  readonly view: View;
  /** The example this race started as, whose card is shown; empty for none. */
  readonly example: string;
}

export const speeds: readonly number[] = [10, 50, 250, 1000, 5000, Number.POSITIVE_INFINITY];
export const units: readonly Unit[] = ['steps', 'epochs', 'samples'];
export const axes: readonly Axis[] = ['steps', 'epochs', 'samples', 'time'];
export const pacings: readonly Pacing[] = ['lock-step', 'free'];

/** On a surface, where every step is an epoch, and every sample an evaluation. */
export const surfaceUnits: readonly Unit[] = ['steps', 'samples'];
export const surfaceAxes: readonly Axis[] = ['steps', 'samples', 'time'];

/** A free race is about time. */
export function usualAxis(pacing: Pacing, otherwise: Axis): Axis {
  return pacing === 'free' ? 'time' : otherwise;
}

export function defaultsOf(rows: readonly Hyperparameter[]): Values {
  return Object.fromEntries(rows.map((row) => [row.id, row.default]));
}

/** The rows a racer's card shows: the rule's own, then those of every rule. */
export function optimizerRows(catalog: Catalog, id: string): Hyperparameter[] {
  const entry = catalog.optimizers.find((optimizer) => optimizer.id === id);
  return [...(entry?.hyperparameters ?? []), ...catalog.settings.optimizer];
}

export function wrapperRows(catalog: Catalog, id: string): Hyperparameter[] {
  return catalog.wrappers.find((wrapper) => wrapper.id === id)?.hyperparameters ?? [];
}

/** Its own, then those of every schedule that it has none of its own for. */
export function scheduleRows(catalog: Catalog, id: string): Hyperparameter[] {
  const own = catalog.schedules.find((schedule) => schedule.id === id)?.hyperparameters ?? [];
  const common = catalog.settings.schedule.filter((row) =>
    own.every((other) => other.id !== row.id),
  );
  return [...own, ...common];
}

/** Whether the rule has a learning rate that a schedule can change. */
export function takesRate(catalog: Catalog, id: string): boolean {
  return optimizerRows(catalog, id).some((row) => row.id === 'learningRate');
}

/** Whether a rule draws the samples of its steps itself. */
export function drawsSamples(catalog: Catalog, id: string): boolean {
  return catalog.optimizers.some((entry) => entry.id === id && entry.sampler);
}

/** The schedule of a racer for whom none was chosen: the first, which changes nothing. */
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

/** A component at its defaults. */
export function component(id: string, rows: readonly Hyperparameter[]): Component {
  return { id, values: defaultsOf(rows) };
}

/** What the engine is given for one racer. */
export function runSettings(settings: Settings, racer: RacerSettings): RunSettings {
  const { surface, dataset, problem, network, run } = settings;
  return {
    problem: surface
      ? { surface: engineComponent(surface), start: [...surface.start], ...surface.descent }
      : { dataset: engineComponent(dataset), ...problem, network: chosen(network) },
    optimizer: {
      ...engineComponent(racer.optimizer),
      wrappers: racer.wrappers.map(engineComponent),
    },
    schedule: engineComponent(racer.schedule),
    ...run,
  };
}

export function engineComponent({ id, values }: Component): ComponentSettings {
  return { ...chosen(values), id };
}

/** Without what is left to the engine, such as a loss that suits the task: the empty text. */
function chosen(values: Values): Values {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ''));
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

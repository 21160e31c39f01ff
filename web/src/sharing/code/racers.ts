// SPDX-License-Identifier: MIT
import type { Catalog, Hyperparameter, OptimizerEntry } from '../../../../wasm/types.ts';
import { racerNames } from '../../model/names.ts';
import {
  type Component,
  optimizerRows,
  type RacerSettings,
  type Settings,
  type Values,
  wrapperRows,
} from '../../model/settings.ts';
import type { Library } from './library.ts';
import { comment, literal, nameOf, splitArguments } from './python.ts';
import { withHelpers } from './rule-base.ts';
import type { CodeTexts, RuleCode } from './texts.ts';

/** A racer of a script. */
export interface CodedRacer {
  readonly name: string;
  readonly entry: OptimizerEntry;
  /** What makes the optimizer. */
  readonly optimizer: readonly [head: string, args: readonly string[]];
  /** The rate of update t, or undefined if it is constant. */
  readonly rate: string | undefined;
  readonly batchSize: number;
  readonly steps: number;
  /** Whether the race goes on, but there are no more batches. */
  readonly isCut: boolean;
  /** The most that the norm of a gradient may be. */
  readonly clip: number;
  /** The classes and functions that it needs. */
  readonly definitions: readonly string[];
}

/** The racers that can be written in Python, and the names of the others. */
export interface Coded {
  readonly racers: readonly CodedRacer[];
  readonly others: readonly string[];
}

/**
 * `known` is what rules may ask for beside their hyperparameters, with an empty text for what the race does not have.
 * `samples` is the number of training samples, and `most` the most epochs that there are batches for.
 */
export function codedRacers(
  library: Library,
  catalog: Catalog,
  texts: CodeTexts,
  settings: Settings,
  known: Values,
  samples: number,
  most: number,
): Coded {
  const raced = settings.racers.filter(({ on }) => on);
  const names = racerNames(catalog, raced);
  const racers: CodedRacer[] = [];
  const others: string[] = [];
  for (const racer of raced) {
    const name = names.get(racer.key) ?? racer.optimizer.id;
    const coded = codedRacer(library, catalog, texts, settings, known, racer, samples, most);
    if (coded) racers.push({ ...coded, name });
    else others.push(name);
  }
  return { racers, others };
}

function codedRacer(
  library: Library,
  catalog: Catalog,
  texts: CodeTexts,
  settings: Settings,
  known: Values,
  racer: RacerSettings,
  samples: number,
  most: number,
): Omit<CodedRacer, 'name'> | undefined {
  const { id, values } = racer.optimizer;
  const entry = catalog.optimizers.find((optimizer) => optimizer.id === id);
  const code = texts.optimizers[id];
  const rate = rateOf(catalog, texts, racer);
  if (!entry || !code || !rate) return undefined;
  const definitions = [...rate.definitions];
  const isScheduled = rate.text !== undefined;
  let made = construction(library, code, values, entry.hyperparameters, isScheduled, known);
  for (const wrapper of racer.wrappers) {
    const around = texts.wrappers[wrapper.id];
    if (!around || !made) return undefined;
    definitions.push(...made.definitions);
    const rows = wrapperRows(catalog, wrapper.id);
    const inner = `${made.head}(${made.args.join(', ')})`;
    made = construction(library, around, wrapper.values, rows, false, {}, inner);
  }
  if (!made) return undefined;
  const batchSize = batchSizeOf(entry, settings, values, samples);
  return {
    entry,
    optimizer: [made.head, [...made.args, ...library.clipping(Number(values.clipNorm ?? 0))]],
    rate: rate.text,
    batchSize,
    ...stepsOf(settings, samples, batchSize, most),
    clip: Number(values.clipNorm ?? 0),
    definitions: [...definitions, ...made.definitions],
  };
}

/** The call that makes a rule, or a wrapper of what `inner` makes. Undefined if the library can have neither. */
function construction(
  library: Library,
  code: RuleCode,
  values: Values,
  rows: readonly Hyperparameter[],
  isScheduled: boolean,
  known: Values,
  inner?: string,
) {
  const own = code[library.id];
  const isOwn =
    own.call !== undefined && isSame(own.call, values, rows, !own.constantRate || !isScheduled);
  const source = library.written(code, isOwn);
  if (!isOwn && !source) return undefined;
  const written = source ? withHelpers(library, [source]).join('\n') : '';
  const asked = Object.keys(known).filter((id) =>
    new RegExp(`self\\.${nameOf(id)}\\b`).test(written),
  );
  if (asked.some((id) => known[id] === '')) return undefined;
  const given = [...rows.map(({ id }) => id), ...asked];
  const named = given.map((id) => `${nameOf(id)}={${id}}`).join(', ');
  const text = isOwn ? (own.call ?? '') : `${definedName(source ?? '')}(${named})`;
  const form = isOwn ? library.literal : literal;
  const filled = text.replaceAll(/\{(\w+)\}/g, (_, id: string) =>
    form(values[id] ?? known[id] ?? Number.NaN),
  );
  const open = filled.indexOf('(');
  const args = splitArguments(filled.slice(open + 1, -1));
  const note = own.differs && !isOwn ? `${comment(own.differs)}\n` : '';
  return {
    head: filled.slice(0, open),
    args: [...(inner === undefined ? library.firstArguments : [inner]), ...args],
    definitions: source ? [note + source] : [],
  };
}

/** Whether a call of a library does what the rule does: all settings that it lacks are 0. */
const isSame = (
  call: string,
  values: Values,
  rows: readonly Hyperparameter[],
  rateFits: boolean,
): boolean => rateFits && rows.every(({ id }) => call.includes(`{${id}}`) || values[id] === 0);

/** The name of the class or the function that a definition ends with. */
const definedName = (definition: string): string =>
  [...definition.matchAll(/^(?:class|def) (\w+)/gm)].at(-1)?.[1] ?? '';

/** The rate of update t: the chosen rate times warm-up and schedule. Undefined if no script can have it. */
function rateOf(
  catalog: Catalog,
  texts: CodeTexts,
  { optimizer, schedule }: RacerSettings,
): { text: string | undefined; definitions: string[] } | undefined {
  const rows = catalog.schedules.find(({ id }) => id === schedule.id)?.hyperparameters ?? [];
  const definition = texts.schedules[schedule.id];
  const warmup = Number(schedule.values.warmupSteps ?? 0);
  const isOwnWarmup = rows.some(({ id }) => id === 'warmupSteps');
  const factors: string[] = [];
  if (takesNoRate(catalog, optimizer)) return { text: undefined, definitions: [] };
  if (warmup > 1 && !isOwnWarmup) factors.push(`min(1, (t + 1) / ${warmup})`);
  if (definition) {
    const own = rows.map(({ id }) => `${nameOf(id)}=${literal(schedule.values[id] ?? 0)}`);
    factors.push(`${definedName(definition)}(${['t', ...own].join(', ')})`);
  } else if (rows.length > 0) return undefined;
  if (factors.length === 0) return { text: undefined, definitions: [] };
  const text = [literal(optimizer.values.learningRate ?? 1), ...factors].join(' * ');
  return { text, definitions: definition ? [definition] : [] };
}

const takesNoRate = (catalog: Catalog, { id }: Component): boolean =>
  optimizerRows(catalog, id).every((row) => row.id !== 'learningRate');

function batchSizeOf(
  { batch }: OptimizerEntry,
  { problem }: Settings,
  values: Values,
  samples: number,
): number {
  const sizes = [batch, values.batchSize, problem.batchSize];
  const size = sizes.find((chosen) => chosen === 'full' || typeof chosen === 'number');
  return typeof size === 'number' && size > 0 ? Math.min(size, samples) : samples;
}

/** How many steps the race has with batches of that size, at most those that there are batches for. */
function stepsOf(
  { budget: { unit, amount } }: Settings,
  samples: number,
  batchSize: number,
  most: number,
): Pick<CodedRacer, 'steps' | 'isCut'> {
  const perEpoch = Math.ceil(samples / batchSize);
  const longest = batchSize === samples ? Number.POSITIVE_INFINITY : most * perEpoch;
  const cut = (wanted: number) => ({ steps: Math.min(longest, wanted), isCut: wanted > longest });
  if (unit === 'steps') return cut(Math.ceil(amount));
  const epochs = unit === 'epochs' ? amount : amount / samples;
  const whole = Math.floor(epochs);
  // Rounding errors of the product must not add a step.
  const rest = Math.ceil(((epochs - whole) * samples) / batchSize - 1e-9);
  return cut(whole * perEpoch + Math.min(perEpoch, rest));
}

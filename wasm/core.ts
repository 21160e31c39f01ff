// SPDX-License-Identifier: MIT
/** Loads the module and wraps it in a typed API, without the catalog, which is a separate file. */
import instantiate from 'fall-line/glue';
import { leaves, soundLeaves } from './leaves.ts';
import { inPieces, numbersAt } from './numbers.ts';
import { withoutOwnData } from './own-data.ts';
import { instantiateFirst, type Rest } from './split/parts.ts';
import type { Raw } from './raw.ts';
import { MOST_STEPS } from './arguments.ts';
import { EngineRun } from './run.ts';
import { inDomain, objectAt, ofShape, problem, refuse, SettingsError } from './settings.ts';
import { type Beside, binaryOf } from './source.ts';
import type {
  ComponentSettings,
  Core,
  LoadOptions,
  Precision,
  Problem,
  Run,
  RunSettings,
} from './types.ts';

/**
 * Each call gives an instance with its own memory. A binary that was split needs `rest`. Without a
 * module, a binary or its address in the options, it is `beside` the script.
 */
export async function loadCore(
  given: LoadOptions = {},
  rest?: Rest,
  beside?: Beside,
): Promise<Core> {
  const options: LoadOptions = objectAt(given, 'options');
  const precision = options.precision ?? 'float32';
  if (precision !== 'float32' && precision !== 'float64')
    refuse('precision', { code: 'unknown-id', rule: 'must be "float32" or "float64"' }, precision);
  const source = await binaryOf(precision, options, beside);
  const { instance, imports } = deferredInstance(source, rest);
  const ready = instantiate({
    instantiateWasm: (given, receive) => {
      imports(given);
      instance.then(receive, () => {});
      return {};
    },
  });
  await instance;
  return new LoadedCore(precision, await ready);
}

/** Instantiates the module itself, because the glue's promise would never settle on a failure. */
function deferredInstance(source: WebAssembly.Module | BufferSource, rest?: Rest) {
  let imports: (given: WebAssembly.Imports) => void = () => {};
  const given = new Promise<WebAssembly.Imports>((resolve) => {
    imports = resolve;
  });
  const instance = given.then(async (wanted) => {
    const module =
      source instanceof WebAssembly.Module ? source : await WebAssembly.compile(source);
    return rest ? instantiateFirst(module, wanted, rest) : WebAssembly.instantiate(module, wanted);
  });
  return { instance, imports };
}

class LoadedCore implements Core {
  readonly precision: Precision;
  readonly #raw: Raw;

  constructor(precision: Precision, raw: Raw) {
    this.precision = precision;
    this.#raw = raw;
  }

  check(settings: RunSettings): Problem[] {
    try {
      const asked = read(settings);
      if (asked.refused) return asked.problems;
      return [...asked.problems, ...this.#raw.checkRun(asked.settings, asked.own)];
    } catch (error) {
      if (error instanceof SettingsError) return [...error.problems];
      throw error;
    }
  }

  createRun(settings: RunSettings): Run {
    const asked = read(settings);
    if (asked.problems.length > 0) throw new SettingsError(this.check(settings));
    const made = this.#raw.createRun(asked.settings, asked.own);
    if (made.run === undefined) throw new SettingsError(made.problems);
    return new EngineRun(this.#raw, made.run);
  }

  values(surface: ComponentSettings, points: Float64Array): Float64Array {
    const settings = soundLeaves({ surface: objectAt(surface, 'surface') });
    const at = numbersAt(points, 'points');
    if (at.length % 2 !== 0) refuse('points', ofShape('must be pairs x, y'), at.length);
    return inPieces(at, 'points', [2, 1], (some) => {
      const { values, problems } = this.#raw.values(settings, some);
      if (values === undefined) throw new SettingsError(problems);
      return values;
    });
  }

  rates(schedule: ComponentSettings, learningRate: number, updates: ArrayLike<number>) {
    const settings = soundLeaves({ schedule: objectAt(schedule, 'schedule') });
    const at = numbersAt(updates, 'updates');
    const wrong = at.find((t) => !Number.isInteger(t) || t < 0 || t > MOST_STEPS);
    const problems: Problem[] = [];
    if (!Number.isFinite(learningRate))
      problems.push(problem('learningRate', inDomain('must be a finite number'), learningRate));
    if (wrong !== undefined)
      problems.push(
        problem('updates', inDomain(`must be integers from 0 to ${MOST_STEPS}`), wrong),
      );
    if (problems.length > 0) throw new SettingsError(problems);
    return inPieces(at, 'updates', [1, 1], (some) => {
      const made = this.#raw.scheduleRates(settings, learningRate, some);
      if (made.rates === undefined) throw new SettingsError(made.problems);
      return made.rates;
    });
  }

  sample(dataset: ComponentSettings) {
    const made = this.#raw.sample(soundLeaves({ dataset: objectAt(dataset, 'dataset') }));
    if (made.samples === undefined) throw new SettingsError(made.problems);
    return EngineRun.unflatten(made.samples);
  }
}

/** Converts the settings of a run for the module. `refused` is set if own data can't be converted. */
function read(settings: unknown) {
  const { tree, own, problems } = withoutOwnData(objectAt(settings, 'settings'));
  const found = leaves(tree);
  return {
    settings: found.settings,
    own,
    problems: [...problems, ...found.problems],
    refused: problems.length > 0,
  };
}

// SPDX-License-Identifier: MIT
/** Loads the module and gives it its typed face. What the catalog says is for others to load. */
import instantiate from 'fall-line/glue';
import { instantiateFirst, type Rest } from './parts.ts';
import type { Raw } from './raw.ts';
import { EngineRun, MOST_STEPS } from './run.ts';
import { flatten, isOwnData, leaves, problem, SettingsError } from './settings.ts';
import { binaryOf } from './source.ts';
import type {
  ComponentSettings,
  Core,
  LoadOptions,
  Precision,
  Problem,
  Run,
  RunSettings,
} from './types.ts';

/** Each call gives an instance with a memory of its own. `rest` is needed where the binary is in parts. */
export async function loadCore(options: LoadOptions = {}, rest?: Rest): Promise<Core> {
  const precision = options.precision ?? 'float32';
  if (precision !== 'float32' && precision !== 'float64')
    throw new SettingsError([problem('precision', 'must be "float32" or "float64"', precision)]);
  const source = await binaryOf(precision, options);
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

/** Splits instantiation so that its failure rejects here: the glue itself would never settle. */
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
    const { tree, own, problems } = split(settings);
    return problems.length > 0 ? problems : this.#raw.checkRun(leaves(tree), own);
  }

  createRun(settings: RunSettings): Run {
    const { tree, own, problems } = split(settings);
    if (problems.length > 0) throw new SettingsError(problems);
    const made = this.#raw.createRun(leaves(tree), own);
    if (made.run === undefined) throw new SettingsError(made.problems);
    return new EngineRun(this.#raw, made.run);
  }

  values(surface: ComponentSettings, points: Float64Array): Float64Array {
    const made = this.#raw.values(leaves({ surface }), Float64Array.from(points));
    if (made.values === undefined) throw new SettingsError(made.problems);
    return made.values;
  }

  rates(schedule: ComponentSettings, learningRate: number, updates: ArrayLike<number>) {
    const at = Float64Array.from(updates);
    const problems: Problem[] = [];
    if (!Number.isFinite(learningRate))
      problems.push(problem('learningRate', 'must be a finite number', learningRate));
    const wrong = at.find((t) => !Number.isInteger(t) || t < 0 || t > MOST_STEPS);
    if (wrong !== undefined)
      problems.push(problem('updates', `must be integers from 0 to ${MOST_STEPS}`, wrong));
    if (problems.length > 0) throw new SettingsError(problems);
    const made = this.#raw.rates(leaves({ schedule }), learningRate, at);
    if (made.rates === undefined) throw new SettingsError(made.problems);
    return made.rates;
  }

  sample(dataset: ComponentSettings) {
    const made = this.#raw.sample(leaves({ dataset }));
    if (made.samples === undefined) throw new SettingsError(made.problems);
    return EngineRun.unflatten(made.samples);
  }
}

const ownKeys = ['inputs', 'targets', 'task', 'classes'];

/** Settings without the own data in them, and those apart. */
function split(settings: RunSettings) {
  const given: object | undefined = settings?.problem;
  const dataset = given && 'dataset' in given ? given.dataset : undefined;
  if (!isOwnData(dataset)) return { tree: settings, own: null, problems: [] };
  const rest = Object.fromEntries(
    Object.entries(dataset).filter(([key]) => !ownKeys.includes(key)),
  );
  const tree = { ...settings, problem: { ...settings.problem, dataset: rest } };
  const own = flatten(dataset, 'problem.dataset');
  return Array.isArray(own) ? { tree, own: null, problems: own } : { tree, own, problems: [] };
}

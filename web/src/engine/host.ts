// SPDX-License-Identifier: MIT
import { loadCore } from '../../../wasm/core.ts';
import type { ComponentSettings, Core, OwnData, Run, RunSettings } from '../../../wasm/types.ts';
import { hash } from './bits.ts';
import { compileNow } from './compile-now.ts';
import { HeldData } from './held-data.ts';
import type { Advance, Calls, Known, Order, Taylor, Update } from './messages.ts';
import { Past } from './past.ts';
import { thinned } from './thinned.ts';
import { train } from './train.ts';

type Handlers = {
  [K in keyof Calls]: (
    ...args: Parameters<Calls[K]>
  ) => ReturnType<Calls[K]> | Promise<ReturnType<Calls[K]>>;
};

/** The training after which snapshots are worth loading the whole engine, if nothing else has loaded it. */
const patienceMs = 1000;

/** The most memory for the snapshots of all runs of an engine. */
const snapshotBytes = 32 * 1024 * 1024;

interface Held {
  run: Run;
  past: Past;
  /** Whether it learns from bytes, of which there may be tens of millions. */
  isLarge: boolean;
}

/** An engine and its runs. The same code is used in a worker and on the main thread. */
export class EngineHost {
  #engine: Core | undefined;
  /** Whether the deferred part of the engine is loaded. */
  #whole = false;
  #spentMs = 0;
  readonly #data = new HeldData();
  #runs = new Map<number, Held>();

  readonly calls: Handlers = {
    load: async ({ first, rest }, precision) => {
      this.#engine = await loadCore({ wasmModule: first, precision }, () => {
        this.#whole = true;
        return rest instanceof WebAssembly.Module ? rest : compileNow(rest);
      });
    },
    askEngine: (question, args) => answer(this.#loaded, question, args),
    askRun: (id, question, args, moment) => {
      const { run, past, isLarge } = this.#held(id);
      if (!moment) past.leave();
      if (question === 'data' && args.length === 0) return thinned(run, isLarge);
      return answer(moment ? past.view(moment) : run, question, args);
    },
    dissect: (id, step, parameter) => this.#held(id).past.dissect(step, parameter),
    marks: (id, step, steps) => this.#held(id).past.marks(step, steps),
    taylor: (surface, at) => taylor(this.#loaded, surface, at),
    create: (id, settings, known) => this.#create(id, this.#data.whole(settings), known),
    advance: (orders, sliceMs) => this.#advance(orders, sliceMs),
    configure: (id, optimizer) => {
      const { run, past } = this.#held(id);
      run.configure({ optimizer });
      const report = run.report();
      past.change(report.step, optimizer);
      return report;
    },
    bits: (settings, steps) => bits(this.#loaded, settings, steps),
    dispose: (id) => {
      const held = this.#runs.get(id);
      held?.past.dispose();
      held?.run.dispose();
      this.#runs.delete(id);
    },
  };

  get #loaded(): Core {
    if (!this.#engine) throw new Error('The engine is not loaded.');
    return this.#engine;
  }

  #held(id: number): Held {
    const held = this.#runs.get(id);
    if (!held) throw new Error(`There is no run ${id}.`);
    return held;
  }

  #create(id: number, settings: RunSettings, known: Known): Update {
    const run = this.#loaded.createRun(settings);
    const isLarge = areBytes(settings);
    this.#runs.set(id, { run, past: new Past(this.#loaded, settings), isLarge });
    return { run: id, report: run.report(), ...newsOf(run, known) };
  }

  #advance(orders: Order[], sliceMs: number): Advance[] {
    const end = performance.now() + sliceMs;
    return orders.map((order, index) => {
      const { run, past } = this.#held(order.run);
      // A racer that needs less than its share leaves the rest to the others.
      const now = performance.now();
      const report = train(run, order, now + (end - now) / (orders.length - index));
      const spentMs = performance.now() - now;
      this.#spentMs += spentMs;
      // Snapshots need the deferred part of the engine, which a short race should not load.
      if (this.#whole || this.#spentMs > patienceMs) past.keep(run, spentMs);
      this.#bound();
      return { run: order.run, report, spentMs, ...newsOf(run, order.known) };
    });
  }

  /** Thins the longest past until all of them fit. */
  #bound(): void {
    const pasts = [...this.#runs.values()].map(({ past }) => past);
    while (pasts.reduce((sum, { bytes }) => sum + bytes, 0) > snapshotBytes)
      pasts.reduce((a, b) => (a.bytes >= b.bytes ? a : b)).thin();
  }
}

function areBytes({ problem }: RunSettings): boolean {
  const { inputs } = (problem as { dataset?: Partial<OwnData> } | undefined)?.dataset ?? {};
  return inputs instanceof Uint8Array;
}

/** The answer of an engine or a run. The client has checked the types. */
function answer<T extends object>(asked: T, question: keyof T, args: unknown[]): unknown {
  const answer: unknown = asked[question];
  return typeof answer === 'function' ? answer.apply(asked, args) : answer;
}

function newsOf(run: Run, { records, waypoints }: Known): Pick<Update, 'records' | 'waypoints'> {
  return { records: run.curve({ from: records }), waypoints: run.path({ from: waypoints }) };
}

function bits(engine: Core, settings: RunSettings, steps: number): string {
  const run = engine.createRun(settings);
  run.step(steps);
  const left = hash({ ...run.curve(), parameters: run.parameters });
  run.dispose();
  return left;
}

/** The derivatives at a point, from a run that starts there and takes no step. The rule does not matter. */
function taylor(engine: Core, surface: ComponentSettings, at: readonly [number, number]): Taylor {
  const optimizer = {} as RunSettings['optimizer'];
  const run = engine.createRun({ problem: { surface, start: [...at] }, optimizer });
  const [gx = Number.NaN, gy = Number.NaN] = run.gradient();
  const [xx = Number.NaN, xy = Number.NaN] = run.hessianVectorProduct([1, 0]);
  const [, yy = Number.NaN] = run.hessianVectorProduct([0, 1]);
  const value = run.evaluate().trainLoss;
  run.dispose();
  return { value, gradient: [gx, gy], hessian: [xx, xy, yy] };
}

// SPDX-License-Identifier: MIT
import { loadCore } from '../../../wasm/core.ts';
import type { ComponentSettings, Core, Run, RunSettings } from '../../../wasm/types.ts';

import { hash } from './bits.ts';
import { compileNow } from './compile-now.ts';
import type { Calls, Known, Order, Taylor, Update } from './messages.ts';
import { train } from './train.ts';

type Handlers = {
  [K in keyof Calls]: (
    ...args: Parameters<Calls[K]>
  ) => ReturnType<Calls[K]> | Promise<ReturnType<Calls[K]>>;
};

/** An engine and its runs. The same code is used in a worker and on the main thread. */
export class EngineHost {
  #engine: Core | undefined;
  #runs = new Map<number, Run>();

  readonly calls: Handlers = {
    load: async ({ first, rest }, precision) => {
      this.#engine = await loadCore({ wasmModule: first, precision }, () =>
        rest instanceof WebAssembly.Module ? rest : compileNow(rest),
      );
    },
    askEngine: (question, args) => answer(this.#loaded, question, args),
    askRun: (id, question, args) => answer(this.#run(id), question, args),
    taylor: (surface, at) => taylor(this.#loaded, surface, at),
    create: (id, settings, known) => this.#create(id, settings, known),
    advance: (orders, sliceMs) => this.#advance(orders, sliceMs),
    configure: (id, optimizer) => {
      const run = this.#run(id);
      run.configure({ optimizer });
      return run.report();
    },
    bits: (settings, steps) => bits(this.#loaded, settings, steps),
    dispose: (id) => {
      this.#runs.get(id)?.dispose();
      this.#runs.delete(id);
    },
  };

  get #loaded(): Core {
    if (!this.#engine) throw new Error('The engine is not loaded.');
    return this.#engine;
  }

  #run(id: number): Run {
    const run = this.#runs.get(id);
    if (!run) throw new Error(`There is no run ${id}.`);
    return run;
  }

  #create(id: number, settings: RunSettings, known: Known): Update {
    const run = this.#loaded.createRun(settings);
    this.#runs.set(id, run);
    return { run: id, report: run.report(), ...newsOf(run, known) };
  }

  #advance(orders: Order[], sliceMs: number): Update[] {
    const end = performance.now() + sliceMs;
    return orders.map((order, index) => {
      const run = this.#run(order.run);
      // A racer that needs less than its share leaves the rest to the others.
      const now = performance.now();
      const report = train(run, order, now + (end - now) / (orders.length - index));
      return { run: order.run, report, ...newsOf(run, order.known) };
    });
  }
}

/** The answer of an engine or a run. The client has checked the types. */
function answer<T extends object>(asked: T, question: keyof T, args: unknown[]): unknown {
  return (asked[question] as (...args: unknown[]) => unknown).apply(asked, args);
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

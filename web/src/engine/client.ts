// SPDX-License-Identifier: MIT
import type { Core, Problem, Run, RunSettings } from '../../../wasm/types.ts';
import type {
  Answer,
  Args,
  Call,
  Calls,
  EngineQuestion,
  Reply,
  Request,
  RunQuestion,
} from './messages.ts';
import { SentData } from './held-data.ts';
import type { Moment } from './past.ts';
import type { Port } from './port.ts';

/** The engine refused the settings. `problems` says which and why. */
export class RefusedError extends Error {
  readonly problems: Problem[];

  constructor(message: string, problems: Problem[]) {
    super(message);
    this.problems = problems;
  }
}

/** The engine has crashed or was closed, so pending calls will never be answered. */
export class BrokenError extends Error {}

interface Waiting {
  resolve(value: unknown): void;
  reject(error: Error): void;
}

/** Calls an engine host through a port. After a break all calls fail, including pending ones. */
export class EngineClient {
  onbreak: (reason: string) => void = () => {};
  readonly port: Port;
  /** The time for one slice of training, in milliseconds. Short if the page uses the same thread. */
  readonly sliceMs: number;
  #waiting = new Map<number, Waiting>();
  #nextId = 1;
  readonly #sent = new SentData();
  #broken: string | undefined;

  constructor(port: Port, sliceMs: number) {
    this.port = port;
    this.sliceMs = sliceMs;
    port.onreply = (reply) => this.#settle(reply);
    port.onbreak = (reason) => this.#break(reason);
  }

  call<K extends Call>(call: K, ...args: Parameters<Calls[K]>): Promise<ReturnType<Calls[K]>> {
    if (this.#broken !== undefined) return Promise.reject(new BrokenError(this.#broken));
    if (call === 'create') args[1] = this.#sent.lean(args[1] as RunSettings) as (typeof args)[1];
    const id = this.#nextId++;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve: resolve as (value: unknown) => void, reject });
      this.port.post({ id, call, args } as Request);
    });
  }

  /** Asks the engine. */
  askEngine<Q extends EngineQuestion>(
    question: Q,
    ...args: Parameters<Core[Q]>
  ): Promise<ReturnType<Core[Q]>> {
    return this.call('askEngine', question, args) as Promise<ReturnType<Core[Q]>>;
  }

  /** Asks one of its runs. */
  askRun<Q extends RunQuestion>(
    run: number,
    question: Q,
    ...args: Args<Run, Q>
  ): Promise<Answer<Run, Q>> {
    return this.call('askRun', run, question, args) as Promise<Answer<Run, Q>>;
  }

  /** Asks one of its runs about a moment of its past. */
  askPast<Q extends RunQuestion>(
    run: number,
    moment: Moment,
    question: Q,
    ...args: Args<Run, Q>
  ): Promise<Answer<Run, Q>> {
    return this.call('askRun', run, question, args, moment) as Promise<Answer<Run, Q>>;
  }

  close(): void {
    this.onbreak = () => {};
    this.#break('closed');
  }

  #settle(reply: Reply): void {
    const waiting = this.#waiting.get(reply.id);
    this.#waiting.delete(reply.id);
    if ('value' in reply) {
      waiting?.resolve(reply.value);
    } else if (reply.refusal.fatal) {
      waiting?.reject(new BrokenError(reply.refusal.message));
      this.#break(reply.refusal.message);
    } else {
      const { message, problems } = reply.refusal;
      waiting?.reject(problems ? new RefusedError(message, problems) : new Error(message));
    }
  }

  #break(reason: string): void {
    if (this.#broken !== undefined) return;
    this.#broken = reason;
    this.port.close();
    for (const { reject } of this.#waiting.values()) reject(new BrokenError(reason));
    this.#waiting.clear();
    this.onbreak(reason);
  }
}

// SPDX-License-Identifier: MIT
import { phrase } from '../language/phrase.ts';
import type { ReaderCall, ReaderCalls, ReaderReply } from './reader-messages.ts';
import ReaderWorker from './reader-worker.ts?worker&inline';
import { TableError } from './table-error.ts';

interface Waiting {
  resolve(value: unknown): void;
  reject(error: Error): void;
  progress(share: number): void;
}

/** Reads tables in a worker, so the page stays responsive. */
export class Reader {
  #worker: Worker | undefined;
  #waiting = new Map<number, Waiting>();
  #nextId = 1;

  call<K extends ReaderCall>(
    call: K,
    args: Parameters<ReaderCalls[K]>,
    progress: (share: number) => void = () => {},
  ): Promise<ReturnType<ReaderCalls[K]>> {
    return new Promise((resolve, reject) => {
      const id = this.#nextId++;
      this.#waiting.set(id, { resolve: resolve as (value: unknown) => void, reject, progress });
      try {
        this.#worker ??= this.#start();
        this.#worker.postMessage({ id, call, args });
      } catch {
        this.#fail();
      }
    });
  }

  /** Ends the worker, whatever it is doing. The next call starts another, without a table. */
  cancel(): void {
    this.#worker?.terminate();
    this.#worker = undefined;
    this.#waiting.clear();
  }

  #start(): Worker {
    const worker = new ReaderWorker();
    worker.onmessage = ({ data }: MessageEvent<ReaderReply>) => this.#settle(data);
    worker.onerror = (event) => {
      event.preventDefault();
      this.#fail();
    };
    return worker;
  }

  #settle(reply: ReaderReply): void {
    const waiting = this.#waiting.get(reply.id);
    if (!waiting) return;
    if ('share' in reply) return waiting.progress(reply.share);
    this.#waiting.delete(reply.id);
    if ('value' in reply) waiting.resolve(reply.value);
    else if ('refused' in reply) waiting.reject(new TableError(reply.refused));
    else waiting.reject(new Error(reply.failed));
  }

  #fail(): void {
    const error = new TableError(
      phrase(
        'The table could not be read, because this browser or this page stopped the worker that reads it.',
      ),
    );
    for (const { reject } of this.#waiting.values()) reject(error);
    this.cancel();
  }
}

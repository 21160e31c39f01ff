// SPDX-License-Identifier: MIT

/** A chunk of the built frame, as plugins/classic-scripts.ts wraps it. */
export interface Chunk {
  /** The chunks that it imports, which must be there before it runs. */
  needs: string[];
  run(require: (name: string) => unknown, exports: unknown, module: { exports: unknown }): void;
}

/** What a file of the frame's folder hands over: a chunk, or the text of a binary. */
export type Part = Chunk | string;

/**
 * Loads the frame's scripts as classic ones, because a sandboxed frame may load nothing else from a server
 * without CORS headers: no module, no fetch, and no worker. Each file calls `add` with its name and its
 * content. The bundler writes imports as `require(name)`, and `import()` as a `require` inside a promise,
 * so a `require` of what is not there yet may answer with a promise.
 */
export class Loader {
  /** The folder of all files. */
  readonly #folder: string;
  readonly #loading = new Map<string, Promise<Part>>();
  readonly #arrived = new Map<string, Part>();
  /** Chunks that are there with all that they need. */
  readonly #complete = new Set<string>();
  readonly #modules = new Map<string, { exports: unknown }>();

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Called by the files. */
  add(name: string, part: Part): void {
    this.#arrived.set(name, part);
  }

  /** Loads a file, once unless it fails. */
  load(name: string): Promise<Part> {
    let loading = this.#loading.get(name);
    if (!loading) {
      loading = this.#append(name);
      loading.catch(() => this.#loading.delete(name));
      this.#loading.set(name, loading);
    }
    return loading;
  }

  /** What a chunk exports, or a promise of it. */
  require = (path: string): unknown => {
    const name = path.replace(/^.*\//, '');
    const known = this.#modules.get(name);
    if (known) return known.exports;
    const chunk = this.#arrived.get(name);
    if (!this.#complete.has(name) || typeof chunk !== 'object')
      return this.#gather(name)
        .then(() => this.#runNeeds(name))
        .then(() => this.require(name));
    const module = { exports: {} };
    this.#modules.set(name, module);
    chunk.run(this.require, module.exports, module);
    return module.exports;
  };

  #gather(name: string): Promise<unknown> {
    const seen = new Set<string>();
    const visit = (next: string): Promise<unknown> => {
      if (seen.has(next)) return Promise.resolve();
      seen.add(next);
      return this.load(next).then((part) =>
        typeof part === 'object' ? Promise.all(part.needs.map(visit)) : undefined,
      );
    };
    return visit(name).then(() => seen.forEach((one) => this.#complete.add(one)));
  }

  /** Runs what a chunk imports, each in a task of its own, because the frames of a page share a thread. */
  async #runNeeds(name: string, seen = new Set<string>()): Promise<void> {
    seen.add(name);
    const chunk = this.#arrived.get(name);
    for (const need of typeof chunk === 'object' ? chunk.needs : []) {
      if (seen.has(need)) continue;
      await this.#runNeeds(need, seen);
      if (this.#modules.has(need)) continue;
      this.require(need);
      await new Promise((resolve) => setTimeout(resolve));
    }
  }

  #append(name: string): Promise<Part> {
    return new Promise((resolve, reject) => {
      const script = document.createElement('script');
      script.src = this.#folder + name;
      script.onload = () => {
        const part = this.#arrived.get(name);
        script.remove();
        if (part === undefined) reject(new Error(`${name} does not run in this browser`));
        else resolve(part);
      };
      script.onerror = () => {
        script.remove();
        reject(new Error(`${name} could not be loaded`));
      };
      document.head.append(script);
    });
  }
}

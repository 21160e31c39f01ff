// SPDX-License-Identifier: MIT
/**
 * Loads a binary that wasm-split has split in two. The first part holds the functions that a first
 * visit runs. To call a function of the second part, the "rest", it calls an import from 'rest' named
 * after the function's index in the table. When the rest is instantiated, it puts its functions into
 * the table.
 */

/** Compiles the rest synchronously. If it throws, the instance can't be used any more. */
export type Rest = () => WebAssembly.Module;

/** Instantiates the first part. Loads the rest when a function of it is first called. */
export async function instantiateFirst(
  first: WebAssembly.Module,
  imports: WebAssembly.Imports,
  rest: Rest,
): Promise<WebAssembly.Instance> {
  let missing = true;
  const standIn =
    (slot: number) =>
    (...args: unknown[]): unknown => {
      // A caller that kept a stub calls it again later.
      if (missing) new WebAssembly.Instance(rest(), { ...imports, first: instance.exports });
      missing = false;
      return (table?.get(slot) as (...args: unknown[]) => unknown)(...args);
    };
  const slots = WebAssembly.Module.imports(first).filter(({ module }) => module === 'rest');
  const instance = await WebAssembly.instantiate(first, {
    ...imports,
    rest: Object.fromEntries(slots.map(({ name }) => [name, standIn(Number(name))])),
  });
  const table = Object.values(instance.exports).find((it) => it instanceof WebAssembly.Table);
  return instance;
}

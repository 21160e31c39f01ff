// SPDX-License-Identifier: MIT
/**
 * A binary that wasm-split made two files of. The first holds what a first visit runs; where it
 * would call a function of the rest, it calls an import from 'rest' with the function's place in
 * the table as its name. The rest, once instantiated, puts its functions into those places.
 */

/** Compiles the rest while its caller waits. May throw: then the instance is of no more use. */
export type Rest = () => WebAssembly.Module;

/** Brings the rest when it is first called. */
export async function instantiateFirst(
  first: WebAssembly.Module,
  imports: WebAssembly.Imports,
  rest: Rest,
): Promise<WebAssembly.Instance> {
  let missing = true;
  const standIn =
    (slot: number) =>
    (...args: unknown[]): unknown => {
      // Whoever kept a stand-in calls it again later.
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

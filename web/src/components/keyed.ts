// SPDX-License-Identifier: MIT

/**
 * One element for each key, the same as long as the key is there, so that it keeps what it knows when
 * others come and go. A template takes the elements as they are, and moves them.
 */
export class Keyed<Made extends HTMLElement> {
  readonly #make: () => Made;
  #known = new Map<number, Made>();

  constructor(make: () => Made) {
    this.#make = make;
  }

  /** With the properties of what each stands for. */
  elements<Item extends { key: number }>(
    items: readonly Item[],
    set: (item: Item) => Partial<Made>,
  ) {
    const before = this.#known;
    this.#known = new Map(
      items.map((item) => {
        const made = before.get(item.key) ?? this.#make();
        return [item.key, Object.assign(made, set(item))];
      }),
    );
    return [...this.#known.values()];
  }
}

// SPDX-License-Identifier: MIT

/** Tells when the reader holds a pointer down, as while dragging a slider. */
export class Hold {
  /** The number of the present hold, or 0. */
  current = 0;
  readonly #released: () => void;
  #count = 0;

  constructor(released: () => void) {
    this.#released = released;
    addEventListener('pointerdown', this.#grasp, { capture: true });
    for (const end of ['pointerup', 'pointercancel'])
      addEventListener(end, this.#release, { capture: true });
  }

  /** The number of a hold of its own. */
  next(): number {
    return ++this.#count;
  }

  readonly #grasp = (): void => {
    this.current = this.next();
  };

  /** Heard after the last change of the drag, which may still be on its way. */
  readonly #release = (): void => {
    const { current } = this;
    setTimeout(() => {
      if (this.current !== current) return;
      this.current = 0;
      this.#released();
    });
  };
}

// SPDX-License-Identifier: MIT
import type { Where } from './race.ts';

export interface Layout {
  /** The width of the page minus that of the window. */
  excess: number;
  /** Pairs of controls that overlap. */
  overlaps: string[];
  /** Controls smaller than 24 pixels, which are hard to hit. */
  tiny: string[];
}

/** Measures all controls, including those in shadow roots. */
export function measure(where: Where): Promise<Layout> {
  return where.evaluate(() => {
    interface Control {
      name: string;
      element: Element;
      box: DOMRect;
      /** The nearest ancestor with a fixed position. */
      fixed: Element | undefined;
    }
    const operable =
      'a[href], button, input, select, summary, [tabindex="0"]:not([role=region], [role=list])';

    const parentOf = (node: Node): Element | undefined =>
      node.parentElement ?? (node.getRootNode() as ShadowRoot).host;
    const ancestors = (element: Element): Element[] => {
      const parent = parentOf(element);
      return parent ? [parent, ...ancestors(parent)] : [];
    };
    const all = (root: ParentNode): Element[] =>
      [...root.querySelectorAll('*')].flatMap((element) => [
        element,
        ...(element.shadowRoot ? all(element.shadowRoot) : []),
      ]);

    /** The visible part of an element within scrolling boxes. */
    const seen = (element: Element): DOMRect => {
      let { left, top, right, bottom } = element.getBoundingClientRect();
      for (const ancestor of ancestors(element)) {
        if (getComputedStyle(ancestor).overflowX === 'visible') continue;
        const clip = ancestor.getBoundingClientRect();
        left = Math.max(left, clip.left);
        right = Math.min(right, clip.right);
        top = Math.max(top, clip.top);
        bottom = Math.min(bottom, clip.bottom);
      }
      return new DOMRect(left, top, Math.max(0, right - left), Math.max(0, bottom - top));
    };

    const controls = all(document)
      .filter((element) => element.matches(operable) && element.checkVisibility())
      .map((element): Control => {
        const name = element.getAttribute('aria-label') ?? element.textContent?.trim() ?? '';
        const fixed = [element, ...ancestors(element)].find((one) =>
          ['fixed', 'sticky'].includes(getComputedStyle(one).position),
        );
        const id = `${element.localName} "${name.replace(/\s+/g, ' ').slice(0, 40)}"`;
        return { name: id, element, box: seen(element), fixed };
      })
      .filter(({ box }) => box.width > 0 && box.height > 0);

    const cover = (a: DOMRect, b: DOMRect): boolean =>
      Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 &&
      Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1;
    const overlaps = controls.flatMap((a, index) =>
      controls
        .slice(index + 1)
        .filter((b) => a.fixed === b.fixed && cover(a.box, b.box))
        .filter((b) => !ancestors(a.element).includes(b.element))
        .filter((b) => !ancestors(b.element).includes(a.element))
        .map((b) => `${a.name} and ${b.name}`),
    );
    const tiny = controls
      .filter(({ element }) => !element.matches('p a'))
      .map(({ name, element }) => ({ name, box: element.getBoundingClientRect() }))
      .filter(({ box }) => box.width < 23.5 || box.height < 23.5)
      .map(({ name, box }) => `${name} ${box.width} x ${box.height}`);
    const { scrollWidth, clientWidth } = document.documentElement;
    return { excess: scrollWidth - clientWidth, overlaps, tiny };
  });
}

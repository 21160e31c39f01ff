// SPDX-License-Identifier: MIT

/** Attributes with coordinates, in which hundredths of a pixel are enough. */
const places = ['d', 'x', 'y', 'width', 'height', 'transform', 'stroke-width', 'font-size'];

/** What the library writes although it says nothing. */
const nothing = [
  ['text-decoration', 'undefined'],
  ['transform', 'matrix(1 0 0 1 0 0)'],
  ['stroke-dasharray', ''],
] as const;

/**
 * Makes an SVG shorter, and readable by programs that know no colours with an opacity in them: `rgb(1 2 3 / 0.5)`
 * and `#01020380` become a colour and an opacity.
 */
export function tidied(root: Element): void {
  for (const element of [root, ...root.querySelectorAll('*')]) {
    for (const [name, value] of nothing)
      if (element.getAttribute(name) === value) element.removeAttribute(name);
    if (element.localName === 'path' && !element.getAttribute('d')) element.remove();
    for (const name of places) {
      const value = element.getAttribute(name);
      if (value !== null) element.setAttribute(name, rounded(value));
    }
    for (const name of ['fill', 'stroke']) {
      const parts = partsOf(element.getAttribute(name) ?? '');
      if (!parts) continue;
      element.setAttribute(name, parts.colour);
      const own = element.getAttribute(`${name}-opacity`);
      const opacity = parts.opacity * (own === null ? 1 : Number(own));
      if (opacity !== 1) element.setAttribute(`${name}-opacity`, String(opacity));
    }
  }
}

/** A text with all its numbers rounded to hundredths. */
export const rounded = (text: string): string =>
  text.replaceAll(/-?\d*\.\d+(?:e[-+]?\d+)?/g, (number) =>
    String(Number(Number(number).toFixed(2))),
  );

/** A colour as six hexadecimal digits, and its opacity. Undefined for what is no colour with an opacity. */
export function partsOf(text: string): { colour: string; opacity: number } | undefined {
  const [, red, green, blue, opacity] = /^rgb\((\d+) (\d+) (\d+) \/ ([\d.]+)\)$/.exec(text) ?? [];
  if (red !== undefined) {
    const digits = [red, green, blue].map((part) => Number(part).toString(16).padStart(2, '0'));
    return { colour: `#${digits.join('')}`, opacity: Number(opacity) };
  }
  const [, colour, last = ''] = /^(#[0-9a-f]{6})([0-9a-f]{2})$/i.exec(text) ?? [];
  return colour === undefined
    ? undefined
    : { colour, opacity: Math.round(Number.parseInt(last, 16) / 2.55) / 100 };
}

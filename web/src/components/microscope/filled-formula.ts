// SPDX-License-Identifier: MIT
import { html, nothing } from 'lit';
import type { FillableFormula, Quantity } from '../../catalog/quantity.ts';
import { plain } from '../../format/number.ts';

/** A rule's formula with numbers in place of its symbols. A symbol without a value stays. */
export function filledFormula(
  formula: readonly FillableFormula[],
  valueOf: (quantity: Quantity) => number | undefined,
) {
  return formula.map(({ mathml, quantities }) => {
    const template = document.createElement('template');
    template.innerHTML = mathml;
    for (const [index, quantity] of quantities.entries()) {
      const value = valueOf(quantity);
      if (value !== undefined)
        for (const symbol of template.content.querySelectorAll(`.q${index}`))
          symbol.replaceWith(numberElement(value));
    }
    return template.content.firstElementChild ?? nothing;
  });
}

/** Negative numbers stand in brackets, because signs and powers may surround them. */
function numberElement(value: number): Element {
  const create = (name: string, text = '') => {
    const element = document.createElementNS('http://www.w3.org/1998/Math/MathML', name);
    element.textContent = text;
    return element;
  };
  const rounded = Number.isInteger(value) ? value : Number(value.toPrecision(3));
  const number = create('mn', plain(rounded).replace('-', '−'));
  if (!(value < 0)) return number;
  const row = create('mrow');
  row.append(create('mo', '('), number, create('mo', ')'));
  return row;
}

/** The bars reach down to a millionth of the largest. */
const decades = 6;

/** A bar for the size of a number on a logarithmic scale: from the middle to the right, or to the left below 0. */
export function bar(value: number, largest: number) {
  const size = 1 + Math.log10(Math.abs(value) / largest) / decades;
  const width = size > 0 ? 50 * size : 0;
  return html`<span class="bar" aria-hidden="true"
    ><span style="left:${value < 0 ? 50 - width : 50}%;width:${width}%"></span
  ></span>`;
}

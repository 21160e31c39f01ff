// SPDX-License-Identifier: MIT
import { expect, test } from 'vitest';
import { Keyed } from '../../web/src/components/base/keyed.ts';

/** The properties of an element that the tests read. */
interface Card extends HTMLElement {
  made: number;
  name: string;
}

function keyed() {
  let made = 0;
  const cards = new Keyed(() => ({ made: made++ }) as Card);
  return (...items: [key: number, name: string][]) =>
    cards
      .elements(
        items.map(([key, name]) => ({ key, name })),
        ({ name }) => ({ name }),
      )
      .map((card) => [card.made, card.name]);
}

test('an element stays with its key while others are added, removed, or moved', () => {
  const elements = keyed();
  expect(elements([7, 'sgd'], [8, 'adam'])).toEqual([
    [0, 'sgd'],
    [1, 'adam'],
  ]);
  expect(elements([9, 'lion'], [8, 'adam'], [7, 'sgd'])).toEqual([
    [2, 'lion'],
    [1, 'adam'],
    [0, 'sgd'],
  ]);
  expect(elements([8, 'adamw'])).toEqual([[1, 'adamw']]);
});

test('a key that was removed gets a new element', () => {
  const elements = keyed();
  elements([7, 'sgd']);
  elements();
  expect(elements([7, 'sgd'])).toEqual([[1, 'sgd']]);
});

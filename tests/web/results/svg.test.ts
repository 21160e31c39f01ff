// @vitest-environment happy-dom
// SPDX-License-Identifier: MIT
import { expect, test } from 'vitest';
import { partsOf, rounded, tidied } from '../../../web/src/results/tidied.ts';

test('colours lose their opacity to an attribute of its own', () => {
  expect(partsOf('rgb(1 2 255 / 0.5)')).toEqual({ colour: '#0102ff', opacity: 0.5 });
  expect(partsOf('#0072b299')).toEqual({ colour: '#0072b2', opacity: 0.6 });
  expect(partsOf('#0072b2')).toBeUndefined();
  expect(partsOf('none')).toBeUndefined();
});

test('coordinates are rounded, also very small ones', () => {
  expect(rounded('M 1.23456 -7.005 L .999 3')).toBe('M 1.23 -7 L 1 3');
  expect(rounded('1.5e-7 2.5e+1')).toBe('0 25');
});

test('a drawing keeps what it says, and nothing else', () => {
  const root = document.createElement('svg');
  root.innerHTML = `<path></path><path d="M 0.12345 1" fill="rgb(0 0 0 / 0.5)" fill-opacity="0.5"></path>
    <text text-decoration="undefined" transform="matrix(1 0 0 1 0 0)" x="1">5 &lt; 6</text>`;
  tidied(root);
  expect(root.querySelectorAll('path')).toHaveLength(1);
  const [path, text] = [root.querySelector('path'), root.querySelector('text')];
  expect(path?.getAttribute('d')).toBe('M 0.12 1');
  expect(path?.getAttribute('fill')).toBe('#000000');
  expect(path?.getAttribute('fill-opacity')).toBe('0.25');
  expect(text?.getAttributeNames()).toEqual(['x']);
  expect(text?.textContent).toBe('5 < 6');
});

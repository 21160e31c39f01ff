// SPDX-License-Identifier: MIT
import { expect, test } from 'vitest';
import { asClassic } from '../../web/plugins/classic-element.ts';

test('a module without imports becomes a classic script', () => {
  const script = asClassic('var a=import.meta.url,b=1;export{a as A,b as B};\n');
  expect(script).toBe('(()=>{var a=(document.currentScript?.src||document.baseURI),b=1;})();\n');
});

test.each(['import a from"b";', 'var a=1;export default a;', 'import("x");'])(
  '%s is refused',
  (module) => {
    expect(() => asClassic(module)).toThrow('The script is still a module.');
  },
);

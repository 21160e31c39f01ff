// SPDX-License-Identifier: MIT
// The faults that the engine's own test holds word for word are all translated.
import { readFileSync } from 'node:fs';
import { afterEach, expect, test } from 'vitest';
import { formulaFault } from '../../web/src/catalog/formula-texts.ts';
import { setLanguage } from '../../web/src/language/current.ts';
import { messages as marks } from '../../web/src/language/pseudo.ts';

afterEach(() => setLanguage('en', {}));

const held = readFileSync('tests/core/expression/faults_test.cpp', 'utf8');

/** The texts of faults, without their column. */
const faults = [...held.matchAll(/R"~\([0-9]+: (.*?)\)~"|"[0-9]+: ([^"]*)"/g)]
  .map(([, raw, plain]) => raw ?? plain ?? '')
  .map((text) => (text.endsWith('known here: ') ? `${text}x, y, pi` : text));

test('the test of the core has all kinds of faults', () => {
  expect(faults.length).toBeGreaterThan(70);
  expect(faults).toContain('the number is too large');
  expect(faults).toContain('"sn" is not known; did you mean "sin"?');
});

const infinite = 'must have a finite value in the whole square, but has none at x = 0, y = 1';

test.each([...new Set([...faults, infinite])])('%s', (fault) => {
  setLanguage('en', {});
  expect(formulaFault(fault).toLowerCase()).toBe(fault.replace('; ', '. ').toLowerCase());
  setLanguage('qps-plocm', marks);
  const shown = formulaFault(fault);
  expect(shown).toMatch(/^⟦.*⟧$/s);
  // The pseudo-language leaves no vowel plain, but for what the formula itself has.
  const words = shown.replaceAll(/"[^"]*"/g, '').match(/[a-z]*[aeiou][a-z]*/g) ?? [];
  expect(words.filter((word) => word !== 'pi')).toEqual([]);
});

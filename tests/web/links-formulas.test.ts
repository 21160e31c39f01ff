// SPDX-License-Identifier: MIT
// Formulas in links: they keep their meaning through blanks, brackets and signs that links mangle.
import { describe, expect, test } from 'vitest';
import { encodeLink } from '../../web/src/model/links/encode.ts';
import { textFault } from '../../web/src/playground/text-fault.ts';
import type { Playground } from '../../web/src/playground/playground.ts';
import { catalog, decode, engines } from './support.ts';

/** The kinds of problems that can have a formula, each with a link to its default one. */
const written = [
  ...catalog.datasets
    .filter(({ hyperparameters }) => hyperparameters.some(({ kind }) => kind === 'text'))
    .map(({ id }) => `v=3&dataset=${id}`),
  ...catalog.surfaces
    .filter(({ hyperparameters }) => hyperparameters.some(({ kind }) => kind === 'text'))
    .map(({ id }) => `v=3&surface=${id}`),
];

const formulas = [
  'sin(3x)·y',
  'x y',
  'x < 1 and not y > 2',
  'r = sqrt(x^2 + y^2); r < 1',
  '(1-x)^2 + 100(y-x^2)^2',
  'min(x, y, (x + y))',
  '2 − x² × y³ ≤ 1',
  'x == 1 or y != 2',
  'a=x\tb',
  '1 + ((x))',
  'x.',
  '100 %',
  '"x" & <y> #1?',
];

const withFormula = (link: string, formula: string) => {
  const { settings } = decode(link);
  const values = (component: { values: object }) => ({ ...component.values, f: formula });
  return settings.surface
    ? { ...settings, surface: { ...settings.surface, values: values(settings.surface) } }
    : { ...settings, dataset: { ...settings.dataset, values: values(settings.dataset) } };
};

const formulaOf = (link: string) => {
  const { settings, notices } = decode(link);
  expect(notices).toEqual([]);
  return (settings.surface ?? settings.dataset).values.f;
};

test('three kinds of problems can have a formula', () => {
  expect(written).toHaveLength(3);
});

describe.each(written)('%s', (start) => {
  test.each(formulas)('keeps %s', (formula) => {
    const link = encodeLink(catalog, withFormula(start, formula) as never);
    expect(link).not.toMatch(/[\s()<>"]/);
    expect(formulaOf(link)).toBe(formula.replaceAll('\t', ' '));
    // Messengers break long links and leave out what looks like the end of a sentence.
    const broken = link.replaceAll('&', '&\n');
    expect((decode(broken).settings.surface ?? decode(broken).settings.dataset).values.f).toBe(
      formulaOf(link),
    );
    expect(formulaOf(`${link}`)).toBe(formulaOf(encodeLink(catalog, decode(link).settings)));
  });

  test('says what a formula must be if it is too long or empty', () => {
    const { settings, notices } = decode(`${start}&f=${'x'.repeat(501)}`);
    expect(notices).toHaveLength(1);
    const usual = decode(start).settings;
    expect(settings.surface ?? settings.dataset).toEqual(usual.surface ?? usual.dataset);
    expect(decode(`${start}&f=&seed=2`).notices).toHaveLength(1);
  });

  test('shows where a formula is wrong', async () => {
    const { settings } = decode(start);
    const playground = {
      catalog,
      settings,
      inquiry: { check: async (_: string, run: never) => engines.float64.check(run) },
    } as unknown as Playground;
    expect(await textFault(playground, 'f', 'x + sn(y)')).toEqual({
      column: 5,
      what: '"sn" is not known. Did you mean "sin"?',
    });
    expect(
      await textFault(playground, 'f', String((settings.surface ?? settings.dataset).values.f)),
    ).toBe(undefined);
  });
});

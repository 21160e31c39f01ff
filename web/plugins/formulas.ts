// SPDX-License-Identifier: MIT
import { mathml } from '../reference/formula.ts';
import { builtCatalog, catalogFile } from './catalog.ts';
import { virtual } from './virtual.ts';

/** Turns the catalog's TeX into MathML while the site is built, so that no reader downloads TeX. */
export const formulas = () =>
  virtual('formulas', catalogFile, () => {
    const { optimizers } = builtCatalog();
    const rendered = optimizers.map((entry) => [entry.id, mathml(entry.formula)]);
    return `export default ${JSON.stringify(Object.fromEntries(rendered))};`;
  });

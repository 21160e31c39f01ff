// SPDX-License-Identifier: MIT
import { mathml } from '../reference/formula.ts';
import { builtCatalog, catalogFile } from './catalog.ts';
import { virtual } from './virtual.ts';

/** Converts the catalog's TeX to MathML at build time, so the page needs no TeX library. */
export const formulas = () =>
  virtual('formulas', catalogFile, () => {
    const { optimizers } = builtCatalog();
    const rendered = optimizers.map((entry) => [entry.id, mathml(entry.formula)]);
    return `export default ${JSON.stringify(Object.fromEntries(rendered))};`;
  });

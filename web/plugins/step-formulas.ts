// SPDX-License-Identifier: MIT
import { fillable } from '../reference/formula.ts';
import { builtCatalog, catalogFile } from './catalog.ts';
import { virtual } from './virtual.ts';

/** The formulas of the rules that move each parameter by its own numbers, ready to be filled with those. */
export const stepFormulas = () =>
  virtual('step-formulas', catalogFile, () => {
    const rules = builtCatalog().optimizers.filter(({ elementwise }) => elementwise);
    const rendered = rules.map((entry) => [entry.id, fillable(entry)]);
    return `export default ${JSON.stringify(Object.fromEntries(rendered))};`;
  });

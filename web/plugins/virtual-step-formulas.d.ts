// SPDX-License-Identifier: MIT
declare module 'virtual:step-formulas' {
  /** By optimizer id, for each assignment. Rules whose formula does not hold for a single parameter have none. */
  const formulas: Readonly<
    Record<string, readonly import('../src/catalog/quantity.ts').FillableFormula[]>
  >;
  export default formulas;
}

// SPDX-License-Identifier: MIT
declare module 'virtual:formulas' {
  /** MathML by the id of the optimizer. */
  const formulas: Readonly<Record<string, string>>;
  export default formulas;
}

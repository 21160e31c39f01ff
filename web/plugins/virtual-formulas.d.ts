// SPDX-License-Identifier: MIT
declare module 'virtual:formulas' {
  /** MathML by optimizer id. */
  const formulas: Readonly<Record<string, string>>;
  export default formulas;
}

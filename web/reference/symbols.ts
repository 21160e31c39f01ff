// SPDX-License-Identifier: MIT
import type { OptimizerEntry } from '../../wasm/types.ts';
import type { Quantity } from '../src/catalog/quantity.ts';

/** A piece of a formula: TeX as it stands, or a symbol that has a value. */
export interface Piece {
  tex: string;
  quantity?: Quantity;
}

/** An assignment of a formula, such as m ← β₁ m + (1-β₁) g. */
export type Assignment = Piece[];

/** Commands with an argument in which nothing is a symbol. */
const words = /^\\(?:text|operatorname|begin|end)\{[^}]*\}/;
const symbol = /^(?:\\[A-Za-z]+|[A-Za-z])(?:_(?:[A-Za-z0-9-]|\{[^}]*\}))?/;

/** The Greek letters, without those that look like Latin ones, as TeX. */
export const letters: Readonly<Record<string, string>> = {
  ...{ α: '\\alpha', β: '\\beta', γ: '\\gamma', δ: '\\delta', ε: '\\varepsilon', ζ: '\\zeta' },
  ...{ η: '\\eta', θ: '\\theta', ι: '\\iota', κ: '\\kappa', λ: '\\lambda', μ: '\\mu' },
  ...{ ν: '\\nu', ξ: '\\xi', π: '\\pi', ρ: '\\rho', σ: '\\sigma', τ: '\\tau' },
  ...{ υ: '\\upsilon', φ: '\\varphi', χ: '\\chi', ψ: '\\psi', ω: '\\omega' },
  ...{ ϵ: '\\epsilon', ϑ: '\\vartheta', ϕ: '\\phi', ϱ: '\\varrho', ς: '\\varsigma', ϖ: '\\varpi' },
  ...{ Γ: '\\Gamma', Δ: '\\Delta', Θ: '\\Theta', Λ: '\\Lambda', Ξ: '\\Xi', Π: '\\Pi' },
  ...{ Σ: '\\Sigma', Υ: '\\Upsilon', Φ: '\\Phi', Ψ: '\\Psi', Ω: '\\Omega' },
};

const lowered = /[\u2080-\u209c\u1d62-\u1d6a\u2c7c]+/g;
const raised = /[\u00b2\u00b3\u00b9\u2070-\u207f]+/g;

/** A symbol such as β₁ as TeX. */
export function texOf(symbol: string): string {
  const group = (text: string): string => {
    const plain = text.normalize('NFKC').replace('\u2212', '-');
    return plain.length > 1 ? `{${plain}}` : plain;
  };
  return symbol
    .replace(lowered, (text) => `_${group(text)}`)
    .replace(raised, (text) => `^${group(text)}`)
    .replace(/[^ -~]/gu, (letter) => {
      const tex = letters[letter];
      if (tex !== undefined) return tex;
      throw new Error(
        `The symbol ${symbol} has no TeX: add ${letter} to the letters in web/reference/symbols.ts.`,
      );
    });
}

/**
 * The formula of a rule with what stands for each symbol in one step of one parameter. In an assignment, a
 * vector on the right has its value from before the step, unless an earlier assignment has changed it. A
 * vector that is assigned twice has a value between them that nobody sees: it stays a symbol.
 */
export function assignments(entry: OptimizerEntry): Assignment[] {
  const vectors = new Map([
    ['\\theta', ''],
    ...entry.state.map(({ name, symbol }) => [symbol, name] as const),
  ]);
  const fixed = new Map<string, Quantity>([
    ['g', 'gradient'],
    ['t', 'step'],
    ...entry.hyperparameters.map(({ id, symbol }): [string, Quantity] => [
      texOf(symbol),
      id === 'learningRate' ? 'rate' : `setting ${id}`,
    ]),
  ]);
  const lines = entry.formula.split('\\qquad').map((line) => line.trim());
  const targets = lines.map((line) => symbol.exec(line)?.[0] ?? '');
  return lines.map((line, index) => {
    const arrow = line.indexOf('\\leftarrow');
    return pieces(line).map(({ tex, at }): Piece => {
      const vector = vectors.get(tex);
      if (vector === undefined) {
        const quantity = fixed.get(tex);
        return quantity ? { tex, quantity } : { tex };
      }
      const earlier = targets
        .slice(0, index + (at < arrow ? 1 : 0))
        .filter((target) => target === tex).length;
      const all = targets.filter((target) => target === tex).length;
      if (earlier === 0) return { tex, quantity: `before ${vector}` };
      return earlier === all ? { tex, quantity: `after ${vector}` } : { tex };
    });
  });
}

/** The symbols of a line, and what is between them, each with its place. */
function pieces(line: string): { tex: string; at: number }[] {
  const found: { tex: string; at: number }[] = [];
  for (let at = 0; at < line.length;) {
    const rest = line.slice(at);
    const tex = (words.exec(rest) ?? symbol.exec(rest) ?? /^(\\.|.)/.exec(rest))?.[0] as string;
    found.push({ tex, at });
    at += tex.length;
  }
  return found;
}

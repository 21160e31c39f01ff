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

const letters: Record<string, string> = {
  α: '\\alpha',
  β: '\\beta',
  γ: '\\gamma',
  ε: '\\varepsilon',
  η: '\\eta',
  λ: '\\lambda',
  μ: '\\mu',
  ρ: '\\rho',
  τ: '\\tau',
};

/** A symbol such as β₁ as TeX. */
const texOf = (symbol: string): string =>
  [...symbol]
    .map((letter) => letters[letter] ?? letter)
    .join('')
    .replace(/[₀-₉]/g, (digit) => `_${digit.charCodeAt(0) - 0x2080}`);

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

// SPDX-License-Identifier: MIT
// Computes what a formula in TeX says, as far as the update rules of single parameters use TeX.
import { letters } from '../../web/reference/symbols.ts';

const symbols = new Set(Object.values(letters));

/** The value of an expression, in which each symbol of `values` is written as a word of its own. */
export function texValue(tex: string, values: Readonly<Record<string, number>>): number {
  const tokens = tex
    .replace(/\\[,!;]|\\bigl|\\bigr|\\left|\\right/g, ' ')
    .match(
      /\\operatorname\{\w+\}|\\begin\{cases\}|\\end\{cases\}|\\[A-Za-z]+|\\\\|@\w+|\d+(\.\d+)?|\S/g,
    );
  if (!tokens) throw new Error('An empty formula');
  let at = 0;
  const peek = () => tokens[at];
  const take = (expected?: string) => {
    const token = tokens[at++];
    if (token === undefined || (expected !== undefined && token !== expected))
      throw new Error(`Expected ${expected} in ${tex}, found ${token}`);
    return token;
  };
  const group = (open: string, close: string) => {
    take(open);
    const value = sum();
    take(close);
    return value;
  };
  const argument = (): number => (peek() === '{' ? group('{', '}') : atom());

  /** What is in bars, in which a bar closes. */
  function atom(): number {
    const token = take();
    if (/^\d/.test(token)) return Number(token);
    if (token.startsWith('@')) {
      const value = values[token.slice(1)];
      if (value === undefined) throw new Error(`${token} has no value`);
      return value;
    }
    switch (token) {
      case '(':
        at--;
        return group('(', ')');
      case '|':
        at--;
        return Math.abs(group('|', '|'));
      case '\\frac':
      case '\\tfrac':
        return argument() / argument();
      case '\\sqrt':
        return Math.sqrt(argument());
      case '\\operatorname{sign}':
        return Math.sign(group('(', ')'));
      case '\\max': {
        take('(');
        const first = sum();
        take(',');
        const second = sum();
        take(')');
        return Math.max(first, second);
      }
      case '\\begin{cases}':
        return cases();
      default:
        if (symbols.has(token))
          throw new Error(`No setting and no vector of the rule has the symbol ${token} in ${tex}`);
        throw new Error(`${token} is not understood in ${tex}`);
    }
  }
  function cases(): number {
    let chosen: number | undefined;
    for (;;) {
      const value = sum();
      take('&');
      const left = sum();
      const relation = take();
      const right = sum();
      if (relation === '=' ? left === right : left > right) chosen ??= value;
      if (take() === '\\end{cases}') break;
    }
    if (chosen === undefined) throw new Error(`No case holds in ${tex}`);
    return chosen;
  }
  function power(): number {
    const base = atom();
    if (peek() !== '^') return base;
    take('^');
    return base ** argument();
  }
  const ends = (token: string | undefined) =>
    token === undefined || /^([+\-)}|,&=>/]|\\\\|\\end\{cases\})$/.test(token);
  function product(): number {
    let value = power();
    for (;;) {
      if (peek() === '/') {
        take('/');
        value /= power();
      } else if (ends(peek())) return value;
      else value *= power();
    }
  }
  function sum(): number {
    let value = peek() === '-' ? (take(), -product()) : product();
    while (peek() === '+' || peek() === '-') value += take() === '+' ? product() : -product();
    return value;
  }
  const value = sum();
  if (at < tokens.length) throw new Error(`${tokens.slice(at).join(' ')} is left of ${tex}`);
  return value;
}

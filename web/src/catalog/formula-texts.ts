// SPDX-License-Identifier: MIT
/** What the engine says of faulty formulas, for readers of other languages. */
import { marked } from '../language/message.ts';
import { translated } from './engine-texts.ts';

const faults = [
  marked('the formula is longer than {most} bytes'),
  marked('the formula is nested deeper than {most} levels'),
  marked('the formula has more than {most} operations'),
  marked('the number is too large'),
  marked('the character {name} has no meaning here'),
  marked('expected {part}, but found {other}'),
  marked('to compare, write "=="'),
  marked('{name} already has a meaning. To compare, write "=="'),
  marked('{name} is not known. Did you mean {other}?'),
  marked('{name} is not known. Known here: {names}'),
  marked('{name} works with numbers, but this is a condition'),
  marked('{name} works with conditions such as x < 1, but this is a number'),
  marked('"if" chooses between two numbers or two conditions, not one of each'),
  marked('{name} takes {part}, but has {other}'),
  marked('the value must be a number, but this is a condition such as x < 1'),
  marked('the value must be a condition such as x < 1, but this is a number'),
  marked('must have a finite value in the whole square, but has none at x = {x}, y = {y}'),
];

/** What is expected or found in a formula. */
const parts = [
  marked('a number, a name or "("'),
  marked('")" or an operator'),
  marked('",", ")" or an operator'),
  marked('"(" after the function {name}'),
  marked('an operator'),
  marked('the end'),
  marked('1 argument'),
  marked('{least} to {most} arguments'),
  marked('{n} arguments'),
];

/** As two sentences. For programs the engine makes one of them. */
const inSentences = (text: string): string =>
  text.replace(
    /; (to|did|known) /,
    (_, word: string) => `. ${word[0]?.toUpperCase()}${word.slice(1)} `,
  );

/** The fault of a formula in the page's language. Names and characters of the formula stay as they are. */
export function formulaFault(said: string): string {
  const text = inSentences(said);
  return translated(faults, text, {}, (_, value) => translated(parts, value, {}) ?? value) ?? text;
}

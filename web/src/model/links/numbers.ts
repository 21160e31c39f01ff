// SPDX-License-Identifier: MIT
/** The numbers that a field of a link may have, in words. Their limits are written as in the link. */
import type { Hyperparameter } from '../../../../wasm/types.ts';
import { marked } from '../../language/message.ts';
import { phrase, type Phrase } from '../../language/phrase.ts';

/** By the signs of the lower and the upper limit. */
type Forms = Readonly<Record<string, string>>;

const any: Forms = {
  '': marked('a number'),
  '>': marked('a number above {min}'),
  '>=': marked('a number at least {min}'),
  '<': marked('a number below {max}'),
  '<=': marked('a number at most {max}'),
  '> <': marked('a number above {min} and below {max}'),
  '> <=': marked('a number above {min} and at most {max}'),
  '>= <': marked('a number at least {min} and below {max}'),
  '>= <=': marked('a number at least {min} and at most {max}'),
};

const whole: Forms = {
  '': marked('a whole number'),
  '>': marked('a whole number above {min}'),
  '>=': marked('a whole number at least {min}'),
  '<': marked('a whole number below {max}'),
  '<=': marked('a whole number at most {max}'),
  '> <': marked('a whole number above {min} and below {max}'),
  '> <=': marked('a whole number above {min} and at most {max}'),
  '>= <': marked('a whole number at least {min} and below {max}'),
  '>= <=': marked('a whole number at least {min} and at most {max}'),
};

const two: Forms = {
  '': marked('two numbers'),
  '>': marked('two numbers, each above {min}'),
  '>=': marked('two numbers, each at least {min}'),
  '<': marked('two numbers, each below {max}'),
  '<=': marked('two numbers, each at most {max}'),
  '> <': marked('two numbers, each above {min} and below {max}'),
  '> <=': marked('two numbers, each above {min} and at most {max}'),
  '>= <': marked('two numbers, each at least {min} and below {max}'),
  '>= <=': marked('two numbers, each at least {min} and at most {max}'),
};

/** What a value of a row must be: `a number above 0`, or `a whole number at least 1, or full`. */
export function numberIn(row: Hyperparameter): Phrase {
  const number = bounded(row.kind === 'number' ? any : whole, row);
  const words = (row.choices ?? []).map(({ id }) => id).join(', ');
  return words === '' ? number : phrase('{number}, or {words}', { number, words });
}

/** What two coordinates must be: `two numbers, each at least -5 and at most 5`. */
export const twoNumbersIn = (row: Hyperparameter | undefined): Phrase => bounded(two, row);

function bounded(forms: Forms, row: Hyperparameter | undefined): Phrase {
  const { min = null, max = null, minOpen = false, maxOpen = false } = row?.domain ?? {};
  const signs = [
    min === null ? '' : minOpen ? '>' : '>=',
    max === null ? '' : maxOpen ? '<' : '<=',
  ];
  const text = forms[signs.filter((sign) => sign !== '').join(' ')] ?? '';
  return { text, values: { min: String(min), max: String(max) } };
}

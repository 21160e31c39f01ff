// SPDX-License-Identifier: MIT
import { current } from './current.ts';
import { joined } from './list.ts';
import { filled, type Names, pieces, type Values } from './message.ts';

/** What stands for a name in braces. A list is joined with "and". */
type Value = string | number | Phrase | readonly Phrase[];

/** A text with its values, to be said in English to programs and in the page's language to readers. */
export interface Phrase {
  readonly text: string;
  readonly values?: Readonly<Record<string, Value>> | undefined;
}

/** `{field}` and `{name}` may be left out. They are filled in where the phrase is said. */
export const phrase = <Text extends string>(
  text: Text,
  ...[values]: Values<Exclude<Names<Text>, 'field' | 'name'>, Value>
): Phrase => ({ text, values });

const numberOf = new Intl.NumberFormat('en').format;

export function inEnglish({ text, values = {} }: Phrase): string {
  const said = (value: Value): string => {
    if (typeof value === 'string') return value;
    if (typeof value === 'number') return numberOf(value);
    if ('text' in value) return inEnglish(value);
    return new Intl.ListFormat('en').format(value.map(inEnglish));
  };
  return filled(text, mapped(values, said));
}

/** The phrase in the page's language. `more` has values for the names that were left out. */
export const told = (one: Phrase, more?: Readonly<Record<string, string>>): string =>
  parts(one, more).join('');

/** The same as parts in their order, to be drawn with elements as values. */
export function parts(
  { text, values = {} }: Phrase,
  more?: Readonly<Record<string, unknown>>,
): unknown[] {
  const { number } = current();
  const said = (value: Value): string => {
    if (typeof value === 'string') return value;
    if (typeof value === 'number') return number(value);
    if ('text' in value) return told(value);
    return joined(value.map((one) => told(one)));
  };
  return pieces(text, { ...mapped(values, said), ...more });
}

const mapped = (values: Readonly<Record<string, Value>>, said: (value: Value) => string) =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, said(value)]));

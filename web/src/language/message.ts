// SPDX-License-Identifier: MIT
import { current, pluralRule } from './current.ts';

/** The names in braces of an English text: `Step {n} of {total}` has `n` and `total`. */
export type Names<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Names<Rest>
  : never;

export type Values<Name extends string, Value> = [Name] extends [never]
  ? []
  : [values: Readonly<Record<Name, Value>>];

/**
 * A text in the page's language, by its English text, in which names in braces stand for values. All texts
 * of the page come from here, and `web/languages/` has the translations.
 */
export function msg<Text extends string>(
  english: Text,
  ...[values]: Values<Names<Text>, string | number>
): string {
  const text = current().messages[english];
  return filled(typeof text === 'string' ? text : english, values);
}

/**
 * A text that depends on a number, in the form that the language's grammar wants: `{n} step` or `{n} steps`.
 * A translation is found by `other`. `{n}` stands for the number.
 */
export function plural<One extends string, Other extends string>(
  n: number,
  one: One,
  other: Other,
  ...[values]: Values<Exclude<Names<Other>, 'n'>, string | number>
): string {
  const forms = current().messages[other];
  const rule = pluralRule(n);
  const english = rule === 'one' ? one : other;
  const text = typeof forms === 'object' ? (forms[rule] ?? forms.other) : forms;
  return filled(text ?? english, { n: current().number(n), ...(values as object) });
}

/** A text with elements in it: the parts in their order, as Lit draws them. */
export function rich<Text extends string>(
  english: Text,
  ...[values]: Values<Names<Text>, unknown>
): unknown[] {
  return pieces(english, values ?? {});
}

/** The same for a text with names that are not known to the compiler. */
export function pieces(english: string, values: Readonly<Record<string, unknown>>): unknown[] {
  const text = current().messages[english];
  const parts = (typeof text === 'string' ? text : english).split(/\{(\w+)\}/);
  return parts.map((part, index) => (index % 2 === 1 ? values[part] : part));
}

/** Marks a text of a module, which is read before the language is known. `msg` translates it where it is shown. */
export const marked = <Text extends string>(english: Text): Text => english;

export function filled(text: string, values: Readonly<Record<string, unknown>> = {}): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}

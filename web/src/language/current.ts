// SPDX-License-Identifier: MIT

/** The forms of a text that depends on a number. */
export type Forms = Readonly<Partial<Record<Intl.LDMLPluralRule, string>>>;

/** The texts of a language by their English texts. */
export type Messages = Readonly<Record<string, string | Forms>>;

interface Language {
  /** Its tag, such as `es`. */
  readonly tag: string;
  /** Whether it is English, in which the texts are written. */
  readonly isSource: boolean;
  readonly messages: Messages;
  /** A whole number as the reader writes it: 12,345. */
  readonly number: (value: number) => string;
  /** The mark between a whole number and its decimals. */
  readonly decimal: string;
  readonly plurals: Intl.PluralRules;
}

const source: Messages = {};

const of = (tag: string, messages: Messages, region = tag): Language => {
  const { format } = new Intl.NumberFormat(region, { maximumFractionDigits: 0 });
  const decimal = new Intl.NumberFormat(region).format(0.5).charAt(1);
  return {
    tag,
    isSource: messages === source,
    messages,
    // Beside links and formulas, a point between groups would be taken for theirs, which is the decimal one.
    number: decimal === ',' ? (value) => format(value).replaceAll('.', '\u202f') : format,
    decimal,
    plurals: new Intl.PluralRules(tag),
  };
};

let language = of('en', source);

/** The page's language. It is chosen once, before anything is shown. */
export const current = (): Language => language;

export const pluralRule = (n: number): Intl.LDMLPluralRule => language.plurals.select(n);

/** Sets the page's language. `region`, such as `es-MX`, tells how the reader writes numbers. */
export function setLanguage(tag: string, messages: Messages, region?: string): void {
  language = of(tag, messages, region);
}

/** Adds messages that are loaded later. */
export function addMessages(more: Messages): void {
  language = { ...language, messages: { ...language.messages, ...more } };
}

// SPDX-License-Identifier: MIT
/** All texts that a language must translate, and what its catalogs lack. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { builtCatalog } from '../plugins/catalog.ts';
import { translated } from '../src/catalog/translated.ts';
import { examples } from '../src/examples/examples.ts';
import { type Messages, setLanguage } from '../src/language/current.ts';
import { lessons } from '../src/lessons/lessons.ts';
import { type Message, messagesInCode } from './messages-in-code.ts';

/** The files of a language: `web/languages/<tag>/<name>.json`. */
export const files = ['page', 'names', 'prose', 'lessons'] as const;
export type File = (typeof files)[number];

const languages = 'web/languages';

/** The tags of the languages beside English. */
export const tags = readdirSync(languages).filter((name) => !name.includes('.'));

/** Properties of the engine's catalog with texts that only an open card or a help shows. */
const prose = new Set([
  ...['doc', 'guide', 'cost', 'memory', 'unfit', 'sentences', 'details', 'lookFor', 'why'],
]);

/** All messages, each in the first file that has it. */
export function allMessages(): Record<File, Message[]> {
  const catalog = builtCatalog();
  const names = JSON.parse(JSON.stringify(catalog, (key, value) => (prose.has(key) ? '' : value)));
  const taken = new Set<string>();
  const fresh = (messages: readonly Message[]): Message[] =>
    messages.filter(({ text }) => !taken.has(text) && taken.add(text));
  return {
    page: fresh(sources().flatMap(([, code]) => messagesInCode(code))),
    names: fresh([...asked(() => translated(names)), ...asked(() => examples[0])]),
    prose: fresh(asked(() => translated(catalog))),
    lessons: fresh([...asked(() => lessons), ...asked(() => examples)]),
  };
}

/** What builds the pages' texts that are there before or without scripts. */
const builders = [
  'web/packed.html',
  'web/plugins/classic-scripts.ts',
  'web/plugins/packed.ts',
  'web/plugins/unstarted.ts',
];

/** The sources of the page: their paths and texts. */
export const sources = (): [path: string, code: string][] =>
  readdirSync('web/src', { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .sort()
    .map((path) => `web/src/${path}`)
    .concat(builders)
    .map((path) => [path, readFileSync(path, 'utf8')]);

/** The texts that are asked of the page's language while something is made and read. */
function asked(make: () => unknown): Message[] {
  const texts = new Set<string>();
  const listening = new Proxy<Messages>({}, { get: (_, text) => void texts.add(String(text)) });
  setLanguage('en', listening);
  JSON.stringify(make());
  setLanguage('en', {});
  return [...texts].map((text) => ({ text }));
}

/** A file of a language. Empty if there is none. */
export function catalogOf(tag: string, file: File): Messages {
  const path = `${languages}/${tag}/${file}.json`;
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Messages) : {};
}

/** Words that other languages share with English, beside the names of optimizers. */
const shared = new Set([
  ...['log', '{speed}/s', '{n} kB', '{n} MB', '2mn + n'],
  ...['tanh', 'ReLU', 'leaky ReLU', 'ELU', 'softplus', 'SiLU', 'GELU', 'Huber'],
  ...['Glorot normal', 'He normal', 'LeCun normal', 'Fletcher-Reeves', 'Lookahead', 'Triangular'],
  ...['XOR', 'Rosenbrock', 'Beale', 'Himmelblau', 'Booth', 'Matyas', 'McCormick', 'Ackley'],
  ...['Styblinski–Tang', 'Goldstein–Price', 'Rastrigin'],
]);

/** The texts of a file of a language that are still in English. */
export function inEnglish(texts: Messages): string[] {
  const names = new Set(builtCatalog().optimizers.map(({ name }) => name));
  // "Adam" is a name in every language, unlike "Conjugate gradient".
  const isName = (text: string) => shared.has(text) || (names.has(text) && !/ [a-z]/.test(text));
  return Object.entries(texts)
    .filter(([text, known]) => text === (typeof known === 'string' ? known : known.other))
    .map(([text]) => text)
    .filter((text) => !isName(text));
}

/**
 * A file of a language without faults: what is missing has its English text, and what is not used any more is
 * left out. A text that has moved from another file keeps its translation.
 */
export function filled(
  tag: string,
  messages: readonly Message[],
  known: Messages,
  others: readonly Messages[],
): Messages {
  const texts = new Map(
    messages.map((message) => {
      const found = [known, ...others]
        .map((texts) => texts[message.text])
        .find((text) => faultsOf(tag, message, text).length === 0);
      return [message.text, found ?? english(tag, message)];
    }),
  );
  const kept = Object.keys(known).filter((text) => texts.has(text));
  const order = new Set([...kept, ...texts.keys()]);
  return Object.fromEntries([...order].map((text) => [text, texts.get(text) ?? '']));
}

function english(tag: string, { text, one }: Message): Messages[string] {
  if (one === undefined) return text;
  return Object.fromEntries(neededForms(tag).map((form) => [form, form === 'one' ? one : text]));
}

/** Writes the files of a language in this way. */
export function fill(tag: string): void {
  const all = allMessages();
  const before = files.map((file) => catalogOf(tag, file));
  for (const [index, file] of files.entries()) {
    const texts = filled(tag, all[file], before[index] ?? {}, before);
    writeFileSync(`${languages}/${tag}/${file}.json`, `${JSON.stringify(texts, undefined, 2)}\n`);
  }
}

/** What is wrong with a file of a language, a line for each message. */
export function faultsIn(tag: string, file: File, messages: readonly Message[]): string[] {
  const known = catalogOf(tag, file);
  const wanted = new Set(messages.map(({ text }) => text));
  const superfluous = Object.keys(known).filter((text) => !wanted.has(text));
  return [
    ...messages.flatMap((message) => faultsOf(tag, message, known[message.text])),
    ...superfluous.map((text) => `superfluous: ${text}`),
  ];
}

function faultsOf(tag: string, { text, one }: Message, known: Messages[string] | undefined) {
  if (known === undefined || known === '') return [`missing: ${text}`];
  if ((one === undefined) !== (typeof known === 'string'))
    return [`${one === undefined ? 'must be one text' : 'must have plural forms'}: ${text}`];
  const forms = typeof known === 'string' ? { other: known } : known;
  const needed = one === undefined ? [] : neededForms(tag);
  return [
    ...needed.filter((form) => !forms[form]).map((form) => `lacks the form "${form}": ${text}`),
    ...Object.values(forms)
      .filter((form) => !sameNames(form, text, one))
      .map((form) => `other placeholders in "${form}": ${text}`),
  ];
}

export const pluralForms = (tag: string) =>
  new Intl.PluralRules(tag).resolvedOptions().pluralCategories;

/** A language with rare forms, as Spanish has for millions, may leave them to the usual one. */
const neededForms = (tag: string) => pluralForms(tag).filter((form) => form !== 'many');

const namesIn = (text: string): string[] =>
  [...new Set([...text.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name))].sort();

/** Whether two texts have the same names in braces. A form for 1 may say the number in words. */
function sameNames(form: string, text: string, one: string | undefined): boolean {
  const rest = (names: string[]) => names.filter((name) => one === undefined || name !== 'n');
  return rest(namesIn(form)).join() === rest(namesIn(text)).join();
}

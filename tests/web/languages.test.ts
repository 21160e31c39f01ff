// SPDX-License-Identifier: MIT
// Every text of the page is a message, and every language has all messages. `npm run messages` lists them too.
import { describe, expect, test } from 'vitest';
import { messagesInCode } from '../../web/tools/messages-in-code.ts';
import {
  allMessages,
  faultsIn,
  filled,
  files,
  inEnglish,
  sources,
  tags,
} from '../../web/tools/messages.ts';
import { filesForPrograms, stringsForPrograms } from './prose/for-programs.ts';
import { unmarkedTexts } from './prose/unmarked.ts';

const messages = allMessages();
const remedy = (tag: string) =>
  `Translate this, or run \`npm run messages -- --fill ${tag}\` and ask for a translation`;

describe.each(tags)('%s', (tag) => {
  test.each(files)('has all messages of the file %s', (file) => {
    const faults = faultsIn(tag, file, messages[file]);
    expect(faults, `${faults.join('\n')}\n${remedy(tag)}`).toEqual([]);
  });
});

describe('who does not speak a language', () => {
  const messages = [
    { text: 'Old' },
    { text: 'Moved' },
    { text: 'New text' },
    { text: '{n} new texts', one: '{n} new text' },
  ];
  const texts = filled('es', messages, { Unused: 'Sin uso', Old: 'Viejo' }, [{ Moved: 'Movido' }]);

  test('can fill it with English, and keeps what is translated', () => {
    expect(texts).toEqual({
      Old: 'Viejo',
      Moved: 'Movido',
      'New text': 'New text',
      '{n} new texts': { one: '{n} new text', other: '{n} new texts' },
    });
  });

  test('leaves texts that are found again, unlike names', () => {
    expect(inEnglish({ ...texts, Adam: 'Adam', '{n} MB': '{n} MB' })).toEqual([
      'New text',
      '{n} new texts',
    ]);
  });
});

describe('the page says in messages', () => {
  const read = sources().filter(([path]) => !filesForPrograms.some((file) => file.test(path)));
  test.each(read)('%s', (_, code) => {
    const found = unmarkedTexts(code).filter((text) => !stringsForPrograms.has(text));
    expect(found, found.join('\n')).toEqual([]);
  });
});

describe('the search for messages', () => {
  test('finds literal texts, and both forms of plurals', () => {
    const code = `
      msg('One {n}', { n: msg('inside') });
      msg(isOpen ? 'Hide' : 'Show');
      msg(constant);
      rich('Press {button}', { button: html\`<b>\${msg('here')}</b>\` });
      plural(n, '{n} racer', '{n} racers');
      other.msg('not this');`;
    expect(messagesInCode(code)).toEqual([
      { text: 'One {n}' },
      { text: 'inside' },
      { text: 'Hide' },
      { text: 'Show' },
      { text: 'Press {button}' },
      { text: 'here' },
      { text: '{n} racers', one: '{n} racer' },
    ]);
  });

  test('refuses plurals and marks of what is not known', () => {
    expect(() => messagesInCode('plural(n, one, other)')).toThrow('literal');
    expect(() => messagesInCode('marked(text)')).toThrow('literal');
  });
});

describe('the search for other texts', () => {
  test.each([
    ['html`<p>Read this</p>`', 'Read this'],
    ['html`<button title="Close">${icon}</button>`', 'Close'],
    ["const word = running ? 'Pause' : x", 'Pause'],
    ["const text = 'It was left out.'", 'It was left out.'],
    ['const text = `${n} steps`', 'X steps'],
    ["msg('In {what}', { what: 'this page' })", 'this page'],
    ["element.setAttribute('aria-label', 'Steps to go')", 'Steps to go'],
  ])('%s', (code, text) => {
    expect(unmarkedTexts(code)).toEqual([text]);
  });

  test.each([
    "html`<p class='two words'>${msg('Read this')}</p>`",
    "throw new Error('It is not there.')",
    "import x from 'some where'",
    "root.querySelectorAll<Element>('input, select')",
    "const id = 'learningRate'",
    "type Kind = 'last loss'",
    'html`<fall-line-chart .race=${race}></fall-line-chart>`',
  ])('leaves %s', (code) => {
    expect(unmarkedTexts(code)).toEqual([]);
  });
});

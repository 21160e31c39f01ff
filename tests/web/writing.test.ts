// SPDX-License-Identifier: MIT
// Every text that readers see must follow tests/web/prose/rules.ts: short sentences, usual words.
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Component, Guide, Hyperparameter } from '../../wasm/types.ts';
import { examples } from '../../web/src/examples/examples.ts';
import { lessons, chapters } from '../../web/src/lessons/lessons.ts';
import { choicesOf } from '../../web/src/lessons/outcome.ts';
import { faults, sentencesOf } from './prose/rules.ts';
import { textsInCode, textsInMarkdown, textsInMarkup } from './prose/strings.ts';
import { catalog } from './support.ts';

/** Notes are for implementers, so longer sentences and semicolons are allowed. */
const forImplementers = { most: 40, semicolons: true };

interface Told extends Component {
  family?: string;
  guide?: Guide;
  notes?: string;
  cost?: string;
}

const rowTexts = ({ name, doc, choices = [] }: Hyperparameter): string[] => [
  name,
  doc,
  ...choices.map((choice) => choice.name),
];

/** On failure, shows each violation with its sentence. */
function expectPlain(texts: readonly string[], options = {}): void {
  const found = texts.flatMap((text) => faults(text, options));
  expect(found, found.join('\n')).toEqual([]);
}

function expectPlainEntry({
  name,
  summary,
  family = '',
  guide,
  hyperparameters,
  notes = '',
  cost = '',
}: Told) {
  const texts = [name, summary, family, cost, ...hyperparameters.flatMap(rowTexts)];
  if (guide) texts.push(guide.idea, guide.use, guide.pitfalls);
  expectPlain(texts);
  expectPlain([notes], forImplementers);
}

describe('the catalog says plainly', () => {
  const { settings, faults, ...kinds } = catalog;
  const components = Object.entries(kinds).flatMap(([kind, entries]) =>
    entries.map((entry): [string, Told] => [`${kind}: ${entry.id}`, entry]),
  );
  test.each(components)('%s', (_, entry) => expectPlainEntry(entry));
  // The longest name of a setting that a remedy changes has three words.
  const filled = (sentence: string) =>
    sentence.replace('{setting}', 'optimizer learning rate').replace(/\{\w+\}/g, '1');
  test.each(faults)('faults: $id', ({ name, sentences, details }) => {
    expectPlain([name, ...[...sentences, ...details].map(filled)]);
  });
  test.each(Object.entries(settings))('the settings of the %s', (_, rows) => {
    expectPlain(rows.flatMap(rowTexts));
  });
});

describe('the page says plainly', () => {
  test.each(examples.map((example) => [example.id, example] as const))('%s', (_, example) => {
    const { title, line, text, states } = example;
    const texts = [title, line, text, ...states.map(({ label = '' }) => label)];
    expectPlain(texts);
  });

  test.each(lessons)('$id', ({ title, line, steps }) => {
    const texts = steps.flatMap(({ text, why, question }) => {
      const choices = 'choices' in question || question.none ? choicesOf(question, []) : [];
      return [text, why, question.asks, ...choices.map(({ says }) => says)];
    });
    expectPlain([title, line, ...chapters, ...texts]);
  });

  const code = ['web/src', 'web/reference', 'web/guide'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.ts'))
      .map((path) => `${folder}/${path}`),
  );
  test.each(code)('%s', (path) => {
    const texts = textsInCode(readFileSync(path, 'utf8'));
    expectPlain(texts);
  });

  const pages = ['web', 'web/guide/pages'].flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => name.endsWith('.html'))
      .map((name) => `${folder}/${name}`),
  );
  test.each(pages)('%s', (path) => {
    const markup = readFileSync(path, 'utf8');
    const scripts = [...markup.matchAll(/<script[^>]*>([^]*?)<\/script>/g)];
    const [, title = '', line = ''] = /title: (.*)\s+line: (.*) -->/.exec(markup) ?? [];
    const texts = [
      title,
      line,
      ...textsInMarkup(markup),
      ...scripts.flatMap(([, script = '']) => textsInCode(script)),
    ];
    expectPlain(texts);
  });
});

test.each([
  'README.md',
  '.github/CHANGELOG.md',
  '.github/CONTRIBUTING.md',
  '.github/EMBEDDING.md',
  'web/src/README.md',
  'wasm/README.md',
  'wasm/split/README.md',
  'tests/bench/README.md',
])('%s says plainly', (path) => {
  const texts = textsInMarkdown(readFileSync(path, 'utf8'));
  expect(texts.length).toBeGreaterThan(5);
  expectPlain(texts);
});

describe('the prose checker', () => {
  test('splits text into sentences', () => {
    expect(sentencesOf('As PyTorch 1.13 has it, e.g. here. Then more! (So.)')).toEqual([
      'As PyTorch 1.13 has it, e.g. here.',
      'Then more!',
      '(So.)',
    ]);
  });

  test('finds long sentences and coined words', () => {
    const long = Array.from({ length: 26 }, () => 'word').join(' ');
    expect(faults(long)).toHaveLength(1);
    expect(faults(long, { most: 26 })).toEqual([]);
    for (const text of [
      'A rule whose form this is.',
      'stuck for ever',
      'Over-fitting',
      'It falls; it stops.',
      'who needs least for it wins. So that whoever asks gets fewer.',
      'All whose loss was computed.',
      'the gradient is not finite any more',
      'Gradient memory',
    ]) {
      expect(faults(text), text).not.toEqual([]);
    }
    for (const text of [
      'Overfitting sets in at step 1,000.',
      'Enter a number that is 0 or more.',
    ]) {
      expect(faults(text)).toEqual([]);
    }
  });

  test('finds the texts that the page shows, and no code', () => {
    const code = `
      import { x } from 'a module of words';
      const style = css\`p { color: red; margin: 0; }\`;
      const page = html\`<p title="To be read">One <b>bold</b> word, \${count} times.</p><button class="two words" aria-label=\${'Said aloud here'}></button>\`;
      const help = { doc: 'What it does.' };`;
    expect(textsInCode(code).sort()).toEqual(
      ['To be read', 'One bold word, X times.', 'Said aloud here', 'What it does.'].sort(),
    );
  });

  test('skips code in Markdown', () => {
    expect(
      textsInMarkdown(
        '# A title\n\nRun `npm start` now.\n\n```sh\nnpm x; y\n```\n\n- [a link](b; c)',
      ),
    ).toEqual(['A title', 'Run Code now.', 'a link']);
  });
});

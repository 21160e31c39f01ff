// SPDX-License-Identifier: MIT
// The page is made from the catalog, so its code must not name any component.
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { helpText, racerNames, racerSummary } from '../../web/src/model/names.ts';
import { catalog, decode } from './support.ts';

const web = fileURLToPath(new URL('../../web', import.meta.url));

const ids = new Set(
  [
    ...catalog.optimizers,
    ...catalog.wrappers,
    ...catalog.schedules,
    ...catalog.datasets,
    ...catalog.surfaces,
    ...catalog.activations,
    ...catalog.losses,
    ...catalog.initializers,
    ...catalog.instruments,
  ].map(({ id }) => id),
);

/** Ids with another meaning on the page: the scale of an axis or a slider, and the TeX of a component. */
const otherwise = new Set(['linear', 'formula']);

/** The components that a text names: the whole text, or the value of a key in a link. */
function named(text: string): string[] {
  const valuesInLink = [...text.matchAll(/[=,]([a-z][a-z0-9-]*)/g)].map((match) => match[1] ?? '');
  return [text, ...valuesInLink].filter((word) => ids.has(word) && !otherwise.has(word));
}

function textOf(node: ts.Node): string | undefined {
  if (ts.isStringLiteralLike(node)) return node.text;
  if (ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node)) return node.text;
  return ts.isPropertyAssignment(node) && ts.isIdentifier(node.name) ? node.name.text : undefined;
}

/** All components that literals or object keys in a file name. */
function namedIn(path: string, code: string): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    found.push(...named(textOf(node) ?? ''));
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(path, code, ts.ScriptTarget.Latest, true));
  return found;
}

describe('the code of the page', () => {
  const filesIn = (folder: string) =>
    readdirSync(`${web}/${folder}`, { recursive: true, encoding: 'utf8' }).map(
      (path) => `${folder}/${path}`,
    );
  const code = ['src', 'reference', 'plugins']
    .flatMap(filesIn)
    .filter((path) => path.endsWith('.ts'));

  test.each(code)('%s names no component', (path) => {
    expect(namedIn(path, readFileSync(`${web}/${path}`, 'utf8'))).toEqual([]);
  });

  test('the check finds a name', () => {
    const [optimizer] = catalog.optimizers;
    const [dataset] = catalog.datasets;
    const guilty = [
      `if (id === '${optimizer?.id}') draw();`,
      `const names = { ${optimizer?.id}: 1 };`,
      `open('v=1&dataset=${dataset?.id}');`,
      `open(\`run=${optimizer?.id},rate=\${rate}\`);`,
    ];
    for (const line of guilty) expect(namedIn('guilty.ts', line), line).toHaveLength(1);
  });
});

describe('the help of a setting', () => {
  const rows = catalog.optimizers.flatMap(({ hyperparameters }) => hyperparameters);

  test('says that a change waits for a restart, where it does', () => {
    const waiting = rows.filter(({ live }) => live === false);
    expect(waiting.length).toBeGreaterThan(5);
    for (const row of waiting)
      expect(helpText(row)).toBe(`${row.doc} Changes apply after a restart.`);
  });

  test('is its own text otherwise, which leaves that to the row', () => {
    for (const row of rows.filter(({ live }) => live !== false))
      expect(helpText(row)).toBe(row.doc);
    expect(rows.filter(({ doc }) => /restart\.$/.test(doc))).toEqual([]);
  });
});

test('the summary of a racer lists its first settings, and those that differ from the defaults', () => {
  const [racer] = decode('run=adam,epsilon=0.5,clipNorm=2').settings.racers;
  if (!racer) throw new Error('Nobody races.');
  expect(racerSummary(catalog, racer.optimizer)).toEqual([
    'η 0.01',
    'β₁ 0.9',
    'β₂ 0.999',
    'ε 0.5',
    'gradient clipping 2',
  ]);
});

describe('the names of racers', () => {
  const namesOf = (link: string) => {
    const { racers } = decode(link).settings;
    return [...racerNames(catalog, racers).values()];
  };

  test('are those of their optimizers, plus what distinguishes racers with the same one', () => {
    expect(namesOf('run=sgd&run=adam')).toEqual(['SGD', 'Adam']);
    expect(namesOf('run=sgd,learningRate=0.3&run=sgd&run=adam')).toEqual([
      'SGD, η 0.3',
      'SGD, η 0.1',
      'Adam',
    ]);
    expect(namesOf('run=sgd,batchSize=full&run=sgd,batchSize=1')).toEqual([
      'SGD, B Full batch',
      'SGD, B 1',
    ]);
  });

  test('include the wrappers and schedules in which they differ', () => {
    expect(namesOf('run=sgd,lookahead,schedule=cosine&run=sgd,lookahead,lookahead.k=9')).toEqual([
      'SGD, Lookahead, Cosine',
      'SGD, Lookahead k 9',
    ]);
    expect(namesOf('run=sgd,lookahead&run=sgd,lookahead,sam')[0]).toBe('SGD');
    expect(namesOf('run=sgd&run=sgd,schedule.warmupSteps=20')[1]).toMatch(/^SGD, Constant .* 20$/);
  });

  test('are numbered if nothing distinguishes them', () => {
    expect(namesOf('run=sgd&run=adam&run=sgd')).toEqual(['SGD (1)', 'Adam', 'SGD (2)']);
    expect(namesOf('run=sgd&run=sgd&run=sgd,learningRate=1')).toEqual([
      'SGD, η 0.1 (1)',
      'SGD, η 0.1 (2)',
      'SGD, η 1',
    ]);
  });
});

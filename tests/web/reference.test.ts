// SPDX-License-Identifier: MIT
// Every entry of the catalog has a complete page, and every link has a target.
import { readFileSync } from 'node:fs';
import { Window } from 'happy-dom';
import { describe, expect, test } from 'vitest';
import { entriesOf } from '../../web/reference/components-page.ts';
import { allowedValues } from '../../web/reference/hyperparameters.ts';
import type { Measurements } from '../../web/reference/measured.ts';
import { indexFile, styleFile } from '../../web/reference/page.ts';
import { referencePages, shelves } from '../../web/reference/site.ts';
import { linkDefaults } from '../../web/src/model/links/defaults.ts';
import { needWords } from '../../web/src/catalog/needs.ts';
import { referenceAddress } from '../../web/src/catalog/reference.ts';
import { helpText } from '../../web/src/model/names.ts';
import { runSettings } from '../../web/src/model/run-settings.ts';
import { decode, engines } from './support.ts';

const engine = engines.float64;
const { catalog } = engine;
const measured: Measurements = JSON.parse(
  readFileSync(new URL('../reference/measured.json', import.meta.url), 'utf8'),
);

const pages = new Map(
  referencePages(engine, measured).map(({ file, text }) => {
    const { document } = new Window();
    document.write(text);
    return [file, document];
  }),
);
const files = [...pages.keys()];
const pageOf = (file: string) => {
  const page = pages.get(file);
  if (!page) throw new Error(`There is no page ${file}.`);
  return page;
};
const textOf = (file: string): string => pageOf(file).body.textContent.replace(/\s+/g, ' ').trim();
const all = (file: string, selector: string) => [...pageOf(file).querySelectorAll(selector)];

describe('the reference', () => {
  test('has an index of all its pages, and a page for every optimizer', () => {
    expect(new Set(files).size).toBe(files.length);
    const rules = catalog.optimizers.map(({ id }) => `${id}.html`);
    expect(files).toEqual(expect.arrayContaining([indexFile, ...rules]));
    const listed = all(indexFile, '.shelf a').map((link) => link.getAttribute('href'));
    expect(listed.sort()).toEqual(files.filter((file) => file !== indexFile).sort());
  });

  test.each(files)('%s has no empty parts', (file) => {
    expect(all(file, 'h1')).toHaveLength(1);
    for (const part of all(file, 'h1, h2, p, th, td, dt, dd, li, a, title')) {
      expect(part.textContent.trim(), part.outerHTML).not.toBe('');
    }
    expect(textOf(file)).not.toMatch(/undefined|\[object|\$\{/);
    expect(all(file, 'merror, .temml-error')).toEqual([]);
  });

  test.each(files)('%s links only to existing pages', (file) => {
    for (const link of all(file, 'a')) {
      const href = (link.getAttribute('href') ?? '').replace('../reference/', '');
      if (/^\.\.\/(guide\/)?index\.html/.test(href)) continue;
      if (/^[a-z]+:/.test(href)) {
        expect(href).toMatch(/^https:\/\/[^/]+\.[a-z]+\/\S+$/);
        continue;
      }
      const [target = '', anchor] = href.split('#');
      const page = pageOf(target === '' ? file : target);
      if (anchor) expect(page.getElementById(anchor), href).not.toBeNull();
    }
    expect(all(file, 'link[rel=stylesheet]')[0]?.getAttribute('href')).toBe(styleFile);
  });
});

/** The settings of a link. Expects no notices, and settings that the engine accepts. */
function opened(href: string) {
  const { settings, notices } = decode(href.replace(/^.*#/, ''));
  expect(notices).toEqual([]);
  for (const racer of settings.racers) {
    expect(engine.check(runSettings(settings, racer))).toEqual([]);
  }
  return settings;
}

describe.each(catalog.optimizers.map((entry) => [entry.id, entry] as const))('%s', (id, entry) => {
  const file = `${id}.html`;

  test('shows everything in the catalog', () => {
    const { name, summary, guide, notes, cost, memory, checkedAgainst, paper } = entry;
    const text = textOf(file);
    const facts = [
      name,
      summary,
      ...Object.values(guide),
      cost,
      memory,
      paper.title,
      paper.authors,
    ];
    for (const fact of facts) expect(text).toContain(fact);
    for (const need of entry.needs) expect(text).toContain(needWords[need]);
    expect(all(file, 'details')[0]?.textContent).toContain(notes);
    expect(text.toLowerCase()).toContain(checkedAgainst.toLowerCase());
    expect(all(file, `a[href="${paper.url}"]`)).toHaveLength(1);
    expect(all(file, '.formula math').length).toBeGreaterThan(0);
    for (const row of entry.hyperparameters) {
      expect(text).toContain(helpText(row));
      expect(all(file, 'th code').map((code) => code.textContent)).toContain(row.id);
    }
  });

  test('links to a race with it that the engine accepts', () => {
    const settings = opened(all(file, '.button')[0]?.getAttribute('href') ?? '');
    expect(settings.racers.map(({ optimizer }) => optimizer.id)).toContain(id);
  });
});

const components = shelves.flatMap((shelf) =>
  entriesOf(catalog, shelf).map(
    (entry) => [`${shelf.kind}: ${entry.id}`, shelf.kind, entry] as const,
  ),
);

describe.each(components)('%s', (_, kind, entry) => {
  const { id, name, summary, guide, notes, formula, hyperparameters, paper } = entry;
  const [page = '', anchor = ''] = referenceAddress(kind, id).replace('reference/', '').split('#');
  const section = pageOf(page).getElementById(anchor);
  const text = section?.textContent.replace(/\s+/g, ' ') ?? '';

  test('has everything in the catalog in its section', () => {
    const docs = hyperparameters.map(({ doc }) => doc);
    const facts = [name, summary, ...Object.values(guide ?? {}), ...docs, paper?.title ?? ''];
    for (const fact of facts) expect(text).toContain(fact);
    expect(section?.querySelector('details')?.textContent ?? '').toContain(notes ?? '');
    expect(section?.querySelector('.formula math') !== null).toBe(formula !== undefined);
  });

  test('has a picture if it can be drawn', () => {
    const drawn = [...(section?.querySelectorAll('svg path, svg polyline') ?? [])];
    const lines = drawn.map((path) => path.getAttribute('d') ?? path.getAttribute('points') ?? '');
    const isVaried = kind === 'schedules' && !entry.listens && hyperparameters.length > 0;
    const hasShape = kind === 'datasets' || kind === 'surfaces' || isVaried;
    expect(lines.join('').length > 300).toBe(hasShape);
    expect(lines.join('')).not.toMatch(/NaN|Infinity|undefined/);
  });

  test('links to a race that shows it', () => {
    const href = section?.querySelector('.act a')?.getAttribute('href');
    if (id === linkDefaults.unscheduled) return expect(href).toBeUndefined();
    expect(JSON.stringify(opened(href ?? ''))).toContain(`"${id}"`);
  });
});

test('every kind of component has its page', () => {
  const kinds = ['optimizers', 'settings', 'faults', ...shelves.map(({ kind }) => kind)];
  expect(kinds.sort()).toEqual(Object.keys(catalog).sort());
});

test('every need has a text, and every text belongs to a need', () => {
  const needs = new Set(catalog.optimizers.flatMap((entry) => entry.needs));
  expect([...needs].sort()).toEqual(Object.keys(needWords).sort());
});

describe('the measured differences', () => {
  const idsOf = (entries: readonly { id: string }[]) => entries.map(({ id }) => id);

  test('exist for exactly the optimizers and wrappers', () => {
    const checked = idsOf([...catalog.optimizers, ...catalog.wrappers]).sort();
    expect(Object.keys(measured.float64)).toEqual(checked);
    expect(checked).toEqual(expect.arrayContaining(Object.keys(measured.float32)));
    const searched = catalog.optimizers.filter(({ checkedAgainst }) =>
      /minima/.test(checkedAgainst),
    );
    expect(Object.keys(measured.minima)).toEqual(idsOf(searched).sort());
  });

  test.each(Object.entries(measured.float64))('of %s are on its page', (id, walk) => {
    const file = catalog.optimizers.some((entry) => entry.id === id)
      ? `${id}.html`
      : 'wrappers.html';
    const rows = all(file, 'tr').map((row) =>
      [...row.children].map((cell) => cell.textContent.trim()),
    );
    const { records, largest } = walk;
    const shown = largest === 0 ? '0' : largest.toExponential(1);
    expect(rows).toContainEqual(['64-bit', String(records), shown]);
    const search = measured.minima[id];
    if (!search) return;
    const [ours, theirs] = search.evaluations.map((count) => count.toLocaleString('en'));
    expect(rows).toContainEqual(['Evaluations', ours, theirs]);
  });
});

test('a rule that needs a sum of squares says where it does not work', () => {
  const [rule] = catalog.optimizers.filter(({ needs }) => needs.includes('residuals'));
  const text = textOf(`${rule?.id}.html`);
  expect(text).toMatch(/on networks with the loss .*cross-entropy.*: it needs a sum of squares/);
  expect(text).toMatch(/on the surfaces .*: it needs a sum of squares/);
  expect(text).toMatch(/on a network of .* units: it needs at most \d+ parameters/);
});

test('the domain of a hyperparameter is an inequality', () => {
  const row = { id: 'a', name: 'A', symbol: 'β', default: 1, unit: '', doc: 'What it does.' };
  const domain = { min: 0, max: null, minOpen: true, maxOpen: false };
  const plainly = (text: string) => text.replaceAll('\u00a0', ' ');
  expect(plainly(allowedValues({ ...row, kind: 'number', domain }))).toBe('β > 0');
  expect(
    plainly(
      allowedValues({ ...row, kind: 'number', domain: { ...domain, max: 1, maxOpen: true } }),
    ),
  ).toBe('0 < β < 1');
  expect(
    plainly(
      allowedValues({
        ...row,
        symbol: '',
        kind: 'integer',
        domain: { ...domain, minOpen: false },
        choices: [{ id: 'full', name: 'Full batch' }],
      }),
    ),
  ).toBe('x ≥ 0, whole number, or full');
  expect(allowedValues({ ...row, kind: 'switch' })).toBe('true or false');
});

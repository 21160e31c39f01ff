// SPDX-License-Identifier: MIT
// web/src/README.md lists the rooms of the page. Imports of types count, because they too decide what a
// file can be read without.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';

const root = 'web/src';

/** The most files in a family of components, styles included. */
const familySize = 15;

/** The places of rooms in the list of a README. Rooms on one line share a place. */
function placesIn(list: string): Map<string, number> {
  const lines = [...list.matchAll(/^\d+\. ((?:`[^`]+\/`(?:, )?)+):/gm)];
  return new Map(
    lines.flatMap(([, names = ''], place) =>
      [...names.matchAll(/`([^`]+)\/`/g)].map(([, room = '']) => [room, place] as const),
    ),
  );
}

const places = placesIn(readFileSync(`${root}/README.md`, 'utf8'));

/** Imports of `from` that do not lead to its own room or one further down. */
function wrongImports(from: string, imports: readonly string[]): string[] {
  const room = dirname(from);
  const place = room === '.' ? Number.NEGATIVE_INFINITY : places.get(room);
  return imports
    .filter((to) => {
      const other = places.get(dirname(to));
      if (dirname(to) === room) return false;
      return place === undefined || other === undefined || other <= place;
    })
    .map((to) => `${from} imports ${to}`);
}

/** A circle of imports, or undefined if there is none. */
function circleIn(graph: ReadonlyMap<string, readonly string[]>): string | undefined {
  const done = new Set<string>();
  const follow = (file: string, path: readonly string[]): string | undefined => {
    if (path.includes(file)) return [...path.slice(path.indexOf(file)), file].join(' > ');
    if (done.has(file)) return undefined;
    for (const next of graph.get(file) ?? []) {
      const circle = follow(next, [...path, file]);
      if (circle) return circle;
    }
    done.add(file);
    return undefined;
  };
  for (const file of graph.keys()) {
    const circle = follow(file, []);
    if (circle) return circle;
  }
  return undefined;
}

/** The files of the page that a file imports, statically, on demand, or for their types. */
function importsOf(file: string): string[] {
  const { importedFiles } = ts.preProcessFile(readFileSync(`${root}/${file}`, 'utf8'));
  return importedFiles
    .map(({ fileName }) => fileName.replace(/\?.*/, ''))
    .filter((name) => name.startsWith('.'))
    .map((name) => normalize(join(dirname(file), name)))
    .filter((name) => !name.startsWith('..'));
}

const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) =>
  name.endsWith('.ts'),
);
const graph = new Map(files.map((file) => [file, importsOf(file)]));

describe('the rooms of the page', () => {
  test('are those that README.md lists', () => {
    const rooms = new Set(files.map(dirname).filter((room) => room !== '.'));
    expect([...places.keys()].sort()).toEqual([...rooms].sort());
  });

  test('import only from rooms further down', () => {
    expect([...graph].flatMap(([file, imports]) => wrongImports(file, imports))).toEqual([]);
  });

  test('have no circles', () => {
    expect(circleIn(graph)).toBeUndefined();
  });

  test('import files that exist', () => {
    const imports = [...graph.values()].flat();
    expect(imports.length).toBeGreaterThan(files.length);
    expect(imports.filter((file) => !existsSync(`${root}/${file}`))).toEqual([]);
  });

  test(`have at most ${familySize} files in a family of components`, () => {
    const families = [...places.keys()].filter((room) => room.startsWith('components/'));
    const size = (room: string) => readdirSync(`${root}/${room}`).length;
    expect(families.filter((room) => size(room) > familySize)).toEqual([]);
  });
});

describe('the check', () => {
  test('finds an import from further up, from the same line, and from an unlisted room', () => {
    expect(wrongImports('model/names.ts', ['race/race.ts', 'format/number.ts'])).toEqual([
      'model/names.ts imports race/race.ts',
    ]);
    expect(wrongImports('components/race/a.ts', ['components/chart/b.ts'])).toHaveLength(1);
    expect(wrongImports('model/names.ts', ['nowhere/a.ts'])).toHaveLength(1);
    expect(wrongImports('nowhere/a.ts', ['model/names.ts'])).toHaveLength(1);
  });

  test('finds a circle', () => {
    const circle = new Map([
      ['a', ['b']],
      ['b', ['c']],
      ['c', ['b']],
    ]);
    expect(circleIn(circle)).toBe('b > c > b');
  });

  test('finds imports of types and on demand', () => {
    expect(importsOf('playground/library.ts')).toEqual(
      expect.arrayContaining(['playground/deferred.ts', 'model/settings.ts']),
    );
  });
});

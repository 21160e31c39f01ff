// SPDX-License-Identifier: MIT
import { describe, expect, test } from 'vitest';
import { boxScaled, type GreyImage, greyOf } from '../../../web/src/data/box-scale.ts';
import { cellText, factsOf } from '../../../web/src/data/facts.ts';
import { guessRecipe } from '../../../web/src/data/guess.ts';
import { classesIn } from '../../../web/src/data/image-files.ts';
import { prepare } from '../../../web/src/data/prepare.ts';
import { readImages } from '../../../web/src/data/read-images.ts';
import { readSource } from '../../../web/src/data/read-source.ts';
import { TableError } from '../../../web/src/data/table-error.ts';
import { inEnglish } from '../../../web/src/language/phrase.ts';

const image = (width: number, height: number, at: (x: number, y: number) => number): GreyImage => ({
  width,
  height,
  pixels: Uint8Array.from({ length: width * height }, (_, i) =>
    at(i % width, Math.floor(i / width)),
  ),
});

const refusalOf = async (reading: () => unknown): Promise<string> => {
  try {
    await reading();
    return 'not refused';
  } catch (error) {
    return error instanceof TableError ? inEnglish(error.phrase) : String(error);
  }
};

test('grey is a weighted mean of the colours, over white', () => {
  const rgba = [
    [255, 0, 0, 255],
    [0, 255, 0, 255],
    [0, 0, 255, 255],
    [77, 77, 77, 255],
    [0, 0, 0, 0],
    [0, 0, 0, 128],
  ];
  const { pixels } = greyOf(Uint8ClampedArray.from(rgba.flat()), 6, 1);
  expect([...pixels]).toEqual([76, 150, 29, 77, 255, 127]);
});

describe('scaling', () => {
  test('gives the mean of what a pixel covers, rounded half up', () => {
    const half = boxScaled(
      image(4, 2, (x, y) => 10 * x + y),
      2,
      1,
    );
    // (0 + 10 + 1 + 11) / 4 = 5.5
    expect([...half.pixels]).toEqual([6, 26]);
    // The first of two pixels covers the first of three and half of the second: (30 + 60 / 2) / 1.5.
    expect([
      ...boxScaled(
        image(3, 1, (x) => 30 * (x + 1)),
        2,
        1,
      ).pixels,
    ]).toEqual([40, 80]);
  });

  test('leaves an image of one grey as it is, whatever the sizes', () => {
    for (const [from, to] of [
      [37, 32],
      [4096, 31],
      [5, 5],
    ] as const) {
      const { pixels } = boxScaled(
        image(from, 7, () => 201),
        to,
        3,
      );
      expect(new Set(pixels)).toEqual(new Set([201]));
    }
  });
});

describe('the class of an image', () => {
  test('is its folder', () => {
    const { classes, note } = classesIn(['pets/cat/1.png', 'pets/dog/1.png', 'pets/cat/2.png']);
    expect(classes).toEqual(['cat', 'dog', 'cat']);
    expect(inEnglish(note)).toBe('The folder of each image is its class.');
    expect(classesIn(['all/train/a/1.png', 'all/test/b/1.png']).classes).toEqual(['a', 'b']);
  });

  test('is how its name begins, if there is one folder or none', () => {
    expect(classesIn(['pets/cat_01.png', 'pets/dog7.png', 'pets/big dog (2).png']).classes).toEqual(
      ['cat', 'dog', 'big dog'],
    );
    expect(classesIn(['7_001.png', '12-3.png']).classes).toEqual(['7', '12']);
  });

  test.each([
    [['a/0001.png', 'a/0002.png'], '“0001.png” tells no class. '],
    [['a/x/1.png', 'a/2.png'], '“a/2.png” is beside the folders of the classes. '],
  ])('must be said by the paths %j', async (paths, refusal) => {
    expect((await refusalOf(() => classesIn(paths))).slice(0, refusal.length)).toBe(refusal);
  });
});

describe('a folder', () => {
  const paths = ['pets/dog/b.png', 'pets/cat/a.png', 'pets/dog/a.png', 'pets/cat/b.png'];
  const files = paths.map((path) => new File([path], path.split('/').at(-1) ?? ''));
  const sizes = new Map<string, GreyImage>([
    ['pets/dog/b.png', image(2, 2, () => 1)],
    ['pets/cat/a.png', image(4, 2, (x) => 10 * x)],
    ['pets/dog/a.png', image(2, 4, (_, y) => 100 + y)],
    ['pets/cat/b.png', image(2, 2, () => 4)],
  ]);
  const decode = async (file: Blob): Promise<GreyImage> => {
    const known = sizes.get(await file.text());
    if (!known) throw new Error('The source image could not be decoded.');
    return known;
  };

  test('becomes a table in the order of its paths, as large as the smallest image', async () => {
    const table = await readImages(files, paths, () => {}, decode);
    const rows = Array.from({ length: table.rows }, (_, row) =>
      table.columns.map((column) => cellText(column, row)),
    );
    expect(rows).toEqual([
      ['5', '25', '5', '25', 'cat'],
      ['4', '4', '4', '4', 'cat'],
      ['101', '101', '103', '103', 'dog'],
      ['1', '1', '1', '1', 'dog'],
    ]);
    expect(table.name).toBe('pets');
    expect(table.image).toEqual({ width: 2, height: 2 });
    expect(table.notes.map(inEnglish)).toEqual([
      'The folder of each image is its class.',
      'All images are grey and scaled to 2 × 2 pixels.',
    ]);
    const recipe = guessRecipe(factsOf(table));
    expect([recipe.target, recipe.task]).toEqual([4, 'classification']);
  });

  test('may be called what stands for a missing value in a table', async () => {
    const none = paths.map((path) => path.replace('/cat/', '/none/').replace('/dog/', '/NA/'));
    const table = await readImages(files, none, () => {}, decode);
    const { prepared, outline } = prepare(table, guessRecipe(factsOf(table)));
    expect(prepared.classNames).toEqual(['NA', 'none']);
    expect(outline).toMatchObject({ rows: 4, leftOut: 0 });
  });

  test('with a damaged image names it', async () => {
    const damaged = [...files, new File(['x'], 'c.png')];
    const reading = () => readImages(damaged, [...paths, 'pets/cat/c.png'], () => {}, decode);
    expect(await refusalOf(reading)).toBe('“c.png” is no image that this browser can read.');
  });

  test('with another file names it, unless a system has put it there', async () => {
    const more = (path: string) => () =>
      readSource({ files: [...files, new File(['x'], 'x')], paths: [...paths, path] });
    expect(await refusalOf(more('pets/notes.txt'))).toBe(
      '“pets/notes.txt” is no image, but the others are. Bring images alone.',
    );
    // Here is no browser that decodes images.
    expect(await refusalOf(more('pets/.DS_Store'))).toBe(
      '“a.png” is no image that this browser can read.',
    );
  });
});

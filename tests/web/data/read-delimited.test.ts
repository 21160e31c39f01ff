// SPDX-License-Identifier: MIT
import { describe, expect, test } from 'vitest';
import { cellText } from '../../../web/src/data/facts.ts';
import { readDelimited } from '../../../web/src/data/read-delimited.ts';
import type { ReadOptions } from '../../../web/src/data/table.ts';

/** The column names and the texts of all cells, as the page shows them. */
function cellsOf(text: string, options: ReadOptions = {}) {
  const { columns, rows, read } = readDelimited(text, 'a.csv', options);
  return {
    read,
    names: columns.map(({ name }) => name),
    cells: Array.from({ length: rows }, (_, row) => columns.map((one) => cellText(one, row))),
  };
}

describe('a text with separators', () => {
  const cells = [
    ['1', '2.5', 'red'],
    ['-3', '0.25', 'blue'],
  ];
  const names = ['x', 'y', 'colour'];

  test.each([
    ['commas', 'x,y,colour\n1,2.5,red\n-3,.25,blue\n'],
    ['CRLF', 'x,y,colour\r\n1,2.5,red\r\n-3,.25,blue\r\n'],
    ['CR', 'x,y,colour\r1,2.5,red\r-3,.25,blue'],
    ['semicolons and decimal commas', 'x;y;colour\n1;2,5;red\n-3;,25;blue'],
    ['tabs', 'x\ty\tcolour\n1\t2.5\tred\n-3\t0.25\tblue'],
    ['bars', 'x|y|colour\n1|2.5|red\n-3|0.25|blue'],
    ['quotes', '"x","y","colour"\n"1","2.5","red"\n"-3","0.25","blue"'],
    ['blanks', ' x , y , colour \n 1 , 2.5 , red \n -3, 0.25 , blue '],
    ['blank lines', '\nx,y,colour\n\n1,2.5,red\n\n\n-3,0.25,blue\n\n'],
    ['separators at the ends', 'x,y,colour,\n1,2.5,red,\n-3,0.25,blue,\n'],
    ["Excel's first line", 'sep=;\nx;y;colour\n1;2.5;red\n-3;0.25;blue'],
    ['typographic minus', 'x,y,colour\n1,2.5,red\n\u22123,0.25,blue'],
    ['exponents', 'x,y,colour\n1e0,25E-1,red\n-3,2.5e-1,blue'],
  ])('%s', (_, text) => {
    expect(cellsOf(text)).toMatchObject({ names, cells, read: { header: true } });
  });

  test('may have no header', () => {
    expect(cellsOf('1,2,red\n3,4,blue\n')).toMatchObject({
      names: ['Column 1', 'Column 2', 'Column 3'],
      cells: [
        ['1', '2', 'red'],
        ['3', '4', 'blue'],
      ],
    });
    expect(cellsOf('a,b\nc,d\na,d', { header: false }).cells).toHaveLength(3);
  });

  test('may have separators, quotes and line breaks in quotes', () => {
    expect(cellsOf('n,t\n1,"a, ""b""\nc"\n2,d').cells).toEqual([
      ['1', 'a, "b"\nc'],
      ['2', 'd'],
    ]);
  });

  test.each(['', '?', 'NA', 'n/a', 'NaN', 'null', 'None', '#N/A', '""'])(
    'has missing cells, such as %j',
    (text) => {
      expect(cellsOf(`x,y\n1,${text}\n2,3`).cells).toEqual([
        ['1', ''],
        ['2', '3'],
      ]);
    },
  );

  test('longer than a piece is read whole', () => {
    const rows = Array.from({ length: 80_000 }, (_, i) => `${i},"text, ${i % 7}"`);
    const shares: number[] = [];
    const table = readDelimited(`n,t\n${rows.join('\n')}\n`, 'a.csv', {}, (share) =>
      shares.push(share),
    );
    expect(table.rows).toBe(80_000);
    expect(Array.from(table.columns[0]?.numbers ?? [])).toEqual(rows.map((_, i) => i));
    expect(table.columns[1]?.texts).toHaveLength(7);
    expect(shares.length).toBeGreaterThan(1);
    expect(shares.at(-1)).toBe(1);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect(table.places[79_999]).toBe(80_001);
  });
});

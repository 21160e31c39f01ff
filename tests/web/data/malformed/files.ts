// SPDX-License-Identifier: MIT
/** Files with something wrong, and what the page says of each. */

export interface Malformed {
  /** What is wrong. */
  fault: string;
  name?: string;
  /** Text, or bytes. */
  content: string | Uint8Array;
  /** A second file. */
  also?: Uint8Array;
  /** What the page says instead of reading it, in English. */
  refusal?: string;
  /** Or what it says beside the table, which is complete. */
  notes?: string[];
  /** The texts of all cells that must be there. */
  cells?: string[][];
}

const bytes = (...all: number[]): Uint8Array => Uint8Array.from(all);
const text = (content: string): Uint8Array => new TextEncoder().encode(content);
const many = (count: number, make: (i: number) => string, between = '\n'): string =>
  Array.from({ length: count }, (_, i) => make(i)).join(between);

/** An IDX header with its extents. */
const idx = (type: number, extents: number[], ...numbers: number[]): Uint8Array =>
  bytes(0, 0, type, extents.length, ...extents.flatMap((n) => [0, 0, n >> 8, n & 255]), ...numbers);

const images = idx(8, [2, 2, 2], 0, 9, 0, 9, 9, 0, 9, 0);
const labels = idx(8, [2], 3, 5);

export const malformed: readonly Malformed[] = [
  { fault: 'no byte', content: '', refusal: 'The table is empty.' },
  { fault: 'only blanks', content: ' \n\t\n ', refusal: 'The table is empty.' },
  { fault: 'only a byte order mark', content: '\ufeff', refusal: 'The table is empty.' },
  { fault: 'only line breaks', content: '\r\n\r\n', refusal: 'The table is empty.' },
  { fault: 'a header alone', content: 'a,b,c\n', cells: [['a', 'b', 'c']] },
  {
    fault: 'a quotation mark that is never closed',
    content: 'a,b\n1,"2\n3,4\n',
    refusal: 'A quotation mark in row 2 is never closed.',
  },
  {
    fault: 'a quotation mark open in the header',
    content: '"a,b\n1,2\n',
    refusal: 'A quotation mark in row 1 is never closed.',
  },
  {
    fault: 'text after a quotation mark',
    content: 'a,b\n1,2\n"3"x,4\n',
    refusal:
      'Row 3 has text after a closing quotation mark. Write a quotation mark inside of quotes twice.',
  },
  {
    fault: 'a row with more cells',
    content: 'a,b\n1,2\n3,4,5\n6,7\n',
    refusal: 'Row 3 has 3 cells, but the table has 2 columns.',
  },
  {
    fault: 'a decimal comma without quotes',
    content: 'x,y,z\n1,5,2\n2,5,3\n1,5,2,5\n',
    refusal: 'Row 4 has 4 cells, but the table has 3 columns.',
  },
  {
    fault: 'rows with fewer cells',
    content: 'a,b,c\n1,2,3\n4,5\n6\n7,8,9\n',
    notes: [
      'Some rows have too few cells: 2 in all, and the first is row 3. Their last cells count as missing.',
    ],
    cells: [
      ['1', '2', '3'],
      ['4', '5', ''],
      ['6', '', ''],
      ['7', '8', '9'],
    ],
  },
  {
    fault: 'a number beyond all bounds',
    content: 'a,b\n1,2\n3,1e31\n',
    refusal: 'Row 3, column “b”: 1e31 is too large. The engine takes numbers up to 1e30.',
  },
  {
    fault: 'a number that overflows',
    content: 'a,b\n1,-1e999\n3,4\n',
    refusal: 'Row 2, column “b”: -1e999 is too large. The engine takes numbers up to 1e30.',
  },
  {
    fault: 'infinity, which is a text',
    content: 'a,b\n1,inf\n3,4\n',
    cells: [
      ['1', 'inf'],
      ['3', '4'],
    ],
  },
  {
    fault: 'Arabic digits, which are a text',
    content: 'a,b\n1,٣\n3,4\n',
    cells: [
      ['1', '٣'],
      ['3', '4'],
    ],
  },
  {
    fault: 'hexadecimal numbers, which are texts',
    content: 'a,b\n0x10,1\n3,4\n',
    cells: [
      ['0x10', '1'],
      ['3', '4'],
    ],
  },
  {
    fault: 'formulas and markup, which are texts',
    content: 'a,b\n=1+1,<script>alert(1)</script>\n@x,"<img src=x onerror=alert(1)>"\n',
    cells: [
      ['=1+1', '<script>alert(1)</script>'],
      ['@x', '<img src=x onerror=alert(1)>'],
    ],
  },
  {
    fault: 'equal column names',
    content: 'a,b,a\n1,2,3\n4,5,6\n',
    cells: [
      ['a', 'b', 'a'],
      ['1', '2', '3'],
      ['4', '5', '6'],
    ],
  },
  {
    fault: 'an empty column name',
    content: ',b\n1,2\n3,4\n',
    cells: [
      ['1', '2'],
      ['3', '4'],
    ],
  },
  {
    fault: 'NUL bytes',
    content: text('a,b\n1,\0\n'),
    refusal: '“table.csv” is not a table of text. Save it as CSV, then try again.',
  },
  {
    fault: 'an image',
    name: 'cat.png',
    content: bytes(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13),
    refusal: '“cat.png” is no image that this browser can read.',
  },
  {
    fault: 'a spreadsheet',
    name: 'sales.xlsx',
    content: bytes(0x50, 0x4b, 3, 4, 20, 0, 6, 0),
    refusal: '“sales.xlsx” is a spreadsheet or an archive. Save the table as CSV first.',
  },
  {
    fault: 'gzip that is cut',
    name: 'table.csv.gz',
    content: bytes(0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3, 0x4b),
    refusal: '“table.csv.gz” can’t be unpacked. It may be damaged or cut.',
  },
  {
    fault: 'gzip of nothing sensible',
    name: 'table.csv.gz',
    content: bytes(0x1f, 0x8b, 255, 255, 255, 255, 255, 255, 255, 255, 255),
    refusal: '“table.csv.gz” can’t be unpacked. It may be damaged or cut.',
  },
  {
    fault: 'UTF-16',
    content: bytes(0xff, 0xfe, ...[...'a,b\n1,2\n'].flatMap((c) => [c.charCodeAt(0), 0])),
    cells: [['1', '2']],
  },
  {
    fault: 'UTF-16 with high bytes first',
    content: bytes(0xfe, 0xff, ...[...'a,b\n1,2\n'].flatMap((c) => [0, c.charCodeAt(0)])),
    cells: [['1', '2']],
  },
  {
    fault: 'Windows-1252',
    content: bytes(...text('gr'), 0xf6, 0xdf, ...text('e,b\n1,2\n3,4\n')),
    cells: [
      ['1', '2'],
      ['3', '4'],
    ],
  },
  {
    fault: 'UTF-8 with a byte order mark',
    content: bytes(0xef, 0xbb, 0xbf, ...text('a,b\n1,2\n')),
    cells: [['1', '2']],
  },
  {
    fault: 'mixed line ends',
    content: 'a,b\r\n1,2\n3,4\r\n',
    cells: [
      ['1', '2'],
      ['3', '4'],
    ],
  },
  {
    fault: 'too many columns',
    content: `${many(5001, (i) => `c${i}`, ',')}\n${many(5001, String, ',')}\n`,
    refusal: 'The table has 5,001 columns. At most 5,000 can be read.',
  },
  {
    fault: 'too many rows',
    content: `a\n${many(100_001, String)}\n`,
    refusal: 'The table has more than 100,000 rows. Remove some of them.',
  },
  {
    fault: 'too many cells',
    content: `${many(4000, (i) => `c${i}`, ',')}\n${many(2501, () => ','.repeat(3999))}\n`,
    refusal:
      'The table has more than 10,000,000 cells. Remove rows or columns that are not needed.',
  },
  {
    fault: 'JSON that is cut',
    name: 'rows.json',
    content: '[{"a": 1}, {"a": 2',
    refusal: '“rows.json” is not valid JSON. The browser says: ',
  },
  {
    fault: 'JSON with a comma at the end',
    name: 'rows.json',
    content: '[{"a": 1}, {"a": 2},]',
    refusal: '“rows.json” is not valid JSON. The browser says: ',
  },
  {
    fault: 'JSON of one object',
    name: 'rows.json',
    content: '{"a": 1, "b": 2}',
    refusal: '“rows.json” must be a list of rows, such as [[1, 2], [3, 4]].',
  },
  {
    fault: 'JSON with an object in a cell',
    name: 'rows.json',
    content: '[{"a": 1}, {"a": {"b": 2}}]',
    refusal: 'Row 2, column “a”: {"b":2} is neither a number nor a text.',
  },
  {
    fault: 'JSON with other rows in between',
    name: 'rows.json',
    content: '[{"a": 1}, [2]]',
    refusal: 'Row 2 is of another kind than the first row.',
  },
  {
    fault: 'JSON with a number in between',
    name: 'rows.json',
    content: '[[1, 2], 3]',
    refusal: 'Row 2 is of another kind than the first row.',
  },
  {
    fault: 'JSON with a longer row',
    name: 'rows.json',
    content: '[[1, 2], [3, 4, 5]]',
    refusal: 'Row 2 has 3 cells, but the table has 2 columns.',
  },
  {
    fault: 'JSON with a number beyond all bounds',
    name: 'rows.json',
    content: '[{"a": 1}, {"a": 1e200}]',
    refusal: 'Row 2, column “a”: 1e+200 is too large. The engine takes numbers up to 1e30.',
  },
  {
    fault: 'JSON with no rows',
    name: 'rows.json',
    content: '[ ]',
    refusal: 'The table is empty.',
  },
  {
    fault: 'JSON with keys that are missing or null',
    content: '[{"a": 1, "b": null}, {"b": "x", "c": true}]',
    cells: [
      ['1', '', ''],
      ['', 'x', 'true'],
    ],
  },
  {
    fault: 'lines of JSON of which one is damaged',
    name: 'rows.jsonl',
    content: '{"a": 1}\n{"a": \n{"a": 3}\n',
    refusal: '“rows.jsonl” is not valid JSON. The browser says: ',
  },
  {
    fault: 'images without labels',
    content: images,
    refusal: 'Bring the file of labels too. Drop both files, or choose both at once.',
  },
  {
    fault: 'labels without images',
    content: labels,
    refusal: 'Bring the file of images too. Drop both files, or choose both at once.',
  },
  {
    fault: 'images that are cut',
    content: images.subarray(0, images.length - 1),
    also: labels,
    refusal: '“table.csv” should have 8 bytes of numbers, but has 7. It may be cut.',
  },
  {
    fault: 'images with more bytes than said',
    content: bytes(...images, 0),
    also: labels,
    refusal: '“table.csv” should have 8 bytes of numbers, but has 9. It may be cut.',
  },
  {
    fault: 'an array without extents',
    content: bytes(0, 0, 8, 0),
    refusal: '“table.csv” is no file of images or labels.',
  },
  {
    fault: 'an array with extents beyond the file',
    content: bytes(0, 0, 8, 200, 0, 0),
    refusal: '“table.csv” is no file of images or labels.',
  },
  {
    fault: 'other labels than images',
    content: images,
    also: idx(8, [3], 1, 2, 3),
    refusal: 'There are 2 images and 3 labels. They must be equally many.',
  },
  {
    fault: 'two files of images',
    content: images,
    also: images,
    refusal: 'Bring one file of images and one file of labels.',
  },
  {
    fault: 'images of too many pixels',
    content: idx(8, [1, 100, 100], ...new Array<number>(10_000).fill(1)),
    also: idx(8, [1], 1),
    refusal: 'The images have 10,000 pixels. At most 4,999 can be read.',
  },
  {
    fault: 'images of no pixels',
    content: idx(8, [2, 0, 4]),
    also: labels,
    refusal: 'The images have 0 pixels. At most 4,999 can be read.',
  },
  {
    fault: 'two tables',
    content: 'a,b\n1,2\n',
    also: text('a,b\n3,4\n'),
    refusal: 'Bring one table, or two files as MNIST has them, or a folder of images.',
  },
];

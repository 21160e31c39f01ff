// SPDX-License-Identifier: MIT
// Any bytes are read or refused with a sentence. FALL_LINE_FUZZED_TABLES sets how many.
import { expect, test } from 'vitest';
import { factsOf } from '../../../web/src/data/facts.ts';
import { guessRecipe } from '../../../web/src/data/guess.ts';
import { prepare } from '../../../web/src/data/prepare.ts';
import { fingerprint } from '../../../web/src/data/prepared.ts';
import { readSource } from '../../../web/src/data/read-source.ts';
import { TableError } from '../../../web/src/data/table-error.ts';
import { generator } from '../support.ts';

const count = Number(process.env.FALL_LINE_FUZZED_TABLES ?? 20_000);

/** What tables and damaged files are made of. */
const words = [
  ...[',', ';', '\t', '|', '\n', '\r\n', '\r', '"', '""', '\ufeff', '\0', ' ', 'sep=;\n'],
  ...['1', '-2.5', '1e9', '1e31', '1,5', '1.234,5', '?', 'NA', 'red', 'blue', 'x', 'class', '=1+1'],
  ...['[', ']', '{', '}', ':', '[[1,2],[3,4]]', '{"a":1}', '[{"a":1,"b":"x"}]', 'null', 'true'],
  ...['a,b\n1,2\n3,4\n', 'x;y\n1,5;a\n2,5;b\n', '<b>', '\u2212', '٣', 'ü', '\ud83d\ude00'],
];
const starts: readonly number[][] = [
  [0, 0, 8, 1, 0, 0, 0, 2],
  [0, 0, 8, 3, 0, 0, 0, 2, 0, 0, 0, 2, 0, 0, 0, 1],
  [0, 0, 14, 1],
  [0x1f, 0x8b, 8, 0],
  [0xff, 0xfe],
  [0xfe, 0xff],
  [0x50, 0x4b, 3, 4],
];

function content(next: () => number): Uint8Array {
  const upTo = (n: number) => Math.floor(next() * n);
  const noise = (length: number) => Array.from({ length }, () => upTo(256));
  if (next() < 0.15) return Uint8Array.from(noise(upTo(60)));
  if (next() < 0.15)
    return Uint8Array.from([...(starts[upTo(starts.length)] ?? []), ...noise(upTo(20))]);
  const columns = Array.from({ length: 2 + upTo(4) }, () =>
    next() < 0.5 ? () => String(upTo(100) / 4) : () => ['red', 'blue', '?'][upTo(3)],
  );
  const row = () => columns.map((cell) => (next() < 0.01 ? words[upTo(words.length)] : cell()));
  const texts =
    next() < 0.5
      ? Array.from({ length: upTo(40) }, () => words[upTo(words.length)])
      : Array.from({ length: upTo(30) }, () => `${row().join(';')}\n`);
  const bytes = new TextEncoder().encode(texts.join(''));
  if (next() < 0.2 && bytes.length > 0) bytes[upTo(bytes.length)] = upTo(256);
  return bytes;
}

test(`${count} random files are read or refused, and give sound samples`, async () => {
  const next = generator(20261128);
  let [read, prepared] = [0, 0];
  for (let i = 0; i < count; i++) {
    const files = Array.from(
      { length: next() < 0.1 ? 2 : 1 },
      (_, place) => new File([content(next) as BlobPart], `${place}.csv`),
    );
    try {
      const table = await readSource({ files });
      read++;
      const facts = factsOf(table);
      expect(facts.columns).toHaveLength(table.columns.length);
      for (const { missing, numbers, texts } of facts.columns)
        expect(missing + numbers + texts).toBe(table.rows);
      const { prepared: samples, outline } = prepare(table, guessRecipe(facts));
      prepared++;
      expect(samples.inputs).toHaveLength(outline.rows * outline.inputs);
      expect(samples.targets).toHaveLength(outline.rows);
      expect(outline.rows + outline.leftOut + outline.tooMany).toBe(table.rows);
      expect(samples.inputs.every((x) => Math.abs(x) <= 1e30)).toBe(true);
      expect(fingerprint(samples)).toMatch(/^[0-9a-f]{16}$/);
    } catch (error) {
      if (!(error instanceof TableError)) throw error;
      expect(error.phrase.text).toMatch(/^[A-Z“].*\.$|\{reason\}$/);
    }
  }
  // Otherwise it would try only refusals.
  expect(read).toBeGreaterThan(count / 4);
  expect(prepared).toBeGreaterThan(count / 20);
});

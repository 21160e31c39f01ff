// SPDX-License-Identifier: MIT
// Tests the files of the examples. tests/claims/ tests the claims in their texts.
import { describe, expect, test } from 'vitest';
import { examples } from '../../web/src/examples/examples.ts';
import { runSettings } from '../../web/src/model/run-settings.ts';
import { decode, encode, engines } from './support.ts';

describe('the files', () => {
  test('are the first race alone, since lessons replaced the others', () => {
    expect(examples.map(({ id }) => id)).toEqual(['first-race']);
  });

  test.each(examples)('$id: a title, a line, up to three short sentences', (example) => {
    const { title, line, text, states } = example;
    expect(title).not.toBe('');
    expect(line).toMatch(/[^.]$/);
    const sentences = text.split(/(?<=[.?!]) /);
    expect([2, 3]).toContain(sentences.length);
    expect(text).toMatch(/\.$/);
    for (const sentence of sentences) expect(sentence.split(' ').length).toBeLessThanOrEqual(25);
    if (states.length > 1) for (const { label } of states) expect(label).toBeTruthy();
  });

  const links = examples.flatMap(({ id, states }) => states.map(({ link }) => [id, link] as const));

  test.each(links)('%s: %s is read without notices and written back unchanged', (id, link) => {
    const { settings, notices } = decode(link);
    expect(notices).toEqual([]);
    expect(settings.example).toBe(id);
    expect(encode(settings)).toBe(link);
    for (const racer of settings.racers) {
      expect(engines.float64.check(runSettings(settings, racer))).toEqual([]);
    }
  });
});

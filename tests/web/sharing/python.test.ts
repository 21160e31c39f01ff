// SPDX-License-Identifier: MIT
import { describe, expect, test } from 'vitest';
import { inLines, packed } from '../../../web/src/sharing/code/packed.ts';
import {
  call,
  comment,
  inDocstring,
  literal,
  nameOf,
  splitArguments,
  width,
} from '../../../web/src/sharing/code/python.ts';

test.each([
  [0.03, '0.03'],
  [1e-8, '1e-8'],
  [1e21, '1e+21'],
  [true, 'True'],
  [false, 'False'],
  [[8, 4], '[8, 4]'],
  ['a "word"', '"a \\"word\\""'],
  ['a\nline', '"a\\nline"'],
])('%j is %s', (value, expected) => {
  expect(literal(value)).toBe(expected);
});

test.each([
  ['learningRate', 'lr'],
  ['weightDecay', 'decay'],
  ['etaMinus', 'eta_minus'],
  ['beta1', 'beta1'],
  ['lambda', 'lambda_'],
])('%s is called %s', (id, expected) => {
  expect(nameOf(id)).toBe(expected);
});

test('nothing in a docstring ends it or begins an escape', () => {
  expect(inDocstring('a """b""" \\N{DASH}\nc')).toBe(String.raw`a \"\"\"b\"\"\" \\N{DASH} c`);
});

test('arguments are split at commas outside of brackets and strings', () => {
  expect(splitArguments('lr=0.1, betas=(0.9, 0.99), name="a, b", f=g(x, [1, 2])')).toEqual([
    'lr=0.1',
    'betas=(0.9, 0.99)',
    'name="a, b"',
    'f=g(x, [1, 2])',
  ]);
  expect(splitArguments('')).toEqual([]);
});

describe('a call', () => {
  test('stays on a line that is short enough', () => {
    expect(call('x = f', ['1', 'b=2'], ',', '    ')).toBe('    x = f(1, b=2),');
  });

  test('has its arguments on one line of their own, or else each on its own', () => {
    const args = ['a'.repeat(40), 'b'.repeat(40)];
    expect(call('function', args)).toBe(`function(\n    ${args.join(', ')}\n)`);
    const more = [...args, 'c'];
    expect(call('function', more)).toBe(
      `function(\n${more.map((arg) => `    ${arg},`).join('\n')}\n)`,
    );
  });

  test('that is too long within another is split too', () => {
    const inner = `inner(${'a'.repeat(50)}, ${'b'.repeat(50)})`;
    const lines = ['f(', '    inner('];
    lines.push(`        ${'a'.repeat(50)},`, `        ${'b'.repeat(50)},`, '    ),', '    c,', ')');
    expect(call('f', [inner, 'c'])).toBe(lines.join('\n'));
  });
});

test('comments are wrapped', () => {
  const lines = comment('word '.repeat(60), '    ').split('\n');
  expect(lines.length).toBeGreaterThan(3);
  for (const line of lines) {
    expect(line.length).toBeLessThanOrEqual(width);
    expect(line).toMatch(/^ {4}# word/);
  }
});

describe('packed numbers', () => {
  const unpacked = ({ dtype, base64 }: { dtype: string; base64: string }): number[] => {
    const { buffer } = Uint8Array.from(Buffer.from(base64, 'base64'));
    const forms = {
      uint8: Uint8Array,
      int32: Int32Array,
      float32: Float32Array,
      float64: Float64Array,
    };
    return Array.from(new forms[dtype as keyof typeof forms](buffer));
  };

  test.each([
    [[0, 1, 255], 'uint8'],
    [[-1, 300], 'int32'],
    [[0.5, -0.25], 'float32'],
    [[0.1, 1 / 3, 1e300], 'float64'],
    [Array.from({ length: 20_000 }, (_, i) => i / 7), 'float64'],
  ])('are exact and short: %#', (values, dtype) => {
    const one = packed(values);
    expect(one.dtype).toBe(dtype);
    expect(unpacked(one)).toEqual(values);
  });

  test('must be finite', () => {
    expect(() => packed([Number.NaN])).toThrow('finite');
  });

  test('are cut into lines', () => {
    expect(inLines('abcdefg', 3)).toBe('abc\ndef\ng');
  });
});

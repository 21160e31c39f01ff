// SPDX-License-Identifier: MIT
// Functions whose last bits differ between libraries come from numeric/ alone.
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const rounded =
  /\bstd::(exp|exp2|expm1|log|log2|log10|log1p|pow|cbrt|hypot|sin|cos|tan|asin|acos|atan|atan2|sinh|cosh|tanh|erf|erfc|lgamma|tgamma|fma)\b/;

test('the core takes no function from the standard library that is not exact', () => {
  const files = readdirSync('core', { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.[ch]pp$/.test(name))
    .map((name) => `core/${name}`);
  expect(files.length).toBeGreaterThan(100);
  const found = files.flatMap((file) =>
    readFileSync(file, 'utf8')
      .split('\n')
      .flatMap((line, index) =>
        rounded.test(line)
          ? [`${file}:${index + 1}: take ${rounded.exec(line)?.[1]} from numeric/special.hpp`]
          : [],
      ),
  );
  expect(found).toEqual([]);
});

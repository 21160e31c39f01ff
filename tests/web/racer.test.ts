// SPDX-License-Identifier: MIT
import { expect, test } from 'vitest';
import { racer, records, report } from './curve.ts';

test('a finding is of the report at which it was asked, and of no later one', () => {
  const adam = racer(1, records([0, 100], [1, 0.5]));
  expect(adam.findings).toBeUndefined();
  const findings = [{ fault: 'rate-too-low', measured: {} }];
  adam.diagnosis = { of: adam.report, findings };
  expect(adam.findings).toBe(findings);
  adam.report = report(200);
  expect(adam.findings).toBeUndefined();
});

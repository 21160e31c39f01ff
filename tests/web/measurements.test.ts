// SPDX-License-Identifier: MIT
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { measurementsOf, sealMeasurements } from '../../.ci/measurements.js';

const folder = mkdtempSync(join(tmpdir(), 'fall-line-'));
afterAll(() => rmSync(folder, { recursive: true }));

const report = { adam: { against: 'a reference', records: 9, largest: 1e-15 } };
const builds = { compiler: folder, other: join(folder, 'never built') };

test('what was measured counts once its tests have passed, for those sources alone', () => {
  sealMeasurements(folder, 'these');
  expect(measurementsOf('these', builds)).toEqual({});

  mkdirSync(join(folder, 'reference'));
  writeFileSync(join(folder, 'reference/float64.json'), JSON.stringify(report));
  expect(measurementsOf('these', builds)).toEqual({});

  sealMeasurements(folder, 'these');
  expect(measurementsOf('these', builds)).toEqual({ compiler: { float64: report } });
  expect(measurementsOf('others', builds)).toEqual({});
});

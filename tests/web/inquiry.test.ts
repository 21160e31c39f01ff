// SPDX-License-Identifier: MIT
import { expect, test } from 'vitest';
import type { EnginePool } from '../../web/src/engine/pool.ts';
import { Inquiry } from '../../web/src/playground/inquiry.ts';

/** Engines that all answer alike. */
function answering(answer: () => Promise<unknown>): EnginePool {
  return { client: async () => ({ askEngine: answer }) } as unknown as EnginePool;
}

const spiral = { id: 'spiral', values: {} };

test('what engines have not answered is asked of those that replace them', async () => {
  let pool = answering(() => {
    pool = answering(async () => 'a sample');
    return Promise.reject(new Error('The engine was closed.'));
  });
  expect(await new Inquiry(() => pool).ask('sample', spiral)).toBe('a sample');
});

test('a refusal is no answer, and is not asked again', async () => {
  let asked = 0;
  const pool = answering(() => {
    asked++;
    return Promise.reject(new Error('No.'));
  });
  expect(await new Inquiry(() => pool).ask('sample', spiral)).toBe(undefined);
  expect(asked).toBe(1);
});

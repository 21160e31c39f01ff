// SPDX-License-Identifier: MIT
import { describe, expect, test } from 'vitest';
import type { Reply, Request } from '../../web/src/engine/messages.ts';
import { serve } from '../../web/src/engine/serve.ts';
import { buffersOf } from '../../web/src/engine/transfer.ts';
import { partsOf } from './support.ts';

describe('the buffers of an answer', () => {
  const some = Float64Array.of(1, 2);
  const other = Float32Array.of(3);

  test('are found wherever a typed array is', () => {
    expect(buffersOf(some)).toEqual([some.buffer]);
    expect(buffersOf({ any: { name: [some, { deep: other }] } })).toEqual([
      some.buffer,
      other.buffer,
    ]);
  });

  test('are listed once, because none can be transferred twice', () => {
    expect(buffersOf({ x: some, y: some, z: some.subarray(1) })).toEqual([some.buffer]);
  });

  test.each([[undefined], [null], ['text'], [3], [{}], [[]], [[1, 2]], [[[1], [2]]]])(
    'are none in %j',
    (value) => {
      expect(buffersOf(value)).toEqual([]);
    },
  );

  test('are not looked for in a list of numbers', () => {
    let read = 0;
    const list = new Proxy([1, 2, 3], {
      get(target, key) {
        if (typeof key === 'string' && key !== '0') ++read;
        return Reflect.get(target, key) as unknown;
      },
    });
    expect(buffersOf({ list })).toEqual([]);
    expect(read).toBe(0);
  });
});

test('a worker transfers all arrays of its answers', async () => {
  const sent: { reply: Reply; transfer: Transferable[] }[] = [];
  const answer = serve((reply, transfer) => sent.push({ reply, transfer }));
  const ask = async (request: Omit<Request, 'id'>) => {
    await answer({ id: 1, ...request } as Request);
    const { reply, transfer } = sent.at(-1) ?? { reply: undefined, transfer: [] };
    const value = reply && 'value' in reply ? reply.value : reply?.refusal;
    const { value: received } = structuredClone({ value }, { transfer: [...transfer] });
    return { value: received as Record<string, unknown>, transfer };
  };
  await ask({ call: 'load', args: [await partsOf('float32'), 'float32'] });
  const known = { records: 0, waypoints: 0 };
  const problem = { dataset: { id: 'moons', samples: 20 }, network: { hidden: [3, 3] } };
  const optimizer = { id: 'aw-sgd' };
  const made = await ask({ call: 'create', args: [7, { problem, optimizer }, known] });
  const { records, waypoints } = made.value as { records: object; waypoints: object };
  const columns = [...Object.values(records).flat(), ...Object.values(waypoints)];
  expect(columns.every((column) => column instanceof Float64Array)).toBe(true);
  expect(made.transfer).toHaveLength(columns.length);
  expect(made.value.records).toMatchObject({ step: Float64Array.of(0) });

  const sampling = await ask({ call: 'askRun', args: [7, 'sampling', []] });
  expect(sampling.transfer).toHaveLength(1);
  expect(sampling.value.probabilities).toEqual(new Float64Array(10).fill(0.1));
  for (const question of ['predict', 'predict'] as const) {
    const predicted = await ask({ call: 'askRun', args: [7, question, ['test']] });
    expect(predicted.transfer).toHaveLength(1);
    expect(predicted.value).toHaveLength(10);
  }
  // A value instead of a method.
  const parameters = await ask({ call: 'askRun', args: [7, 'evaluationParameters', []] });
  expect(parameters.transfer).toHaveLength(1);
  expect(parameters.value).toHaveLength(9 + 12 + 4);
  expect((await ask({ call: 'askRun', args: [7, 'data', []] })).transfer).toHaveLength(0);
  expect((await ask({ call: 'askRun', args: [8, 'data', []] })).value.message).toBe(
    'There is no run 8.',
  );
});

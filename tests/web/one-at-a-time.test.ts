// SPDX-License-Identifier: MIT
import { expect, test } from 'vitest';
import { oneAtATime } from '../../web/src/util/one-at-a-time.ts';

/** Questions that are answered when the test says so. */
function questions() {
  const open: { answer(): void; fail(error: Error): void }[] = [];
  const ask = oneAtATime(
    () =>
      new Promise<void>((answer, fail) => {
        open.push({ answer, fail });
      }),
  );
  return { open, ask };
}

const settled = () => new Promise((resolve) => setTimeout(resolve));

test('calls before an answer cause a single further question', async () => {
  const { open, ask } = questions();
  const asked = ask();
  for (let call = 0; call < 5; call++) void ask();
  expect(open).toHaveLength(1);
  open[0]?.answer();
  await settled();
  expect(open).toHaveLength(2);
  open[1]?.answer();
  await asked;
  await settled();
  expect(open).toHaveLength(2);
});

test('a question that fails does not block later ones', async () => {
  const { open, ask } = questions();
  const asked = ask();
  open[0]?.fail(new Error('broken'));
  await expect(asked).rejects.toThrow('broken');
  void ask();
  expect(open).toHaveLength(2);
});

// SPDX-License-Identifier: MIT
import type { Page } from '@playwright/test';
import { expect, test } from './support/test.ts';
import { type Curve, curves, finish, open, play, until, untilAt } from './support/race.ts';

/** Different batch sizes, so that steps of the racers take different times. */
const link =
  'steps=700&run=sgd,batchSize=1&run=momentum&run=adam,learningRate=0.03,batchSize=full&run=rmsprop';

/** The expected curves: one worker, full speed, no pause. */
let reference: Curve[];

test.describe.configure({ mode: 'serial' });

async function pretendCores(page: Page, cores: number): Promise<void> {
  await page.addInitScript((count) => {
    Object.defineProperty(navigator, 'hardwareConcurrency', { get: () => count });
  }, cores);
}

/** The number of engines, one fewer than cores, because the page keeps one core for itself. */
function enginesInWorkers(page: Page): number {
  return page.workers().length;
}

test('one worker, and the same curve after a reset', async ({ page }) => {
  await pretendCores(page, 2);
  await open(page, `speed=max&${link}`);
  await finish(page);
  expect(enginesInWorkers(page)).toBe(1);
  reference = await curves(page);
  expect(reference[0]?.step.at(-1)).toBe(700);
  await page.getByRole('button', { name: 'Restart from the same weights' }).click();
  await until(page, 'ready');
  await finish(page);
  expect(await curves(page)).toEqual(reference);
});

test('three workers', async ({ page }) => {
  await pretendCores(page, 4);
  await open(page, `speed=max&${link}`);
  await finish(page);
  expect(enginesInWorkers(page)).toBe(3);
  expect(await curves(page)).toEqual(reference);
});

test('another speed, with pauses, single steps, and an epoch in between', async ({ page }) => {
  await open(page, `speed=250&${link}`);
  await page.getByRole('button', { name: 'One step', exact: true }).click();
  await untilAt(page, 1);
  await play(page);
  await untilAt(page, 120);
  await page.getByRole('button', { name: 'Pause' }).click();
  await until(page, 'paused');
  await page.getByRole('button', { name: 'One epoch' }).click();
  await page.getByLabel('Speed, steps per second').selectOption('5000');
  await finish(page);
  expect(await curves(page)).toEqual(reference);
});

test('workers that are refused at once', async ({ page }) => {
  await page.addInitScript(() => {
    window.Worker = class {
      constructor() {
        throw new DOMException('Refused.', 'SecurityError');
      }
    } as unknown as typeof Worker;
  });
  await open(page, `speed=max&${link}`);
  await finish(page);
  expect(enginesInWorkers(page)).toBe(0);
  expect(await curves(page)).toEqual(reference);
});

test('workers that are refused later', async ({ page }) => {
  await page.addInitScript(() => {
    window.Worker = class extends EventTarget {
      onerror: ((event: ErrorEvent) => void) | undefined;
      postMessage(): void {
        queueMicrotask(() => this.onerror?.(new ErrorEvent('error', { message: 'Refused.' })));
      }
      terminate(): void {}
    } as unknown as typeof Worker;
  });
  await open(page, `speed=max&${link}`);
  await finish(page);
  expect(await curves(page)).toEqual(reference);
});

// SPDX-License-Identifier: MIT
import type { Chart } from 'chart.js';
import { expect, test } from 'vitest';
import type { ChartModel, Line } from '../../web/src/chart/chart-model.ts';
import { lineEnds } from '../../web/src/chart/line-ends.ts';

/** The texts that the plugin writes for these lines in the given width, at seven pixels per character. */
function written(lines: Line[], room: number): string[] {
  const texts: string[] = [];
  const nothing = (): void => {};
  const ctx = new Proxy(
    {
      fillText: (text: string) => texts.push(text),
      measureText: (text: string) => ({ width: 7 * text.length }),
    } as Record<string, unknown>,
    { get: (own, name: string) => own[name] ?? nothing, set: () => true },
  );
  const pixels = { getPixelForValue: (value: number) => 300 - 10 * value, min: 0, max: 100 };
  const chartArea = { left: 0, right: 500, top: 0, bottom: 300 };
  const chart = {
    ctx,
    chartArea,
    width: 500 + room,
    scales: { x: { getPixelForValue: () => 500 }, y: pixels },
  };
  const model = { lines, target: null } as unknown as ChartModel;
  const plugin = lineEnds({ model: () => model, colour: () => '#000', fontFamily: () => 'sans' });
  const draw = plugin.afterDatasetsDraw as unknown as (chart: Chart) => void;
  draw.call(plugin, chart as unknown as Chart);
  return texts;
}

const line = (name: string, y: number): Line => ({
  points: [{ x: 40, y }],
  slot: 0,
  kind: 'main',
  name,
  changes: [],
  diverged: '',
});

test('with many racers, only the best ten are named', () => {
  const lines = Array.from({ length: 18 }, (_, index) => line(`racer ${index}`, index));
  expect(written(lines, 200).sort()).toEqual(
    Array.from({ length: 10 }, (_, index) => `racer ${index}`).sort(),
  );
});

test('a name that is too long is shortened, so it does not cross its own line', () => {
  const [text = ''] = written([line('Gradient descent with line search', 5)], 120);
  expect(text).toMatch(/^Gradient des.*…$/);
  expect(7 * text.length).toBeLessThanOrEqual(120);
});

// SPDX-License-Identifier: MIT
// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import '../../web/src/components/notices/live-status.ts';
import type { Playground } from '../../web/src/playground/playground.ts';
import { Emitter } from '../../web/src/util/emitter.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  document.body.replaceChildren();
});

const racerOf = (key: number) => ({
  key,
  status: 'running',
  message: 'the loss is no longer finite',
  report: { step: key },
  findings: [],
});

/** A playground with twelve racers, of which nothing is known but what screen readers are told. */
function eventful() {
  const racers = Array.from({ length: 12 }, (_, key) => racerOf(key));
  const race = {
    racers,
    answers: 0,
    at: 0,
    limit: 100,
    state: 'running',
    trouble: '',
    comparison: { standings: [{ racer: racers[0], loss: 0.5 }] },
  };
  const playground = Object.assign(new Emitter<'state' | 'numbers'>(), {
    race,
    names: new Map(racers.map(({ key }) => [key, `Racer ${key}`])),
    catalog: { faults: [] },
    isHeld: false,
  });
  const status = document.createElement('fall-line-status');
  status.playground = playground as unknown as Playground;
  document.body.append(status);
  return { playground, status };
}

/** What the live region says, each time that it changes during `seconds`. */
async function heard(
  { playground, status }: ReturnType<typeof eventful>,
  seconds: number,
  event: (ms: number) => void,
): Promise<string[]> {
  const said: string[] = [];
  for (let ms = 0; ms < 1000 * seconds; ms += 50) {
    event(ms);
    playground.emit(ms % 100 === 0 ? 'numbers' : 'state');
    await vi.advanceTimersByTimeAsync(50);
    const text = status.shadowRoot?.querySelector('[role=status]')?.textContent ?? '';
    if (text !== (said.at(-1) ?? '')) said.push(text);
  }
  return said;
}

test('in a minute of races with many events it speaks at most twelve times, and of all of them', async () => {
  const page = eventful();
  const { race } = page.playground;
  const said = await heard(page, 60, (ms) => {
    // A race takes ten seconds, and every second a racer diverges.
    race.at = (ms % 10_000) / 100;
    race.state = race.at === 0 ? 'ready' : race.at < 95 ? 'running' : 'finished';
    for (const racer of race.racers)
      racer.status = ms % 10_000 >= 900 * (racer.key + 1) ? 'diverged' : 'running';
  });
  expect(said.length).toBeGreaterThan(5);
  expect(said.length).toBeLessThanOrEqual(12);
  const all = said.join(' ');
  for (const words of ['The race is running.', '25 percent', '75 percent', 'The race is over.'])
    expect(all).toContain(words);
  for (const { key } of race.racers.slice(0, 9)) expect(all).toContain(`Racer ${key} diverged`);
});

test('while settings change all the time it is silent, and then says the result once', async () => {
  const page = eventful();
  const { race } = page.playground;
  race.state = 'finished';
  const busy = await heard(page, 20, () => race.answers++);
  expect(busy).toEqual([]);
  expect(await heard(page, 20, () => {})).toEqual(['New result: Racer 0 0.500.']);
});

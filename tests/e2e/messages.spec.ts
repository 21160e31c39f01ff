// SPDX-License-Identifier: MIT
import { expect, type Frame, type Page } from '@playwright/test';
import { type Author, spiral, test } from './support/author.ts';
import { raceFacts, racers, until } from './support/race.ts';

/** A page with the frame alone, and a host in some lines of script that counts answers by their ids. */
async function host(page: Page, author: Author, sandbox: string): Promise<Frame> {
  const script = `<script>
      window.heard = [];
      window.answers = new Map();
      window.origins = new Set();
      window.ask = (type, fields) => new Promise((resolve) => {
        const id = 'ask ' + answers.size + Math.random();
        waiting.set(id, resolve);
        port.postMessage({ ns: 'fall-line', v: 1, id, type, ...fields });
      });
      const waiting = new Map();
      addEventListener('message', ({ source, origin, data }) => {
        const frame = document.querySelector('iframe');
        if (source !== frame.contentWindow || data.type !== 'hello' || window.port) return;
        origins.add(origin);
        const channel = new MessageChannel();
        window.port = channel.port1;
        port.onmessage = ({ data }) => {
          if (data.type !== 'answer') return heard.push(data);
          waiting.get(data.id)?.(data);
          answers.set(data.id, [...(answers.get(data.id) ?? []), data]);
        };
        source.postMessage({ ns: 'fall-line', v: 1, type: 'init' }, '*', [channel.port2]);
      });
    </script>`;
  await author.open(
    page,
    script,
    `<iframe title="A race" sandbox="${sandbox}" width="600" height="480" src="${author.site}/embed.html#${spiral}"></iframe>`,
  );
  const handle = await page.waitForSelector('iframe');
  const frame = await handle.contentFrame();
  if (!frame) throw new Error('The frame has no content.');
  await until(frame, 'ready');
  await page.waitForFunction(() => (window as unknown as Host).heard[0]);
  return frame;
}

interface Host {
  heard: Record<string, unknown>[];
  answers: Map<string | number | null, Record<string, unknown>[]>;
  origins: Set<string>;
  port: MessagePort;
  ask(type: string, fields?: object): Promise<Record<string, unknown>>;
}

test('a sandboxed frame answers each request once, and tells what happens', async ({
  page,
  author,
}) => {
  await host(page, author, 'allow-scripts');
  const told = await page.evaluate(async () => {
    const { ask, heard, origins, answers } = window as unknown as Host;
    const asked = [
      await ask('getState'),
      await ask('step', { n: 3 }),
      await ask('seek', { step: 2 }),
      await ask('setState', { set: { 'run1.learningRate': 0.5 } }),
      await ask('setState', { set: { 'run1.learningRate': -1 } }),
      await ask('setState', { state: 'v=3&steps=5&noise=x&dataset=spiral&run=sgd' }),
      await ask('setTheme', { theme: 'dark' }),
      await ask('setVisible', { visible: true }),
      await ask('reset'),
      await ask('run'),
      await ask('pause'),
      await ask('nothing'),
    ];
    await ask('seek', { step: 5 });
    const curve = await ask('getCurve');
    return {
      asked: asked.map(({ value, error }) => value ?? error),
      curve: curve.value,
      first: heard[0],
      origins: [...origins],
      most: Math.max(...[...answers.values()].map((all) => all.length)),
    };
  });
  const { asked } = told;
  expect(told.origins).toEqual(['null']);
  expect(told.most).toBe(1);
  expect(told.first).toMatchObject({ ns: 'fall-line', v: 1, type: 'ready' });
  expect(asked[0]).toMatchObject({ step: 0, race: 'ready', state: expect.stringContaining('v=3') });
  expect(asked[1]).toMatchObject({ step: 3 });
  expect(asked[2]).toMatchObject({ step: 2 });
  expect(asked[3]).toMatchObject({ state: expect.stringContaining('run=sgd,learningRate=0.5') });
  expect(asked[4]).toMatchObject({ code: 'bad-value', key: 'run1.learningRate', value: '-1' });
  expect(asked[5]).toMatchObject({
    state: expect.stringContaining('steps=5'),
    notices: [{ key: 'noise', value: 'x', rule: expect.stringContaining('must be a number') }],
  });
  expect(asked[11]).toMatchObject({ code: 'bad-message', key: 'type', value: '“nothing”' });
  expect(told.curve).toMatchObject({
    runs: [{ run: 1, optimizer: 'sgd', step: [0, 1, 2, 3, 4, 5] }],
  });
  await page.waitForFunction(() =>
    (window as unknown as Host).heard.some(({ type }) => type === 'done'),
  );
  const types = await page.evaluate(() =>
    (window as unknown as Host).heard.map(({ type }) => type),
  );
  expect(new Set(types)).toEqual(new Set(['ready', 'resize', 'state', 'progress', 'done']));
});

test('ten thousand hostile messages do no harm', async ({ page, author }) => {
  const frame = await host(page, author, 'allow-scripts');
  const before = (await raceFacts(frame)).link;
  const told = await page.evaluate(async () => {
    const { port, ask, answers } = window as unknown as Host;
    const cyclic: Record<string, unknown> = { ns: 'fall-line', v: 1 };
    cyclic.self = cyclic;
    const huge = 'x'.repeat(1_000_000);
    const values = [
      ...[null, undefined, Number.NaN, Infinity, -1, 1e308, 10n, '', '<script>', '__proto__'],
      ...[[], cyclic, new Map([[cyclic, cyclic]]), new Uint8Array(1000), new Date(), /x/],
      ...[{ 'run1.learningRate': 'x' }, { run1: cyclic }, { run99: 'sgd' }, { noise: [huge] }],
    ];
    const types = [
      ...['setState', 'step', 'seek', 'setTheme', 'setVisible', 'init', 'toString', 'constructor'],
      ...[cyclic, null, 7],
    ];
    let sent = 0;
    for (let i = 0; i < 10_000; i++) {
      const value = values[i % values.length];
      const type = types[i % types.length];
      // Nothing of this is a request that a frame may carry out.
      const step = typeof value === 'number' ? -1.5 : value;
      const set = type === 'setState' && (value === undefined || Array.isArray(value)) ? 7 : value;
      const fields = { n: step ?? 0, step, set, state: undefined, theme: value, visible: value };
      const isFor = i % 10 > 0;
      port.postMessage({ ...fields, ns: isFor ? 'fall-line' : value, v: 1, id: i, type });
      if (isFor) sent++;
    }
    for (let i = 0; i < 20; i++) {
      port.postMessage(
        i % 2 ? cyclic : { ns: 'fall-line', v: 1, id: `huge ${i}`, type: 'setState', state: huge },
      );
    }
    // Nobody but the port is listened to any more.
    for (let i = 0; i < 1000; i++) {
      const other = new MessageChannel();
      document
        .querySelector('iframe')
        ?.contentWindow?.postMessage({ ns: 'fall-line', v: 1, type: 'init' }, '*', [other.port2]);
      other.port1.postMessage({ ns: 'fall-line', v: 1, id: 0, type: 'run' });
    }
    // A flood of requests that are right, and refused for their number.
    const flood = await Promise.all(Array.from({ length: 2000 }, () => ask('getState')));
    await new Promise((done) => setTimeout(done, 1500));
    const { value } = await ask('getState');
    const numbered = [...answers].filter(([id]) => typeof id === 'number');
    return {
      value,
      sent,
      answered: numbered.length,
      refused: numbered.filter(([, all]) => all.length === 1 && 'error' in (all[0] ?? {})).length,
      huge: [...answers.keys()].filter((id) => String(id).startsWith('huge')).length,
      busy: flood.filter(
        ({ error }) => (error as { code?: string } | undefined)?.code === 'too-many',
      ).length,
      served: flood.filter(({ value: served }) => served).length,
    };
  });
  expect(told.value).toMatchObject({ step: 0, race: 'ready', state: before });
  expect(told.answered).toBe(told.sent);
  expect(told.refused).toBe(told.sent);
  expect(told.huge).toBe(10);
  expect(told.busy + told.served).toBe(2000);
  expect(told.busy).toBeGreaterThan(0);
  await page.evaluate(() => (window as unknown as Host).ask('run'));
  await until(frame, 'finished');
  expect((await racers(frame)).map(({ step }) => step)).toEqual([120, 120]);
});

test('requests of all kinds at once are all answered, and the race keeps its bits', async ({
  page,
  author,
}) => {
  await host(page, author, 'allow-scripts');
  const told = await page.evaluate(async (link) => {
    const { ask, heard } = window as unknown as Host;
    const finish = async () => {
      const before = heard.length;
      await ask('setState', { state: link });
      await ask('reset');
      await ask('run');
      for (;;) {
        const done = heard.slice(before).find(({ type }) => type === 'done');
        if (done) return (done.runs as { hash: string }[]).map(({ hash }) => hash);
        await new Promise((later) => setTimeout(later, 20));
      }
    };
    const first = await finish();
    let state = 1;
    const random = (below: number) => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      return Math.floor((state / 2 ** 32) * below);
    };
    const kinds: (() => [string, object?])[] = [
      () => ['setState', { set: { 'run1.learningRate': (1 + random(20)) / 10 } }],
      () => ['setState', { set: { noise: random(5) / 10, run3: random(2) ? 'rmsprop' : null } }],
      () => ['setState', { state: `v=3&surface=booth&steps=${1 + random(50)}&run=sgd` }],
      () => ['step', { n: 1 + random(20) }],
      () => ['seek', { step: random(150) }],
      () => ['run'],
      () => ['pause'],
      () => ['reset'],
      () => ['getState'],
      () => ['getCurve'],
      () => ['setTheme', { theme: ['auto', 'dark', 'light'][random(3)] }],
    ];
    const answers: Record<string, unknown>[] = [];
    for (let burst = 0; burst < 5; burst++) {
      const asked = Array.from({ length: 100 }, () => {
        const [type, fields] = (kinds[random(kinds.length)] as (typeof kinds)[0])();
        return ask(type, fields);
      });
      answers.push(...(await Promise.all(asked)));
      await new Promise((later) => setTimeout(later, random(300)));
    }
    await new Promise((later) => setTimeout(later, 1000));
    const codes = answers.map(({ error }) => (error as { code?: string } | undefined)?.code);
    return { first, again: await finish(), answered: answers.length, codes: [...new Set(codes)] };
  }, spiral);
  expect(told.answered).toBe(500);
  expect(
    told.codes.filter((code) => code !== undefined && code !== 'too-many' && code !== 'bad-value'),
  ).toEqual([]);
  expect(told.again).toEqual(told.first);
});

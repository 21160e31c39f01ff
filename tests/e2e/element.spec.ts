// SPDX-License-Identifier: MIT
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { expect, type Frame } from '@playwright/test';
import type { FallLine } from '../../web/src/element/fall-line.ts';
import { dist, frameOf, spiral, test, withElement } from './support/author.ts';
import { curves, raceFacts, racers, until } from './support/race.ts';

const rates = (frame: Frame) =>
  frame.evaluate(() => {
    const { playground } = document.querySelector(
      'fall-line-figure',
    ) as HTMLElementTagNameMap['fall-line-figure'];
    return playground.settings.racers.map(({ optimizer }) => optimizer.values.learningRate);
  });

for (const name of ['fall-line.js', 'fall-line.classic.js']) {
  test(`${name} is small and needs nothing else`, () => {
    const script = readFileSync(`${dist}/${name}`);
    expect(execFileSync('gzip', ['-6', '-n', '-c'], { input: script }).length).toBeLessThan(4000);
    expect(script.toString()).not.toMatch(/\bimport\b(?!\.meta)|\bfrom"/);
  });
}

test('a module can import the element', async ({ page, author }) => {
  await author.open(
    page,
    '',
    `<fall-line state="${spiral}">A race.</fall-line><output></output>
    <script type="module">
      import { FallLine, FallLineError } from '${author.site}/fall-line.js';
      const race = document.querySelector('fall-line');
      const error = await race.seek(-1).catch((error) => error);
      document.querySelector('output').textContent = [
        race instanceof FallLine, error instanceof FallLineError, FallLine.src,
      ].join();
    </script>`,
  );
  await expect(page.locator('output')).toHaveText(`true,true,${author.site}/embed.html`);
});

test('a page on disk shows and runs the race', async ({ page }, info) => {
  const path = info.outputPath('text.html');
  const script = pathToFileURL(`${dist}/fall-line.classic.js`).href;
  writeFileSync(
    path,
    `<!doctype html><title>A text</title><script defer src="${script}"></script>
    <fall-line state="${spiral}">A race.</fall-line>`,
  );
  await page.goto(pathToFileURL(path).href);
  await frameOf(page);
  await withElement(page, async (element) => void (await element.run()));
  await expect.poll(() => withElement(page, (element) => element.step)).toBe(120);
  expect(
    await page.evaluate(() => Object.keys(window).filter((name) => /fall/i.test(name))),
  ).toEqual([]);
});

test('a button sets a rate and waits for divergence, in two lines of script', async ({
  page,
  author,
}) => {
  await author.write(
    page,
    `<fall-line id="race" state="v=3&dataset=plane&loss=mean-squared-error&activation=relu&steps=200&speed=max&run=sgd,learningRate=0.01&run=adam">A race.</fall-line>
    <button>Set the rate to 20 and watch</button><output></output>
    <script type="module">
      const race = document.getElementById('race'), output = document.querySelector('output');
      document.querySelector('button').onclick = () => race.setState({ 'run1.learningRate': 20 }).then(() => race.run());
      race.addEventListener('diverged', ({ detail }) => (output.textContent = detail.name + ' diverged at step ' + detail.step));
    </script>`,
  );
  const frame = await frameOf(page);
  expect(await rates(frame)).toEqual([0.01, expect.any(Number)]);
  await page.getByRole('button').press('Enter');
  await expect(page.locator('output')).toHaveText(/^SGD diverged at step \d+$/);
  expect((await rates(frame))[0]).toBe(20);
});

test.describe(() => {
  test.use({ accepted: /^warning: fall-line: run1\.learningRate must be a number/ });

  test('links, buttons and sliders with data-fall-line-set need no script', async ({
    page,
    author,
  }) => {
    await author.write(
      page,
      `<a href="https://example.org/fall-line/" data-fall-line-set="#race run1.learningRate=1.5 run2.learningRate=0.5">High rates</a>
    <button data-fall-line-set="run1.learningRate=abc">A mistake</button>
    <button data-fall-line-set="#race seek=40">Step 40</button>
    <button data-fall-line-set="reset run">Again</button>
    <label>Rate <input type="range" min="0" max="1" step="0.25" data-fall-line-set="run1.learningRate"></label>
    <fall-line id="race" state="${spiral}">A race.</fall-line>
    <output></output>
    <script>
      document.getElementById('race').addEventListener('error', ({ detail }) => {
        document.querySelector('output').textContent = detail.message;
      });
    </script>`,
    );
    const frame = await frameOf(page);
    await page.getByRole('link').click();
    await expect.poll(() => rates(frame)).toEqual([1.5, 0.5]);
    expect(page.url()).toMatch(author.origin);
    await page.getByText('A mistake').press('Enter');
    await expect(page.locator('output')).toHaveText(
      'run1.learningRate must be a number above 0. It was “abc”.',
    );
    expect(await rates(frame)).toEqual([1.5, 0.5]);
    await page.getByRole('slider').fill('0.75');
    await expect.poll(() => rates(frame)).toEqual([0.75, 0.5]);
    await page.getByText('Step 40').press('Enter');
    await expect.poll(() => withElement(page, (element) => element.step)).toBe(40);
    await page.getByText('Again').press('Enter');
    await expect.poll(() => withElement(page, (element) => element.step)).toBe(120);
    expect((await racers(frame)).map(({ step }) => step)).toEqual([120, 120]);
  });
});

test('controls begin with the values of the race, and follow it', async ({ page, author }) => {
  const set = 'data-fall-line-set';
  await author.write(
    page,
    `<label>Rate <input type="range" max="1" step="0.01" ${set}="#race run1.learningRate"></label>
    <label>Own <input type="range" max="1" step="0.01" value="0.9" ${set}="#race run1.learningRate"></label>
    <label>Decay <input type="number" ${set}="#race run2.beta1 run"></label>
    <label>Units <select ${set}="#race hidden"><option>2<option>4<option>8,8</select></label>
    <label>Noise <select ${set}="#race noise"><option>0.2<option selected>0.3</select></label>
    <label>Moment <input type="range" max="120" ${set}="#race seek"></label>
    <label>Other <input type="range" max="1" step="0.1" ${set}="#other noise"></label>
    <button ${set}="#race run1.learningRate=0.25">A quarter</button>
    <fall-line id="race" state="${spiral},beta1=0.8">A race.</fall-line>`,
  );
  const controls = page.getByRole('main').locator('input, select');
  const values = () =>
    controls.evaluateAll((all) => all.map((control) => (control as HTMLInputElement).value));
  await frameOf(page);
  await expect.poll(values).toEqual(['0.3', '0.9', '0.8', '4', '0.3', '0', '0.5']);
  await page.getByText('A quarter').press('Enter');
  // The race answers a change at once, so its end is shown.
  await expect.poll(values).toEqual(['0.25', '0.9', '0.8', '4', '0.3', '120', '0.5']);
  await withElement(page, (element) => element.seek(30));
  await expect.poll(values).toEqual(['0.25', '0.9', '0.8', '4', '0.3', '30', '0.5']);
  await page.getByLabel('Decay').fill('0.7');
  await expect.poll(values).toEqual(['0.25', '0.9', '0.7', '4', '0.3', '120', '0.5']);
});

test('text that scrolls drives a race forward and back', async ({ page, author }) => {
  const paragraphs = [0, 30, 60, 90, 120].map(
    (step) => `<p data-step="${step}" style="height: 90vh">At step ${step}.</p>`,
  );
  await author.write(
    page,
    `<fall-line style="position: sticky; top: 0" height="300" state="${spiral}">A race.</fall-line>
    ${paragraphs.join('')}
    <script type="module">
      const race = document.querySelector('fall-line');
      const seen = new IntersectionObserver((entries) => {
        for (const { isIntersecting, target } of entries) if (isIntersecting) race.step = target.dataset.step;
      }, { rootMargin: '-60% 0px -30% 0px' });
      for (const text of document.querySelectorAll('[data-step]')) seen.observe(text);
    </script>`,
  );
  const frame = await frameOf(page);
  const shown = () => withElement(page, (element) => element.step);
  for (const step of [60, 120, 30, 90]) {
    await page.getByText(`At step ${step}.`).evaluate((text) => text.scrollIntoView());
    await expect.poll(shown).toBe(step);
    const { at, moment } = await frame.evaluate(() => {
      const { race } = (
        document.querySelector('fall-line-figure') as HTMLElementTagNameMap['fall-line-figure']
      ).playground;
      return { at: race.at, moment: race.moment };
    });
    expect(moment ?? at).toBe(step);
  }
});

test('an element that follows another shows the same bits at the same moment', async ({
  page,
  author,
}) => {
  await author.write(
    page,
    `<fall-line id="leader" state="${spiral}">The losses.</fall-line>
    <p>Some words.</p>
    <fall-line follows="leader" ui="chart">The same race.</fall-line>`,
  );
  const leader = await frameOf(page, '#leader');
  const follower = await frameOf(page, '[follows]');
  await withElement(page, (element) => element.seek(50));
  await expect.poll(async () => (await raceFacts(follower)).at).toBe(50);
  await withElement(page, (element) => element.setState({ 'run2.learningRate': 0.2 }));
  await expect.poll(() => rates(follower)).toEqual(await rates(leader));
  await withElement(page, async (element) => {
    await element.reset();
    await element.run();
  });
  await until(leader, 'finished');
  await expect.poll(async () => (await raceFacts(follower)).at).toBe(120);
  expect(await curves(follower)).toEqual(await curves(leader));
});

test('an element can be removed and added again, and races twice to the same hash', async ({
  page,
  author,
}) => {
  await author.write(page, `<fall-line loading="eager" state="${spiral}">A race.</fall-line>`);
  const raceOn = (element: FallLine) =>
    new Promise<(string | null)[]>((resolve, reject) => {
      element.addEventListener(
        'finish',
        ({ detail }) => resolve(detail.runs.map(({ hash }) => hash)),
        { once: true },
      );
      element.run().catch(reject);
    });
  await frameOf(page);
  const first = await withElement(page, raceOn);
  const pending = await withElement(page, async (element) => {
    const answer = element.getState().then(
      () => 'answered',
      ({ code }) => code,
    );
    element.remove();
    const told = await answer;
    const frames =
      document.querySelectorAll('iframe').length + element.shadowRoot!.childElementCount;
    document.querySelector('main')?.append(element);
    return { told, frames };
  });
  expect(pending).toEqual({ told: 'removed', frames: 0 });
  await frameOf(page);
  expect(await withElement(page, raceOn)).toEqual(first);
  expect(first).toEqual([
    expect.stringMatching(/^[0-9a-f]{16}$/),
    expect.stringMatching(/^[0-9a-f]{16}$/),
  ]);
});

test('children are seen until the frame is, and more than three elements wait for a click', async ({
  page,
  author,
}) => {
  const element = (i: number, more = '') =>
    `<fall-line ${more} state="${spiral}"><p>Race ${i}.</p></fall-line>`;
  await author.write(
    page,
    [1, 2, 3].map((i) => element(i)).join('') + element(4, 'loading="lazy"'),
  );
  await expect(page.getByText('Race 1.')).toBeVisible();
  await expect(page.locator('fall-line').nth(3).locator('iframe')).toHaveCount(1);
  await expect(page.getByText('Race 4.')).toBeHidden();
  await expect(page.locator('fall-line').first().locator('iframe')).toHaveCount(0);
  await page.locator('fall-line').first().getByRole('button', { name: 'Run' }).click();
  expect(await page.evaluate(() => document.activeElement?.localName)).toBe('fall-line');
  const frame = await frameOf(page, 'fall-line:first-child', 'finished');
  expect((await racers(frame)).map(({ step }) => step)).toEqual([120, 120]);
  await expect(page.getByText('Race 1.')).toBeHidden();
});

test('an element far below loads nothing before it is near', async ({ page, author }) => {
  await author.write(
    page,
    `<div style="height: 3000px"></div><fall-line state="${spiral}">A race.</fall-line>`,
  );
  await expect(page.getByText('A race.')).toHaveCount(1);
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))));
  await expect(page.locator('iframe')).toHaveCount(0);
  await page.locator('fall-line').scrollIntoViewIfNeeded();
  await frameOf(page);
});

test('an element that nobody sees races when it is asked to', async ({ page, author }) => {
  await author.write(
    page,
    `<div style="height: 3000px"></div><fall-line state="${spiral}">A race.</fall-line>`,
  );
  await withElement(page, (element) => element.seek(30));
  expect(await withElement(page, async (element) => (await element.getState()).step)).toBe(30);
  expect(await page.evaluate(() => scrollY)).toBe(0);
});

test('attributes change a race that is there, without entries in the history', async ({
  page,
  author,
}) => {
  await author.write(page, `<fall-line state="${spiral}" theme="light">A race.</fall-line>`);
  const frame = await frameOf(page);
  const before = await page.evaluate(() => history.length);
  await withElement(page, (element) => {
    element.theme = 'dark';
    element.state = 'v=3&surface=booth&steps=20&run=sgd';
  });
  await expect
    .poll(() => frame.evaluate(() => document.documentElement.dataset.theme))
    .toBe('dark');
  await expect.poll(async () => (await raceFacts(frame)).settings.surface?.id).toBe('booth');
  expect(await withElement(page, async (element) => (await element.getState()).state)).toContain(
    'surface=booth',
  );
  await withElement(page, (element) => element.setAttribute('hide', 'pictures'));
  await expect.poll(() => page.frames().length).toBe(2);
  await frameOf(page);
  expect(await page.evaluate(() => history.length)).toBe(before);
});

for (const width of [320, 700]) {
  test(`a frame is as high as its contents at ${width} pixels`, async ({ page, author }) => {
    await author.write(
      page,
      `<div style="width: ${width}px"><fall-line state="${spiral}">A race.</fall-line></div>`,
    );
    const frame = await frameOf(page);
    const heights = () =>
      frame.evaluate(() => {
        const { scrollHeight, clientHeight } = document.documentElement;
        const figure = document.querySelector('fall-line-figure')?.getBoundingClientRect().height;
        return { over: scrollHeight - clientHeight, spare: clientHeight - Math.ceil(figure ?? 0) };
      });
    await expect.poll(heights).toEqual({ over: 0, spare: 0 });
    const set = await withElement(page, (element) => element.setAttribute('height', '333'));
    expect(set).toBeUndefined();
    await frameOf(page);
    await expect(page.locator('iframe')).toHaveCSS('height', '333px');
  });
}

test('a lesson grows by its answer alone, which moves the text below once', async ({
  page,
  author,
}) => {
  await page.setViewportSize({ width: 375, height: 1200 });
  await author.write(
    page,
    `<fall-line lesson="downhill.1" loading="eager">A lesson.</fall-line><p>Text.</p>`,
  );
  const frame = await frameOf(page);
  const heightNow = () => withElement(page, (element) => element.offsetHeight);
  await frame.getByRole('radio').first().check();
  await expect(frame.locator('fall-line-surface-card')).toBeVisible();
  const heightInside = () =>
    frame.locator('fall-line-figure').evaluate(({ offsetHeight }: HTMLElement) => offsetHeight);
  await expect
    .poll(async () => Math.abs((await heightNow()) - (await heightInside())))
    .toBeLessThanOrEqual(1);
  await withElement(page, (element) => {
    const heights: number[] = [];
    Object.assign(element, { heights });
    new ResizeObserver(() => heights.push(element.offsetHeight)).observe(element);
  });
  const before = await heightNow();
  await frame.getByRole('button', { name: 'See what happens' }).click();
  await expect(frame.getByText('As you predicted: They get shorter.')).toBeVisible();
  await expect.poll(heightNow).toBeGreaterThan(before);
  expect(
    await withElement(page, (element) => (element as FallLine & { heights: number[] }).heights),
  ).toEqual([before, await heightNow()]);
});

for (const [what, header, value, kind] of [
  // Such a page refuses scripts that come without CORS headers.
  [
    'with a Cross-Origin-Embedder-Policy',
    'cross-origin-embedder-policy',
    () => 'require-corp',
    'module',
  ],
  [
    'that allows only the script and the frame',
    'content-security-policy',
    (site: string) => `default-src 'none'; script-src ${site}; frame-src ${site}; img-src data:`,
    'classic',
  ],
] as const) {
  test(`a page ${what} shows and runs the race`, async ({ page, author }) => {
    author.headers = { [header]: value(author.site) };
    try {
      await author.write(page, `<fall-line state="${spiral}">A race.</fall-line>`, kind);
      await frameOf(page);
    } finally {
      author.headers = {};
    }
    await withElement(page, (element) => element.run());
    await expect.poll(() => withElement(page, (element) => element.step)).toBe(120);
  });
}

test('what the README tells authors to write works as it stands', async ({ page, author }) => {
  const readme = readFileSync(fileURLToPath(new URL('../../README.md', import.meta.url)), 'utf8');
  const [, section = ''] = /## Drive it from your page\n(.*?)\n## /s.exec(readme) ?? [];
  const code = [...section.matchAll(/```html\n(.*?)```/gs)].map(([, block]) => block ?? '');
  expect(code).toHaveLength(2);
  const text = code.join('').replaceAll('https://example.org/fall-line', author.site);
  await author.open(page, '', text);
  const race = await frameOf(page, '#race');
  const follower = await frameOf(page, '[follows]');
  await expect.poll(() => withElement(page, (element) => element.step)).toBe(120);
  expect((await rates(race))[1]).toBe(0.1);
  await expect.poll(() => rates(follower)).toEqual(await rates(race));
  // With the keyboard: right after the page has scrolled, Chromium gives a click to the frame that was there.
  await page.getByRole('button', { name: 'Set the rate to 1.5 and watch' }).press('Enter');
  await expect.poll(() => rates(race)).toEqual([1.5, 0.1]);
  await expect.poll(() => rates(follower)).toEqual([1.5, 0.1]);
});

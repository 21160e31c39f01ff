// SPDX-License-Identifier: MIT
import { until } from './support/race.ts';
import { expect, test } from './support/test.ts';
import { type Heard, serveTutorial, tutorials } from './support/tutorial.ts';

declare const heard: Heard;

/** The chosen words that their selects are too narrow for. Runs in the page. */
function cutChoices(): string[] {
  const within = (root: ParentNode): HTMLSelectElement[] =>
    [...root.querySelectorAll('*')].flatMap((element) => [
      ...(element instanceof HTMLSelectElement ? [element] : []),
      ...(element.shadowRoot ? within(element.shadowRoot) : []),
    ]);
  const widthWithOnly = (select: HTMLSelectElement, word: string): number => {
    const copy = select.cloneNode() as HTMLSelectElement;
    copy.add(new Option(word));
    copy.style.width = 'auto';
    copy.style.flex = 'none';
    select.after(copy);
    const { width } = copy.getBoundingClientRect();
    copy.remove();
    return width;
  };
  return within(document)
    .filter((select) => select.checkVisibility())
    .map((select) => ({ select, word: select.selectedOptions[0]?.text.trim() ?? '' }))
    .filter(
      ({ select, word }) => widthWithOnly(select, word) > select.getBoundingClientRect().width + 1,
    )
    .map(({ word }) => word);
}

for (const tutorial of tutorials)
  test(`the README's line in a narrow ${tutorial.scheme} tutorial from ${tutorial.from}`, async ({
    page,
  }) => {
    const { address, close } = await serveTutorial(tutorial);
    await page.emulateMedia({ colorScheme: tutorial.scheme });
    await page.goto(address);
    await expect.poll(() => page.evaluate(() => heard.done?.runs.length)).toBe(2);
    const frame = page.frames()[1];
    if (!frame) throw new Error('The tutorial has no frame.');
    await until(frame, 'finished');
    const [hidden, seen] = await frame.evaluate(() => {
      const { scrollWidth, clientWidth, scrollHeight, clientHeight } = document.documentElement;
      return [[scrollWidth - clientWidth, scrollHeight - clientHeight], clientWidth];
    });
    expect({ hidden, seen }).toEqual({ hidden: [0, 0], seen: 320 });
    expect(await frame.evaluate(cutChoices), 'what selects cut').toEqual([]);
    // The frame follows the scheme of the reader, and lets the page shine through where both agree.
    expect(await frame.evaluate(() => document.documentElement.dataset.theme)).toBe(
      tutorial.scheme,
    );
    close();
  });

// SPDX-License-Identifier: MIT
// With forced colours the system's few colours replace the page's, and what is chosen must still show.
import { open, unfoldProblem } from './support/race.ts';
import { expect, test } from './support/test.ts';

/** Whether each visible button of a kind is chosen, and whether the system's highlight says so. */
const choices = (kind: string) => {
  const all = (root: ParentNode): Element[] =>
    [...root.querySelectorAll('*')].flatMap((element) => [
      element,
      ...(element.shadowRoot ? all(element.shadowRoot) : []),
    ]);
  const probe = document.body.appendChild(document.createElement('i'));
  probe.style.cssText = 'forced-color-adjust: none; color: HighlightText; background: Highlight';
  const coloursOf = (element: Element) => {
    const { backgroundColor, color } = getComputedStyle(element);
    return `${color} on ${backgroundColor}`;
  };
  const highlighted = coloursOf(probe);
  probe.remove();
  return all(document)
    .filter((element) => element.matches(kind) && element.checkVisibility())
    .map((element) => ({
      name: element.ariaLabel ?? element.textContent.trim(),
      chosen: element.ariaPressed === 'true' || element.ariaCurrent === 'true',
      highlighted: coloursOf(element) === highlighted,
    }));
};

for (const colorScheme of ['light', 'dark'] as const) {
  test(`what is chosen is highlighted: forced colours, ${colorScheme}`, async ({ page }) => {
    const expectChosenHighlighted = async (kind: string, count: number) => {
      const look = () => page.evaluate(choices, kind);
      const chosenOnes = async () => (await look()).filter(({ chosen }) => chosen);
      // The page draws itself in several frames.
      await expect.poll(async () => (await chosenOnes()).length).toBeGreaterThanOrEqual(count);
      const found = await look();
      expect(found.filter(({ chosen, highlighted }) => chosen !== highlighted)).toEqual([]);
    };
    await page.emulateMedia({ forcedColors: 'active', colorScheme });
    await open(page, 'speed=max&steps=50');
    await unfoldProblem(page);
    await expectChosenHighlighted('button[aria-pressed]', 4);

    const lessons = page.getByRole('button', { name: 'Lessons', exact: true });
    await lessons.click();
    await page.locator('fall-line-lesson-list li button').first().click();
    await lessons.click();
    await expect(page.locator('fall-line-lesson-list [aria-current]')).toBeVisible();
    await expectChosenHighlighted('li button', 1);
    await page.keyboard.press('Escape');

    const racer = page.locator('fall-line-racer').first();
    await racer.getByRole('button').first().click();
    await racer.getByRole('button', { name: /^Optimizer:/ }).click();
    await expect(racer.locator('.rule[aria-current]')).toBeVisible();
    await expectChosenHighlighted('.rule', 1);
  });
}

// SPDX-License-Identifier: MIT
// With forced colours the system's few colours replace the page's, and what is chosen must still show.
import { open, unfoldProblem } from './support/race.ts';
import { expect, test } from './support/test.ts';

/** The colours of every visible button of a kind of which some are chosen. */
const choices = (kind: string) => {
  const all = (root: ParentNode): Element[] =>
    [...root.querySelectorAll('*')].flatMap((element) => [
      element,
      ...(element.shadowRoot ? all(element.shadowRoot) : []),
    ]);
  return all(document)
    .filter((element) => element.matches(kind) && element.checkVisibility())
    .map((element) => {
      const { backgroundColor: background, color } = getComputedStyle(element);
      const name = element.ariaLabel ?? element.textContent.trim();
      const chosen = element.ariaPressed === 'true' || element.ariaCurrent === 'true';
      return { name, chosen, background, color };
    });
};

for (const colorScheme of ['light', 'dark'] as const) {
  test(`a chosen button has a background of its own: forced colours, ${colorScheme}`, async ({
    page,
  }) => {
    const expectApart = async (kind: string, count: number) => {
      const found = await page.evaluate(choices, kind);
      const chosen = found.filter((button) => button.chosen);
      const others = new Set(
        found.filter((button) => !button.chosen).map(({ background }) => background),
      );
      expect(chosen.length).toBeGreaterThanOrEqual(count);
      expect(others.size).toBeGreaterThan(0);
      for (const { name, background, color } of chosen) {
        expect(others, name).not.toContain(background);
        expect(color, name).not.toBe(background);
      }
    };
    await page.emulateMedia({ forcedColors: 'active', colorScheme });
    await open(page, 'speed=max&steps=50&example=first-race');
    await unfoldProblem(page);
    await expectApart('button[aria-pressed]', 4);
    await page.getByRole('button', { name: 'Examples' }).click();
    await expectApart('.panel button', 1);
    await page.keyboard.press('Escape');
    const racer = page.locator('fall-line-racer').first();
    await racer.getByRole('button').first().click();
    await racer.getByRole('button', { name: /^Optimizer:/ }).click();
    await expect(racer.locator('.rule').first()).toBeVisible();
    await expectApart('.rule', 1);
  });
}

// SPDX-License-Identifier: MIT
import type { Where } from './race.ts';

/**
 * The pseudo-language puts every message between marks and gives its vowels accents. Lists the words that are seen or
 * read aloud without either, so no message has them: text, and attributes with texts.
 */
export function untranslated(where: Where): Promise<string[]> {
  return where.evaluate(() => {
    /** Names of languages and of the page, units, and ids, as they are written in links. */
    const known =
      /^(English|Español|Fall Line|ms|MB)$|^[\w.-]+(, [\w.-]+)+$|^⟦Díd yóú méáán [\w.-]+\?⟧$|^⟦schedule\.id múst bé /;
    const silent = 'script, style, math, code, pre, kbd, textarea, [lang]:not(html)';
    const spoken = [
      'aria-label',
      'aria-description',
      'aria-valuetext',
      'title',
      'placeholder',
      'alt',
    ];
    const found = new Set<string>();
    let depth = 0;

    const look = (given: string, isWhole: boolean): void => {
      // Intl joins lists.
      const text = given.replace(/(?<=⟧),? and (?=⟦)/g, ' ');
      if (isWhole) depth = 0;
      let outside = '';
      for (const letter of text) {
        if (letter === '⟦') depth++;
        else if (letter === '⟧') depth--;
        else outside += depth === 0 ? letter : ' ';
      }
      const words = outside.match(/\p{L}{2,}/gu) ?? [];
      const plain = text.match(/\p{L}*[aeiou]\p{L}+|\p{L}+[aeiou]\p{L}*/gu) ?? [];
      if (words.length + plain.length > 0 && !known.test(text.trim())) found.add(text.trim());
    };

    const isSeen = (element: Element): boolean =>
      (element.closest('option')?.closest('select') ?? element).checkVisibility({
        visibilityProperty: true,
      });

    const visit = (node: Node): void => {
      if (node instanceof Text) {
        const { parentElement } = node;
        if (parentElement && isSeen(parentElement)) look(node.data, false);
        return;
      }
      if (node instanceof Element) {
        if (node.matches(silent)) return;
        for (const name of spoken) {
          const text = node.getAttribute(name);
          const before = depth;
          if (text && isSeen(node)) look(text, true);
          depth = before;
        }
        if (node instanceof HTMLSlotElement && node.assignedNodes().length > 0)
          return node.assignedNodes().forEach(visit);
        if (node.shadowRoot) return node.shadowRoot.childNodes.forEach(visit);
      }
      node.childNodes.forEach(visit);
    };
    visit(document.body);
    look(document.title, true);
    return [...found];
  });
}

/** Opens everything that is folded, in rounds, because what opens may have more in it. */
export async function unfold(where: Where): Promise<void> {
  for (let round = 0; round < 4; round++) {
    const opened = await where.evaluate(() => {
      const all = (root: ParentNode): Element[] =>
        [...root.querySelectorAll('*')].flatMap((element) => [
          element,
          ...(element.shadowRoot ? all(element.shadowRoot) : []),
        ]);
      const closed = all(document).filter((element) => {
        if (element instanceof HTMLDetailsElement) return !element.open;
        return element.matches('button[aria-expanded=false]:not([aria-haspopup])');
      });
      for (const element of closed) {
        if (element instanceof HTMLDetailsElement) element.open = true;
        else (element as HTMLElement).click();
      }
      return closed.length;
    });
    if (opened === 0) return;
    // Scripts of what was opened are loaded, and draw in later frames.
    await where.waitForTimeout(400);
  }
}

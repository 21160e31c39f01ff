// SPDX-License-Identifier: MIT
import { themeKey } from './theme-key.ts';

export type Theme = 'auto' | 'light' | 'dark';

const dark = matchMedia('(prefers-color-scheme: dark)');
const changes = new EventTarget();
let chosen: Theme = 'auto';

/** Sets the theme: from the query, or else the reader's stored choice, or else the system. */
export function startTheme(asked: string | null): void {
  const given = asked ?? stored();
  chosen = given === 'light' || given === 'dark' ? given : 'auto';
  dark.addEventListener('change', show);
  show();
}

export function currentTheme(): 'light' | 'dark' {
  return document.documentElement.dataset.theme === 'dark' ? 'dark' : 'light';
}

export function toggleTheme(): void {
  chosen = currentTheme() === 'dark' ? 'light' : 'dark';
  try {
    localStorage.setItem(themeKey, chosen);
  } catch {
    // A sandboxed frame has no storage, so the choice lasts only as long as the page.
  }
  show();
}

/** Calls `listener` when the theme changes. Pictures use its colours and must be redrawn. */
export function onThemeChange(listener: () => void): () => void {
  changes.addEventListener('change', listener);
  return () => changes.removeEventListener('change', listener);
}

function show(): void {
  document.documentElement.dataset.theme =
    chosen === 'auto' ? (dark.matches ? 'dark' : 'light') : chosen;
  changes.dispatchEvent(new Event('change'));
}

function stored(): string | null {
  try {
    return localStorage.getItem(themeKey);
  } catch {
    return null;
  }
}

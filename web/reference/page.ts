// SPDX-License-Identifier: MIT
import type { OptimizerEntry } from '../../wasm/types.ts';
import { themeKey } from '../src/page/theme-key.ts';
import { mark } from '../src/styles/mark.ts';
import { Html, html } from './html.ts';

/** A file of the reference: its name and its content. */
export interface Page {
  file: string;
  title: string;
  text: string;
}

export const indexFile = 'index.html';
export const styleFile = 'style.css';

/** The only script. It applies the theme chosen in the playground. Without it the system's theme is used. */
const theme = `try { document.documentElement.dataset.theme = localStorage.getItem('${themeKey}') ?? '' } catch {}`;

const logo = html`<svg
  xmlns="http://www.w3.org/2000/svg"
  width="24"
  height="24"
  viewBox="0 0 22 22"
  fill="none"
  stroke="currentColor"
  stroke-width="1.6"
  stroke-linecap="round"
  aria-hidden="true"
>
  <path d="${mark.slope}" opacity=".45" />
  <path d="${mark.fall}" stroke="var(--accent, #0b57d0)" stroke-width="2.2" />
</svg>`;
const icon = `data:image/svg+xml,${encodeURIComponent(logo.text)}`;

/** A part of the site with static pages. */
export interface Section {
  /** What its titles end with. */
  name: string;
  /** The addresses of its style sheets. */
  styles: readonly string[];
}

const reference: Section = { name: 'Fall Line reference', styles: [styleFile] };

/** A whole static page around its content. */
export function page(
  file: string,
  title: string,
  summary: string,
  content: Html,
  section = reference,
): Page {
  const text = html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="description" content="${summary}" />
        <title>${title} · ${section.name}</title>
        <link rel="icon" href="${icon}" />
        ${section.styles.map((file) => html`<link rel="stylesheet" href="${file}" />`)}
        <script>
          ${new Html(theme)};
        </script>
      </head>
      <body>
        <header>
          <a class="home" href="../index.html">${logo} Fall Line</a>
          <nav aria-label="Site">
            <a href="../reference/${indexFile}">Reference</a>
            <a href="../guide/${indexFile}">For authors</a>
          </nav>
        </header>
        <main>${content}</main>
      </body>
    </html> `.text;
  return { file, title, text };
}

/** A formula in MathML, in a box that scrolls on a narrow screen. */
export function formulaBox(mathml: string, label: string): Html {
  return html`<div class="formula" tabindex="0" role="group" aria-label="${label}">
    ${new Html(mathml)}
  </div>`;
}

/** The paper of a component, with a link. */
export function source({ authors, year, url, title }: OptimizerEntry['paper']): Html {
  return html`<p class="paper">${authors} (${year}). <a href="${url}">${title}</a>.</p>`;
}

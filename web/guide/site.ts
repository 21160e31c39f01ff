// SPDX-License-Identifier: MIT
import { Html, html } from '../reference/html.ts';
import { type Page, page, type Section } from '../reference/page.ts';
import { type GuideFile } from './read.ts';

const section: Section = {
  name: 'Fall Line for authors',
  styles: ['../reference/style.css', 'style.css'],
};

/** What pages write for the address of the site. Where code is shown, it is an example's. */
const site = /%SITE%/g;
const exampleSite = 'https://example.org/fall-line/';

const live = /<live>\n?(.*?)<\/live>/gs;

/** All pages of the guide: its index, and one for each file. */
export function guidePages(files: readonly GuideFile[]): Page[] {
  return [
    indexPage(files),
    ...files.map((file, place) => guidePage(file, files[place - 1], files[place + 1])),
  ];
}

function indexPage(files: readonly GuideFile[]): Page {
  const lead =
    'How to put a race into your own page, and to let your text and the race work together.';
  const content = html`<h1>For authors</h1>
    <p class="lead">${lead}</p>
    <ul class="shelf">
      ${files.map(
        ({ id, title, line }) =>
          html`<li>
            <a href="${id}.html">${title}</a>
            <p>${line}</p>
          </li>`,
      )}
    </ul>`;
  return page('index.html', 'For authors', lead, content, section);
}

function guidePage(file: GuideFile, before?: GuideFile, after?: GuideFile): Page {
  const { id, title, line, markup } = file;
  const content = html`<p class="crumbs"><a href="index.html">For authors</a></p>
    <h1>${title}</h1>
    <p class="lead">${line}</p>
    ${new Html(markup.replace(live, (_, code: string) => workingAndWritten(code)))}
    <nav class="siblings" aria-label="Other pages">
      <ul>
        ${[before, after].map(
          (other) => other && html`<li><a href="${other.id}.html">${other.title}</a></li>`,
        )}
      </ul>
    </nav>`;
  return page(`${id}.html`, title, line, content, section);
}

/** A piece of an author's page: as it works, and as it is written. */
function workingAndWritten(code: string): string {
  return html`<div class="live">${new Html(code.replace(site, '../'))}</div>
    <pre class="code" tabindex="0" aria-label="The code"><code>${code
      .trimEnd()
      .replace(site, exampleSite)}</code></pre>`.text;
}

// SPDX-License-Identifier: MIT
import { current } from '../language/current.ts';
import { marked, msg } from '../language/message.ts';
import { asMarkdownAddress, inHtml, inMarkdown, inPython } from './escape.ts';
import { frameAddress, type FrameLooks, pageAddress } from './frame.ts';

/** What is shared: a race, and how its frame looks. */
export interface Shared {
  /** The folder of the hosted pages, with a slash at its end. */
  readonly home: string;
  /** What follows `#`. */
  readonly link: string;
  readonly looks: FrameLooks;
  /** What the race is, for readers who can't see it. */
  readonly title: string;
}

/** A form in which a race can be put somewhere. */
export interface Form {
  readonly id: string;
  /** In English, as the sentence is. */
  readonly name: string;
  /** Where it goes, in a sentence. */
  readonly use: string;
  /** Whether it shows a frame, so the frame's looks matter. */
  readonly framed: boolean;
  text(shared: Shared): string;
}

/** A sandbox for the frame: scripts, and links that open a page outside of it. */
const sandbox = 'allow-scripts allow-popups allow-popups-to-escape-sandbox';

const words = ({ title }: Shared): string => msg('{title}. Open it in Fall Line.', { title });

const markdownLink = (shared: Shared): string =>
  `[${inMarkdown(words(shared))}](${asMarkdownAddress(pageAddress(shared.home, shared.link))})`;

/** Without a style, which policies of hosts may refuse. Markdown may be read as JSX, which spells `border` otherwise. */
function iframe({ home, link, looks, title }: Shared, border = 'frameborder'): string {
  return `<iframe
  src="${inHtml(frameAddress(home, looks, link))}"
  title="${inHtml(title)}"
  width="100%"
  height="${looks.height}"
  loading="lazy"
  sandbox="${sandbox}"
  ${border}="0"
></iframe>`;
}

/**
 * The element takes the options of the frame's query as attributes, and its text stays in the language of the page
 * that writes it. Without a height it follows its contents.
 */
function element(shared: Shared): string {
  const { home, link, looks, title } = shared;
  const given = { ...looks.query, ...(looks.isFixed ? { height: String(looks.height) } : {}) };
  const options = Object.entries(given).map(([key, value]) => ` ${key}="${inHtml(value)}"`);
  const { tag } = current();
  const ownLang = (looks.query.lang ?? tag) === tag ? '' : ` lang="${tag}"`;
  return `<script defer src="${inHtml(new URL('fall-line.classic.js', home).href)}"></script>
<fall-line state="${inHtml(link)}"${options.join('')} title="${inHtml(title)}">
  <a${ownLang} href="${inHtml(pageAddress(home, link))}">${inHtml(words(shared))}</a>
</fall-line>`;
}

export const forms: readonly Form[] = [
  {
    id: 'link',
    name: marked('Link'),
    use: marked('Opens the whole playground with this race.'),
    framed: false,
    text: ({ home, link }) => pageAddress(home, link),
  },
  {
    id: 'iframe',
    name: marked('Frame'),
    use: marked('HTML for any page, also where scripts are not allowed.'),
    framed: true,
    text: (shared) => iframe(shared),
  },
  {
    id: 'element',
    name: marked('Element'),
    use: marked(
      'HTML for pages that may load a script. It loads the frame when the reader comes near it.',
    ),
    framed: true,
    text: element,
  },
  {
    id: 'markdown',
    name: 'Markdown',
    use: marked(
      'For Markdown and MDX. Where frames are not allowed, readers see the link below it.',
    ),
    framed: true,
    text: (shared) => `${iframe(shared, 'frameBorder')}\n\n${markdownLink(shared)}`,
  },
  {
    id: 'jupyter',
    name: 'Jupyter',
    use: marked('A Python cell for Jupyter, JupyterLab and Colab.'),
    framed: true,
    text: ({ home, link, looks }) => `from IPython.display import IFrame

IFrame(${inPython(frameAddress(home, looks, link))}, width="100%", height=${looks.height})`,
  },
  {
    id: 'quarto',
    name: 'Quarto',
    use: marked(
      'A block for Quarto and R Markdown. In other formats than HTML, readers see the link.',
    ),
    framed: true,
    text: (shared) => `\`\`\`{=html}\n${iframe(shared)}\n\`\`\`\n\n${markdownLink(shared)}`,
  },
];

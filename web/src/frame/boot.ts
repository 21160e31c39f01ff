// SPDX-License-Identifier: MIT
/**
 * The first script of a frame. It paints a poster, and loads the rest when the frame is seen or a message of
 * the host arrives. A page may hold many frames, of which a reader sees few.
 */
import messages from 'virtual:early-messages';
import { fitting } from '../language/fitting.ts';
import { showFailure } from '../page/failure.ts';
import { readQuery } from '../page/looks.ts';
import type { Asked } from './asked.ts';
import { Loader } from './loader.ts';
import { completePoster } from './poster.ts';

const own = document.currentScript as HTMLScriptElement;
const { main = '', libraries = '', reader = '', engine = '' } = own.dataset;
const loader = new Loader(own.src.replace(/[^/]*([?#].*)?$/, ''));
const query = readQuery(location.search);

const theme = query.get('theme');
const dark =
  theme === 'dark' || (theme !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
document.documentElement.dataset.theme = dark ? 'dark' : 'light';

const tag = fitting(query.get('lang'), navigator.languages, ['en', ...Object.keys(messages)]);
document.documentElement.lang = tag;
const say = (english: string): string => messages[tag]?.[english] ?? english;

const asked: Asked = {
  play: false,
  messages: [],
  stop: () => removeEventListener('message', listen),
};
globalThis.fallLine = {
  add: (name, part) => loader.add(name, part),
  load: (name) => loader.load(name),
  asked,
};

let started = false;

function start(): void {
  if (started) return;
  started = true;
  // What the main script needs, and what it asks for first. The precision that a link needs is not known yet.
  const hasLink = location.hash.length > 1 || query.has('s') || query.has('lesson');
  for (const name of [libraries, hasLink ? reader : engine]) loader.load(name).catch(() => {});
  Promise.resolve(loader.require(main)).catch((error) => showFailure(error, say));
}

/** More messages than a host sends before an answer are a flood. */
const mostMessages = 100;

function listen(event: MessageEvent): void {
  const { data, source } = event;
  if (source !== parent || data?.ns !== 'fall-line') return;
  if (asked.messages.length < mostMessages) asked.messages.push(event);
  start();
}

function begin(): void {
  document.querySelector('.late')?.remove();
  const poster = document.querySelector('.poster');
  if (poster)
    completePoster(poster, say, () => {
      asked.play = true;
      start();
    });
  const screen = new IntersectionObserver((entries) => {
    if (!entries[entries.length - 1]?.isIntersecting) return;
    screen.disconnect();
    whenVisible(start);
  });
  screen.observe(document.documentElement);
}

function whenVisible(work: () => void): void {
  if (!document.hidden) return work();
  document.addEventListener('visibilitychange', () => whenVisible(work), { once: true });
}

if (parent !== window) addEventListener('message', listen);
if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', begin);
else begin();

// SPDX-License-Identifier: MIT
import './styles/tokens.css';
import './styles/failure.css';
import './frame/poster.css';
import { Figure } from './components/shell/figure.ts';
import { repeatMessages, takeAsked } from './frame/asked.ts';
import { connectHost } from './host/connect.ts';
import { missingFeature } from './engine/simd.ts';
import { current } from './language/current.ts';
import { startLanguage } from './language/languages.ts';
import { msg } from './language/message.ts';
import { drawBeforeInput } from './util/draw-scheduler.ts';
import { bindAddress, checkQuery, linkOfAddress } from './playground/address.ts';
import { showFailure } from './page/failure.ts';
import { type Looks, looksOf, prefersStillness } from './page/looks.ts';
import { Playground } from './playground/playground.ts';
import { startTheme } from './page/theme.ts';

/** A page may have many frames, so each uses few workers. */
const mostWorkers = 2;

async function start(): Promise<void> {
  await nextTask();
  const link = linkOfAddress();
  const looks = looksOf(location.search, 'compact');
  // A frame made before there were lessons may have an example in its link, and no room for a text.
  if (/\bexample=/.test(link)) looks.hide = new Set([...looks.hide, 'lesson']);
  startTheme(looks.theme);
  await startLanguage(looks.lang);
  if (!current().isSource) (await import('./page/document-texts.ts')).translateDocument();
  const missing = missingFeature();
  if (missing) throw new Error(missing);
  const playground = await Playground.open(link, mostWorkers);
  await nextTask();
  bindAddress(playground);
  void checkQuery(playground, 'frame');
  drawBeforeInput();
  const figure = await shown(playground, looks);
  document.body.replaceChildren(figure);
  // Both in one task, so no message is lost in between.
  const asked = takeAsked();
  connectHost(playground, figure, { setHidden: suspendUnseen(playground, figure) });
  repeatMessages(asked);
  addEventListener('pagehide', ({ persisted }) => persisted || playground.close());
  if (asked.play || (looks.autostart && !prefersStillness())) void playground.play();
  await playground.started();
}

/** Lets the page around the frame go on: frames of one site share a thread, and a start in one task would hold it. */
const nextTask = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/** What the frame shows: a figure, or the whole page, whose scripts are loaded only then. */
async function shown(playground: Playground, looks: Looks): Promise<Element> {
  if (looks.ui !== 'full') return Object.assign(new Figure(), { playground, looks });
  const { App } = await import('./components/shell/app.ts');
  // The page has no box of its own, as a figure has.
  document.body.style.background = 'var(--paper)';
  return Object.assign(new App(), { playground, hide: looks.hide });
}

/**
 * Suspends a race scrolled out of view. The visibility API does not report that. Returns a function for a
 * page around it that hides the frame otherwise.
 */
function suspendUnseen({ race }: Playground, element: Element): (hidden: boolean) => void {
  let seen = true;
  let hiddenByHost = false;
  const update = (): void => race.suspend(document.hidden || !seen || hiddenByHost);
  document.addEventListener('visibilitychange', update);
  // Several changes may come at once, and the last one holds.
  new IntersectionObserver((entries) => {
    seen = entries.at(-1)?.isIntersecting ?? true;
    update();
  }).observe(element);
  return (hidden) => {
    hiddenByHost = hidden;
    update();
  };
}

start().catch((error) => showFailure(error, msg));

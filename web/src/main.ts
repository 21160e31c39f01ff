// SPDX-License-Identifier: MIT
import { App } from './components/shell/app.ts';
import './styles/tokens.css';
import { missingFeature } from './engine/simd.ts';
import { current } from './language/current.ts';
import { startLanguage } from './language/languages.ts';
import { msg } from './language/message.ts';
import { drawBeforeInput } from './util/draw-scheduler.ts';
import { bindAddress, checkQuery, linkOfAddress } from './playground/address.ts';
import { showFailure } from './page/failure.ts';
import { looksOf, prefersStillness } from './page/looks.ts';
import { Playground } from './playground/playground.ts';
import { startTheme } from './page/theme.ts';

async function start(): Promise<void> {
  const looks = looksOf(location.search, 'full');
  startTheme(looks.theme);
  await startLanguage(looks.lang);
  if (!current().isSource) (await import('./page/document-texts.ts')).translateDocument();
  const missing = missingFeature();
  if (missing) throw new Error(missing);
  const link = linkOfAddress();
  const playground = await Playground.open(link);
  // Starts the engine before the page is rendered, so a failure is shown instead of a page.
  await playground.started();
  bindAddress(playground);
  void checkQuery(playground, 'page');
  drawBeforeInput();
  const app = new App();
  app.playground = playground;
  app.hide = looks.hide;
  document.body.replaceChildren(app);
  document.addEventListener('visibilitychange', () => playground.race.suspend(document.hidden));
  keepLater(playground);
  addEventListener(
    'dragenter',
    () => import('./components/data/drop.ts').then(({ acceptFiles }) => acceptFiles(playground)),
    { once: true },
  );
  const firstVisit = link === '' && window.parent === window;
  onFirstTouch(() => playground.loadDeferred().catch(() => {}));
  if ((firstVisit || looks.autostart) && !prefersStillness()) void playground.play();
}

/** Once a race has come to rest, keeps the page for when there is no network. Only that on a server has a manifest. */
function keepLater(playground: Playground): void {
  if (window.parent !== window || !document.querySelector('link[rel=manifest]')) return;
  const done = playground.on('state', () => {
    if (playground.race.at === 0 || playground.race.state === 'running') return;
    done();
    import('./page/offline.ts').then(({ keepOffline }) => keepOffline()).catch(() => {});
  });
}

/** Loads help texts at the first input, because nobody reads about a control before that. */
function onFirstTouch(work: () => Promise<unknown>): void {
  const signs = ['pointermove', 'pointerdown', 'keydown', 'focusin'];
  const first = new AbortController();
  const touched = (): void => {
    first.abort();
    void work();
  };
  for (const sign of signs) addEventListener(sign, touched, { signal: first.signal });
}

start().catch((error) => showFailure(error, msg));

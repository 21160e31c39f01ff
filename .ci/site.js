// SPDX-License-Identifier: MIT
import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { cmakeBuild } from './native.js';
import { partsOf, split } from './split.js';
import { stepUnlessCurrent } from './stamp.js';
import { bin, run, Stop, step } from './steps.js';

const dist = 'web/dist';
const precisions = ['float32', 'float64'];
const engines = precisions.map((precision) => `engine-${precision}`);
const parts = precisions.flatMap(partsOf);
const compiled = [
  'build/wasm/catalog.json',
  ...engines.flatMap((name) => [`build/wasm/${name}.js`, `build/wasm/${name}.wasm`]),
];
const pages = ['index.html', 'embed.html', 'playground.html'];
const tools = ['package-lock.json', '.ci/site.js'];

/** The Emscripten build. Without `targets` it builds everything. */
export const wasmBuild = (say, { options = [], targets } = {}) =>
  cmakeBuild(
    say,
    'build/wasm',
    [`-DCMAKE_CROSSCOMPILING_EMULATOR=${process.execPath}`, ...options],
    { targets, wrapper: ['emcmake'] },
  );

/** Builds core/ and wasm/ into web/dist/engine.js, its binaries, and the parts for the page. */
export async function buildEngine() {
  const targets = ['engine_float32', 'engine_float64', 'catalog'];
  await step('compile the engine', (say) => wasmBuild(say, { targets }));

  const inputs = [...tools, ...compiled, ...sources('wasm'), 'web/vite.shared.ts'];
  const outputs = ['engine.js', ...engines.map((name) => `${name}.wasm`)];
  await stepUnlessCurrent('bundle the engine', inputs, inDist(outputs), async (say) => {
    checkGlue();
    mkdirSync(dist, { recursive: true });
    for (const name of engines) copyFileSync(`build/wasm/${name}.wasm`, `${dist}/${name}.wasm`);
    await viteBuild(say, 'web/vite.engine.config.ts');
  });
  const splitting = [
    ...['split', 'first-visit', 'join-data'].map((script) => `.ci/${script}.js`),
    ...[...compiled, `${dist}/engine.js`],
  ];
  await stepUnlessCurrent('split the engine', splitting, parts, async (say) => {
    for (const precision of precisions) await split(say, precision);
  });
}

/** Fails unless the glue scripts of both precisions are equal except for a file name, as one is used. */
function checkGlue() {
  const [one, other] = engines.map((name) => readFileSync(`build/wasm/${name}.js`, 'utf8'));
  if (one.replaceAll('float32', 'float64') === other) return;
  throw new Stop('The scripts of engine-float32 and engine-float64 differ: give each its own.');
}

/** Builds web/ into web/dist/: index.html and its assets, the reference, and two single-file pages. */
export async function buildSite() {
  const inputs = [
    ...[...tools, ...compiled, ...parts, ...sources('wasm'), ...sources('web')],
    'tests/reference/measured.json',
    // The page's self-check uses some of these runs.
    ...['tests/core/run/golden_runs.inc', 'tests/wasm/golden-runs.ts'],
  ];
  const outputs = inDist([...pages, 'reference/index.html']);
  await stepUnlessCurrent('build the site', inputs, outputs, async (say) => {
    for (const folder of inDist(['assets', 'reference']))
      rmSync(folder, { recursive: true, force: true });
    await viteBuild(say, 'web/vite.config.ts');
    await viteBuild(say, 'web/vite.embed.config.ts');
    await viteBuild(say, 'web/vite.playground.config.ts');
  });
}

const viteBuild = (say, config) => run(say, bin('vite'), ['build', '--config', config]);
const inDist = (names) => names.map((name) => `${dist}/${name}`);
const sources = (room) =>
  readdirSync(room)
    .filter((name) => name !== 'dist')
    .map((name) => `${room}/${name}`);

// SPDX-License-Identifier: MIT
// Does with an instrumented engine what the page does on a first visit before any input, and writes
// the profile of the functions that ran.
// usage: node wasm/split/first-visit.js precision counting.wasm profile
import { readFileSync, writeFileSync } from 'node:fs';
import { argv } from 'node:process';
import { loadEngine } from '../../web/dist/engine.js';
import { dataset, rules } from './first-race.js';

const [precision, binary, profile] = argv.slice(2);
const pageBytes = 65536;
const profilePages = 4;

const module = await WebAssembly.compile(readFileSync(binary));
const { engine, exports } = await engineWithExports(module);
visit(engine);
writeFileSync(profile, counted(exports));

/** Loads the engine and returns its exports too. They are private, so instantiate() is intercepted. */
async function engineWithExports(wasmModule) {
  const instantiate = WebAssembly.instantiate;
  let exports;
  WebAssembly.instantiate = async (...args) => {
    const instance = await instantiate(...args);
    exports = instance.exports;
    return instance;
  };
  const engine = await loadEngine({ wasmModule, precision });
  WebAssembly.instantiate = instantiate;
  return { engine, exports };
}

function counted({ __write_profile: write, ...exports }) {
  const memory = Object.values(exports).find((it) => it instanceof WebAssembly.Memory);
  const from = memory.buffer.byteLength;
  memory.grow(profilePages);
  const length = write(from, profilePages * pageBytes);
  return new Uint8Array(memory.buffer, from, length);
}

/** Runs the race that the page opens with, with all settings given explicitly, as the page does. */
function visit(engine) {
  const { catalog } = engine;
  const { settings } = catalog;
  // An empty text stands for what suits the rest, and the page leaves it out.
  const values = (rows) =>
    Object.fromEntries(
      rows.map((row) => [row.id, row.default]).filter(([, value]) => value !== ''),
    );
  const component = (kind, id) => {
    const { hyperparameters } = catalog[kind].find((entry) => entry.id === id);
    return { id, ...values(hyperparameters) };
  };
  const problem = { ...values(settings.problem), network: values(settings.network) };
  const schedule = { ...component('schedules', 'constant'), ...values(settings.schedule) };
  const racing = (dataset, id, own = {}) => ({
    problem: { dataset, ...problem, ...own },
    optimizer: { ...component('optimizers', id), ...values(settings.optimizer), wrappers: [] },
    schedule,
    ...values(settings.run),
  });
  // The page draws a thumbnail of each data set, but not of those that the reader writes.
  for (const { id, hyperparameters } of catalog.datasets)
    if (hyperparameters.every(({ kind }) => kind !== 'text'))
      engine.sample(component('datasets', id));
  for (const id of rules) race(engine, racing(component('datasets', dataset), id));
  // The page's self-check has two runs: one with all defaults, and one with few samples of several
  // classes and a random split.
  race(engine, { problem: {}, optimizer: { id: 'sgd' } });
  const few = { id: 'blobs', samples: 30, classes: 3 };
  race(engine, racing(few, 'adam', { stratify: false }));
}

function race(engine, settings) {
  engine.check(settings);
  const run = engine.createRun(settings);
  for (let round = 0; round < 3; ++round) {
    run.step(100);
    run.report();
    run.curve({ from: round });
    run.curve({ maxPoints: 20 });
    run.path({ from: 0 });
  }
  const { inputs } = run.data();
  run.predict(Float64Array.from(inputs.slice(0, 50).flat()));
  run.evaluate();
  // The getter copies the parameters.
  void run.parameters;
  run.dispose();
}

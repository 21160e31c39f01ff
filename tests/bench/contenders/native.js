// SPDX-License-Identifier: MIT
/** The engine compiled natively, in a separate process connected by a pipe. */
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { settingsOf } from '../workloads.js';

export function nativeContender(precision, program) {
  const child = spawn(program, {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const tell = (...words) => child.stdin.write(`${words.join(' ')}\n`);
  const ask = async (...words) => {
    tell(...words);
    const { value: answer } = await answers.next();
    if (answer === undefined || answer.startsWith('refused'))
      throw new Error(`The native engine answers to ${words[0]}: ${answer}`);
    return Number(answer);
  };

  let told;
  const tellData = (dataset) => {
    if (told === dataset.inputs) return;
    told = dataset.inputs;
    const { inputs, targets, classes = 0 } = dataset;
    tell(
      'data',
      inputs.length,
      inputs[0].length,
      classes,
      inputs.flat().join(' '),
      targets.join(' '),
    );
  };
  const start = async ({ problem: { dataset, ...problem }, ...rest }) => {
    tellData(dataset);
    for (const words of leaves({ problem, ...rest })) tell(...words);
    return {
      made: await ask('run'),
      loss: () => ask('loss'),
      steps: (n) => ask('steps', n),
      end: () => {},
    };
  };
  return {
    name: `ours, native ${precision}`,
    precision,
    start,
    prepare: (workload) => start(settingsOf(workload)),
    peak: (rounds) => ask('peak', rounds),
    close: () => child.stdin.end(),
  };
}

/** The settings as commands for session.cpp. */
function leaves(settings, path = []) {
  return Object.entries(settings).flatMap(([key, value]) => {
    const here = [...path, key];
    if (Array.isArray(value)) return [['numbers', here.join('.'), value.length, ...value]];
    if (typeof value === 'object') return leaves(value, here);
    return [[typeof value, here.join('.'), Number(value) === value ? value : textOf(value)]];
  });
}

const textOf = (value) => (typeof value === 'boolean' ? Number(value) : value);

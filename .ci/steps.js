// SPDX-License-Identifier: MIT
import { spawn } from 'node:child_process';
import { createWriteStream, mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The root folder of the repository. Every script runs there. */
export const root = fileURLToPath(new URL('..', import.meta.url));

const tailLength = 20000;
const tailLines = 60;
const lineLength = 300;
const quietSeconds = 15;

/** A command of an installed npm package. */
export const bin = (name) => `node_modules/.bin/${name}`;

/** A failure with a complete message for the user, printed without a stack trace. */
export class Stop extends Error {}

/** Returns a function that returns the elapsed time. */
export function stopwatch() {
  const started = performance.now();
  return () => `${((performance.now() - started) / 1000).toFixed(1)} s`;
}

/** Runs `work` and prints its name and seconds. `work` gets a function to report its progress. */
export async function step(name, work) {
  const seconds = stopwatch();
  const progress = showProgress(name, seconds);
  try {
    const result = await work(progress.say);
    progress.end(`✓ ${name}  ${seconds()}${typeof result === 'string' ? `  ${result}` : ''}`);
    return result;
  } catch (error) {
    progress.end(`✗ ${name}  ${seconds()}`);
    throw error;
  }
}

/**
 * Runs a command. Its output goes to build/logs/. The last line of output is shown as progress, and the
 * end of the output is printed on failure.
 */
export function run(say, command, args) {
  return new Promise((resolve, reject) => {
    const log = openLog(command, args);
    let tail = '';
    const child = spawn(command, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    const collect = (chunk) => {
      log.write(chunk);
      tail = (tail + chunk).slice(-tailLength);
      say(lastLine(tail));
    };
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    child.on('error', (error) => reject(new Stop(`${command}: ${error.message}`)));
    child.on('close', (code, signal) => {
      log.end();
      if (code === 0) return resolve(code);
      const how = signal ? `was stopped by ${signal}` : `ended with code ${code}`;
      reject(new Stop(`${legible(tail)}\n\n${[command, ...args].join(' ')} ${how}`));
    });
  });
}

const lastLine = (text) =>
  text
    .trimEnd()
    .split(/[\r\n]/)
    .pop();

/** The last lines of a text, shortened in case one is a whole minified script. */
function legible(text) {
  const lines = text.trimEnd().split('\n').slice(-tailLines);
  return lines.map((line) => line.slice(0, lineLength)).join('\n');
}

function openLog(command, args) {
  const folder = `${root}build/logs`;
  mkdirSync(folder, { recursive: true });
  const name = [command, ...args]
    .join(' ')
    .replace(/[^\w.-]+/g, '-')
    .slice(0, 80);
  return createWriteStream(`${folder}/${name}.log`);
}

/** Shows progress: on a terminal by rewriting one line, elsewhere by an occasional line. */
function showProgress(name, seconds) {
  const terminal = process.stdout.isTTY;
  let last = '';
  const draw = () => {
    const text = `· ${name}  ${seconds()}  ${last}`;
    if (!terminal) return console.log(text);
    process.stdout.write(`\r\x1b[K${text.slice(0, (process.stdout.columns ?? 80) - 1)}`);
  };
  const timer = setInterval(draw, terminal ? 200 : quietSeconds * 1000);
  return {
    say: (line) => {
      last = line.trim();
    },
    end: (text) => {
      clearInterval(timer);
      console.log(terminal ? `\r\x1b[K${text}` : text);
    },
  };
}

/** Runs the body of a script. A Stop ends it with a message instead of a stack trace. */
export async function main(body) {
  process.chdir(root);
  try {
    await body();
  } catch (error) {
    console.error(error instanceof Stop ? `\n${error.message}` : error);
    process.exitCode = 1;
  }
}

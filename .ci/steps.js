// SPDX-License-Identifier: MIT
import { spawn } from 'node:child_process';
import { createWriteStream, mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The top of the repository; every script works there. */
export const root = fileURLToPath(new URL('..', import.meta.url));

const tailLength = 20000;
const tailLines = 60;
const lineLength = 300;
const quietSeconds = 15;

/** A command of an installed npm package. */
export const bin = (name) => `node_modules/.bin/${name}`;

/** A failure that has been explained to the user in full: no stack trace helps. */
export class Stop extends Error {}

/** A function that says how long ago it was made. */
export function stopwatch() {
  const started = performance.now();
  return () => `${((performance.now() - started) / 1000).toFixed(1)} s`;
}

/** Runs `work`, which gets a function to say where it is, and prints its name and seconds. */
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
 * Runs a command. Its output goes to build/logs/; the last line shows where it is, and the tail of
 * it is printed when it fails.
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

/** The last lines, none of them a whole minified script. */
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

/** One line that is rewritten on a terminal; elsewhere a line now and then. */
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

/** The body of a script: its failures end it with a message, not with a stack trace. */
export async function main(body) {
  process.chdir(root);
  try {
    await body();
  } catch (error) {
    console.error(error instanceof Stop ? `\n${error.message}` : error);
    process.exitCode = 1;
  }
}

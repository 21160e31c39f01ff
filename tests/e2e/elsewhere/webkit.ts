// SPDX-License-Identifier: MIT
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import { findMiniBrowser } from '../../support/browsers.js';
import type { Browser } from './browser.ts';

const scriptTimeoutMs = 120_000;

/** WebKitGTK on a virtual screen, controlled by WebDriver. */
export async function openWebKit(port: number): Promise<Browser> {
  const screen = spawn('Xvfb', ['-displayfd', '3'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const [display] = await once(screen.stdio[3] as Readable, 'data');
  const driver = spawn('WebKitWebDriver', [`--port=${port}`], {
    stdio: 'ignore',
    env: {
      ...process.env,
      DISPLAY: `:${String(display).trim()}`,
      // WebKit's sandbox does not start as root.
      WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1',
      // While WebKit 2.50 on Linux and x86-64 compiles WebAssembly in the background, a few of a
      // thousand runs get wrong values or an access out of bounds, also those of a small module
      // without SIMD. Here it compiles the same code before it goes on.
      JSC_useConcurrentJIT: '0',
    },
  });
  const stop = async () => {
    for (const child of [driver, screen]) await end(child);
  };
  try {
    return await openSession(port, stop);
  } catch (error) {
    await stop();
    throw error;
  }
}

async function openSession(port: number, stop: () => Promise<void>): Promise<Browser> {
  const server = `http://127.0.0.1:${port}`;
  await untilReady(server);
  const browserOptions = { binary: findMiniBrowser(), args: ['--automation'] };
  const { sessionId } = (await send('POST', `${server}/session`, {
    capabilities: { alwaysMatch: { 'webkitgtk:browserOptions': browserOptions } },
  })) as { sessionId: string };
  const session = `${server}/session/${sessionId}`;
  await send('POST', `${session}/timeouts`, { script: scriptTimeoutMs });
  const evaluate: Browser['evaluate'] = async (work, argument) => {
    const script = `const [argument, done] = arguments;
      Promise.resolve(argument).then(${work}).then(
        (value) => done({ value }), (error) => done({ error: String(error) }));`;
    const answer = await send('POST', `${session}/execute/async`, { script, args: [argument] });
    const { value, error } = answer as { value: never; error?: string };
    if (error !== undefined) throw new Error(error);
    return value;
  };
  return {
    evaluate,
    open: async (url) => {
      await send('POST', `${session}/url`, { url });
      await evaluate(listen, undefined);
    },
    complaints: () => evaluate(() => window.complaints, undefined),
    close: async () => {
      await send('DELETE', session);
      await stop();
    },
  };
}

declare global {
  interface Window {
    complaints: string[];
  }
}

/** Logs in the page, because the driver has no log. It starts after the page has loaded, before the engine. */
function listen(): void {
  window.complaints = [];
  const note = (...words: unknown[]) => window.complaints.push(words.map(String).join(' '));
  console.error = note;
  console.warn = note;
  addEventListener('error', ({ message }) => note(message));
  addEventListener('unhandledrejection', ({ reason }) => note(reason));
}

/** Sends a WebDriver command. Returns its result, and throws on an error. */
async function send(method: string, url: string, body?: unknown): Promise<unknown> {
  const response = await fetch(url, { method, ...(body ? { body: JSON.stringify(body) } : {}) });
  const { value } = (await response.json()) as { value: { message?: string } };
  if (!response.ok) throw new Error(`${method} ${url}: ${value.message}`);
  return value;
}

async function untilReady(server: string): Promise<void> {
  for (;;) {
    const status = await send('GET', `${server}/status`).catch(() => undefined);
    if ((status as { ready?: boolean } | undefined)?.ready) return;
    await pause(50);
  }
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill();
  await ended;
}

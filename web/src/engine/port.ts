// SPDX-License-Identifier: MIT
import { marked } from '../language/message.ts';
import type { Reply, Request } from './messages.ts';
import EngineWorker from './worker.ts?worker&inline';

/** The page's connection to an engine host. */
export interface Port {
  post(request: Request): void;
  onreply: (reply: Reply) => void;
  /** Called when the connection is lost: the worker was refused, or crashed. */
  onbreak: (reason: string) => void;
  close(): void;
}

/** If a policy forbids workers, throws at once (WebKit) or breaks later (Chromium, Firefox). */
export function workerPort(): Port {
  const worker = new EngineWorker();
  const port: Port = {
    post: (request) => worker.postMessage(request),
    onreply: () => {},
    onbreak: () => {},
    close: () => worker.terminate(),
  };
  worker.onmessage = (event: MessageEvent<Reply>) => port.onreply(event.data);
  worker.onmessageerror = () => port.onbreak(marked('a message could not be read'));
  worker.onerror = (event) => {
    event.preventDefault();
    port.onbreak(event.message || marked('the worker could not start'));
  };
  return port;
}

/** The same host on the main thread, loaded when needed. Each request runs in a task of its own. */
export function mainThreadPort(): Port {
  let open = true;
  const port: Port = {
    post: (request) => setTimeout(async () => open && (await answer)(request), 0),
    onreply: () => {},
    onbreak: () => {},
    close: () => {
      open = false;
    },
  };
  const answer = import('./serve.ts').then(({ serve }) =>
    serve((reply) => open && port.onreply(reply)),
  );
  answer.catch((error: unknown) => port.onbreak(String(error)));
  return port;
}

// SPDX-License-Identifier: MIT
import { version } from '../../../package.json';
import type { Playground } from '../playground/playground.ts';
import { Answering, type FrameDuties, RefusedRequest } from './answering.ts';
import { freezeHeight, heightOf, watchHeight } from './height.ts';
import {
  type Answer,
  type Events,
  type EventType,
  type Init,
  ns,
  type Refusal,
  v,
} from './protocol.ts';
import { RateLimit } from './rate-limit.ts';
import { readRequest, refusal, requestTypes } from './read-request.ts';
import { Reporter } from './reporter.ts';

/** How often the frame says hello, until the page around it answers. */
const helloMs = 500;
const mostHellos = 20;

/**
 * Lets the page around the frame take part in its race. It says hello until it gets a port, and then
 * listens to that port alone. Without a page around it, it does nothing. `element` has the contents.
 */
export function connectHost(playground: Playground, element: Element, duties: FrameDuties): void {
  if (window.parent === window) return;
  // A frame in a sandbox can't know the origin of its host. The message tells nothing private.
  const hello = (): void =>
    window.parent.postMessage({ ns, v, type: 'hello', requests: requestTypes }, '*');
  let left = mostHellos - 1;
  const timer = setInterval(() => (left-- > 0 ? hello() : clearInterval(timer)), helloMs);
  // Later than a port that came before this script did: hello means that there is none.
  const first = setTimeout(hello, 0);
  const take = ({ source, data, ports: [port] }: MessageEvent<unknown>): void => {
    if (source !== window.parent || !port || !isInit(data)) return;
    removeEventListener('message', take);
    clearInterval(timer);
    clearTimeout(first);
    if (data.fit === true) freezeHeight();
    serve(port, playground, element, duties);
  };
  addEventListener('message', take);
}

function isInit(data: unknown): data is Init {
  const { ns: name, v: number, type } = (data ?? {}) as Partial<Init>;
  return name === ns && number === v && type === 'init';
}

function serve(
  port: MessagePort,
  playground: Playground,
  element: Element,
  duties: FrameDuties,
): void {
  const send = <T extends EventType>(type: T, fields: Events[T]): void =>
    port.postMessage({ ns, v, type, ...fields });
  const answering = new Answering(playground, duties);
  const limit = new RateLimit();
  const reply = (id: Answer['id'], what: object): void =>
    port.postMessage({ ns, v, type: 'answer', id, ...what });

  port.onmessage = async ({ data }) => {
    const read = readRequest(data);
    if (!read) return;
    if ('refusal' in read) return reply(read.id, { error: read.refusal });
    const { id, type } = read.request;
    if (!limit.allows(type)) return reply(id, { error: tooMany(type) });
    try {
      reply(id, { value: await answering.answer(read.request) });
    } catch (error) {
      reply(id, { error: error instanceof RefusedRequest ? error.refusal : failure(type, error) });
    }
  };

  playground.started().catch((error: unknown) => {
    send('error', { code: 'start', message: messageOf(error), recoverable: false });
  });
  send('ready', { state: playground.link, height: heightOf(element), version });
  new Reporter(playground, send);
  watchHeight(element, (height) => send('resize', { height }));
}

function tooMany(type: string): Refusal {
  const message = `There were too many requests in a second. Send “${type}” again later.`;
  return { ...refusal('too-many', 'type', 'came too often', type), message };
}

function failure(type: string, error: unknown): Refusal {
  return { ...refusal('failed', 'type', 'failed', type), message: messageOf(error) };
}

const messageOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error);

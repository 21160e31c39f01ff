// SPDX-License-Identifier: MIT
// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from 'vitest';
import { Wire } from '../../web/src/element/wire.ts';

const stamp = { ns: 'fall-line', v: 1 };

/** A frame that is offered ports, and takes one of them. */
function frameOf(wire: Wire) {
  const offers: MessagePort[] = [];
  const window_ = {
    postMessage: (_: unknown, __: string, [port]: [MessagePort]) => offers.push(port),
  };
  const frame = { contentWindow: window_ } as unknown as HTMLIFrameElement;
  wire.listen(frame, true);
  const asked: { id: number; type: string }[] = [];
  return {
    offers,
    asked,
    load: () => frame.onload?.call(window as never, new Event('load')),
    hello: (source: unknown = window_) => {
      const event = new MessageEvent('message', { data: { ...stamp, type: 'hello' } });
      Object.defineProperty(event, 'source', { value: source });
      dispatchEvent(event);
    },
    take(port: MessagePort | undefined) {
      if (!port) throw new Error('There is no port.');
      port.onmessage = ({ data }) => {
        asked.push(data);
        port.postMessage({ ...stamp, type: 'answer', id: data.id, value: data.type });
      };
      port.postMessage({ ...stamp, type: 'ready' });
    },
  };
}

let wire: Wire;
afterEach(() => wire.close());

test('each request is asked once and answered, though an offer and a hello cross', async () => {
  const told: string[] = [];
  wire = new Wire(({ type }) => told.push(type));
  const frame = frameOf(wire);
  const first = wire.request('run', {});
  frame.load();
  expect(frame.offers).toHaveLength(1);
  // The frame had said hello before the first offer arrived.
  frame.hello();
  expect(frame.offers).toHaveLength(2);
  frame.take(frame.offers[0]);
  expect(await first).toBe('run');
  frame.hello();
  expect(await wire.request('pause', {})).toBe('pause');
  expect(frame.asked.map(({ type }) => type)).toEqual(['run', 'pause']);
  expect(told).toEqual(['ready']);
});

test('a frame that has loaded anew is asked what is not answered', async () => {
  wire = new Wire(() => {});
  const frame = frameOf(wire);
  frame.hello();
  const lost = frame.offers[0] as MessagePort;
  lost.postMessage({ ...stamp, type: 'ready' });
  const answer = wire.request('reset', {});
  frame.hello();
  frame.take(frame.offers[1]);
  expect(await answer).toBe('reset');
});

test('nothing is taken from other windows, and close refuses what waits', async () => {
  wire = new Wire(() => {});
  const frame = frameOf(wire);
  frame.hello({});
  frame.hello(null);
  expect(frame.offers).toEqual([]);
  const answer = wire.request('run', {});
  const refused = vi.fn();
  answer.catch(refused);
  wire.close();
  await vi.waitFor(() => expect(refused).toHaveBeenCalled());
  expect(refused.mock.calls[0]?.[0]).toMatchObject({ code: 'removed' });
  frame.hello();
  expect(frame.offers).toEqual([]);
});

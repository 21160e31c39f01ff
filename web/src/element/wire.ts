// SPDX-License-Identifier: MIT
import type {
  Answers,
  EventType,
  FrameMessage,
  Init,
  Refusal,
  Requests,
  RequestType,
} from '../host/protocol.ts';

/** The values of the protocol's constants, whose types check them. The script takes nothing else from it. */
const stamp = { ns: 'fall-line', v: 1 } as const satisfies Partial<Init>;

/** Why a frame did not do what it was asked to: `key` `rule`, and `value` does not keep to it. */
export class FallLineError extends Error implements Refusal {
  declare code: Refusal['code'];
  declare key: string;
  declare rule: string;
  declare value: string;

  constructor(refusal: Partial<Refusal>) {
    super(refusal.message);
    Object.assign(this, refusal);
    this.name = 'FallLineError';
  }
}

interface Waiting {
  message: object;
  resolve(value: unknown): void;
  reject(error: Error): void;
}

export type EventMessage = Extract<FrameMessage, { type: EventType }>;

/**
 * The requests to one frame. Those made before it listens wait for that. Messages are taken only from the
 * frame's own window and port.
 */
export class Wire {
  readonly #tell: (message: EventMessage) => void;
  #port: MessagePort | undefined;
  /** What was asked and not answered, in its order. */
  #waiting = new Map<number, Waiting>();
  #lastId = 0;
  #unlisten = (): void => {};
  /** Connects, if the frame is there. */
  #connect = (): void => {};

  constructor(tell: (message: EventMessage) => void) {
    this.#tell = tell;
  }

  /**
   * Connects to a frame when it says hello, which it does only as long as it has no port. A frame that nobody
   * sees waits for a message, so it gets a port when something is asked of it. `fit`: the frame gets the
   * height that its contents need.
   */
  listen(frame: HTMLIFrameElement, fit: boolean): void {
    const connect = (): void => {
      this.#connect = () => {};
      this.#port?.close();
      const { port1, port2 } = new MessageChannel();
      this.#port = port1;
      port1.onmessage = ({ data: message }) => this.#take(message);
      frame.contentWindow?.postMessage({ ...stamp, type: 'init', fit }, '*', [port2]);
      for (const { message } of this.#waiting.values()) port1.postMessage(message);
    };
    const take = ({ source, data }: MessageEvent): void => {
      if (source === frame.contentWindow && data?.ns === stamp.ns && data.type === 'hello')
        connect();
    };
    addEventListener('message', take);
    frame.onload = () => {
      if (this.#port) return;
      this.#connect = connect;
      if (this.#waiting.size > 0) connect();
    };
    this.#unlisten = () => {
      removeEventListener('message', take);
      frame.onload = null;
    };
  }

  request<T extends RequestType>(type: T, fields: Requests[T]): Promise<Answers[T]> {
    const id = ++this.#lastId;
    const message = { ...stamp, type, id, ...fields };
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { message, resolve: resolve as Waiting['resolve'], reject });
      if (this.#port) this.#port.postMessage(message);
      else this.#connect();
    });
  }

  /** Ends the connection. What still waits for an answer is told so. */
  close(): void {
    this.#unlisten();
    this.#port?.close();
    const message = 'The frame was removed before it answered.';
    for (const { reject } of this.#waiting.values())
      reject(new FallLineError({ code: 'removed', message }));
    this.#waiting.clear();
  }

  #take(message: FrameMessage): void {
    if (message.type !== 'answer') return this.#tell(message);
    const id = message.id as number;
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    if ('error' in message) waiting?.reject(new FallLineError(message.error));
    else waiting?.resolve(message.value);
  }
}

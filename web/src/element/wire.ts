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
  /** Offers a port, once the frame is there. */
  #offer = (): void => {};

  constructor(tell: (message: EventMessage) => void) {
    this.#tell = tell;
  }

  /**
   * Offers a port to a frame whenever it says hello. A frame that nobody sees waits for a message, so it is
   * offered one when something is asked of it. The frame takes the first and says so: an offer and a hello
   * may cross. `fit`: the frame gets the height that its contents need.
   */
  listen(frame: HTMLIFrameElement, fit: boolean): void {
    const offer = (): void => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = ({ data }) => {
        if (data.type === 'ready') this.#adopt(port1);
        if (port1 === this.#port) this.#take(data);
      };
      frame.contentWindow?.postMessage({ ...stamp, type: 'init', fit }, '*', [port2]);
    };
    const hear = ({ source, data }: MessageEvent): void => {
      if (source === frame.contentWindow && data?.ns === stamp.ns && data.type === 'hello') offer();
    };
    addEventListener('message', hear);
    frame.onload = () => {
      this.#offer = () => {
        this.#offer = () => {};
        offer();
      };
      if (this.#waiting.size > 0) this.#offer();
    };
    this.#unlisten = () => {
      removeEventListener('message', hear);
      frame.onload = null;
    };
  }

  request<T extends RequestType>(type: T, fields: Requests[T]): Promise<Answers[T]> {
    const id = ++this.#lastId;
    const message = { ...stamp, type, id, ...fields };
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { message, resolve: resolve as Waiting['resolve'], reject });
      if (this.#port) this.#port.postMessage(message);
      else this.#offer();
    });
  }

  /** Uses the port that a frame has taken. What an earlier one has not answered is asked again. */
  #adopt(port: MessagePort): void {
    this.#port?.close();
    this.#port = port;
    for (const { message } of this.#waiting.values()) port.postMessage(message);
  }

  /** Ends the connection. What still waits for an answer is told why. */
  close(
    code: Refusal['code'] = 'removed',
    message = 'The frame was removed before it answered.',
  ): void {
    this.#unlisten();
    this.#port?.close();
    for (const { reject } of this.#waiting.values()) reject(new FallLineError({ code, message }));
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

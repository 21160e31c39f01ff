// SPDX-License-Identifier: MIT
import { existsSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';

const dist = fileURLToPath(new URL('../../../web/dist', import.meta.url));
const types: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.wasm': 'application/wasm',
};

/** A server of the built site on an origin of its own, without CORS headers. */
export class BuiltSite {
  /** The Content-Security-Policy of every answer, unless empty. */
  policy = '';
  /** The files asked for, in order. */
  readonly asked: string[] = [];
  readonly #server: Server;

  constructor() {
    this.#server = createServer((request, response) => {
      const path = new URL(request.url ?? '', 'http://localhost').pathname;
      if (!/^\/[\w./-]+$/.test(path) || path.includes('..') || !existsSync(dist + path))
        return response.writeHead(404).end();
      this.asked.push(path);
      response.setHeader('content-type', types[extname(path)] ?? 'application/octet-stream');
      if (this.policy !== '') response.setHeader('content-security-policy', this.policy);
      return response.end(readFileSync(dist + path));
    });
  }

  /** Its origin, once it listens. */
  async open(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, resolve));
    return `http://localhost:${(this.#server.address() as AddressInfo).port}`;
  }

  close(): void {
    this.#server.close();
  }
}

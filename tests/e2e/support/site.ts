// SPDX-License-Identifier: MIT
import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const dist = fileURLToPath(new URL('../../../web/dist', import.meta.url));

const types: Record<string, string> = {
  '.css': 'text/css',
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
};

/** A plain server of static files below a path, as a host has it. */
export class Site {
  folder = dist;
  headers: Record<string, string> = {};
  readonly #server: Server;

  private constructor(under: string) {
    this.#server = createServer((request, response) => {
      const { pathname } = new URL(request.url ?? '', 'http://localhost');
      const rest = pathname.startsWith(under) ? pathname.slice(under.length) : '..';
      const file = join(
        this.folder,
        rest === '' || rest.endsWith('/') ? `${rest}index.html` : rest,
      );
      if (rest.includes('..') || !existsSync(file) || statSync(file).isDirectory())
        return response.writeHead(404).end();
      const type = types[extname(file)] ?? 'text/plain';
      response.writeHead(200, { ...this.headers, 'content-type': type });
      return response.end(readFileSync(file));
    });
  }

  static async below(under = '/'): Promise<Site & { address: string }> {
    const site = new Site(under);
    await new Promise<void>((resolve) => site.#server.listen(0, resolve));
    const { port } = site.#server.address() as AddressInfo;
    return Object.assign(site, { address: `http://localhost:${port}${under}` });
  }

  close(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }
}

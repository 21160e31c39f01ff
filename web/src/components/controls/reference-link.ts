// SPDX-License-Identifier: MIT
import { html, nothing } from 'lit';
import type { Component } from '../../../../wasm/types.ts';
import { type Kind, referenceAddress } from '../../catalog/reference.ts';
import { msg } from '../../language/message.ts';
import { wayHome } from '../../util/site.ts';

/**
 * A link to the page that explains a component, in a new tab, as the race would be lost in this one. A file
 * that does not know where the reference is has none.
 */
export function referenceLink(kind: Kind, { id, name }: Pick<Component, 'id' | 'name'>) {
  const address = atHome(referenceAddress(kind, id));
  if (address === undefined) return nothing;
  return html`<a
    href=${address}
    target="_blank"
    rel="noopener"
    aria-label=${msg('Reference of {name}', { name })}
    >${msg('Reference')}</a
  >`;
}

/** The address of a file of the site, or undefined where it is unknown. */
export function atHome(path: string): string | undefined {
  const way = wayHome();
  return way === undefined ? undefined : way + path;
}

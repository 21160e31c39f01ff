// SPDX-License-Identifier: MIT

/**
 * The page of the whole playground, for a link in a frame. From disk only the one in a single file works. What a
 * sandboxed frame opens is sandboxed too, and may not load modules.
 */
export function fullPage(protocol = location.protocol, origin = self.origin): string {
  if (protocol === 'file:') return 'playground.html';
  return origin === 'null' ? 'embed.html?ui=full' : 'index.html';
}

// SPDX-License-Identifier: MIT
/**
 * Tells the reader why the page's module does not start. plugins/unstarted.ts inlines this into the page
 * as a classic script, because the file with the module may never arrive.
 */

/** The texts of this script by language, each by its English text. The plugin puts them in. */
declare const earlyMessages: Readonly<Record<string, Readonly<Record<string, string>>>>;

(() => {
  const table = earlyMessages;
  const asked = [
    new URLSearchParams(location.search).get('lang') || '',
    ...(navigator.languages || []),
  ].map((tag) => tag.split('-')[0] || '');
  const tag = asked.filter((one) => one === 'en' || table[one])[0] || 'en';

  function say(english: string): string {
    return (table[tag] && table[tag][english]) || english;
  }

  const tooOld = say('It needs Chrome 98, Firefox 93, Safari 16.4 or newer.');

  /** Replaces the text that would appear later. That text is gone once the page has started. */
  function show(reason: string): void {
    const place = document.querySelector('.late');
    if (!place) {
      if (document.readyState === 'loading')
        document.addEventListener('DOMContentLoaded', () => show(reason));
      return;
    }
    const message = document.createElement('p');
    message.className = 'failure';
    message.setAttribute('role', 'alert');
    message.textContent = `${say('Fall Line could not start.')} ${reason}`;
    document.body.textContent = '';
    document.body.appendChild(message);
  }

  /** Why the script could not be loaded. Browsers don't tell a page what went wrong, nor reliably that it is offline. */
  function whyMissing(): string {
    if (location.protocol === 'file:')
      return say('This file needs a web server. Open playground.html instead, which needs none.');
    return `${say('One of its files could not be fetched. Check your connection and reload the page.')} ${say('If that does not help, the file is missing on the server.')}`;
  }

  /** Whether this is the page in a sandboxed frame, which may load only classic scripts from its server. */
  const isSandboxed = self.origin === 'null' && /^http/.test(location.protocol);

  /** Goes to the frame's own page, which needs no others, with the same race. */
  function goToFrame(): void {
    const query = new URLSearchParams(location.search);
    query.delete('hide');
    query.delete('ui');
    const asked = String(query);
    location.replace(`embed.html${asked && '?'}${asked}${location.hash}`);
  }

  document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => {
    const module = document.querySelector<HTMLScriptElement>('script[type=module]');
    const ours = blockedURI === 'inline' || blockedURI === module?.src;
    if (ours && /^script/.test(effectiveDirective))
      show(
        say(
          "The Content-Security-Policy of this site blocks its script. Authors: allow script-src 'self' and 'wasm-unsafe-eval'.",
        ),
      );
  });
  addEventListener(
    'error',
    ({ target, filename, message }) => {
      // A violation of a policy is reported later, and its text is more specific.
      if (target instanceof HTMLScriptElement)
        setTimeout(() => (isSandboxed ? goToFrame() : show(whyMissing())), 100);
      // Only this page's own errors, as browser extensions fail here too.
      else if (filename?.startsWith(location.href.replace(/[^/]*([?#].*)?$/, '')))
        show(`${tooOld} ${say('This browser reports:')} ${message}`);
    },
    true,
  );
  if (!('noModule' in HTMLScriptElement.prototype)) show(tooOld);
})();

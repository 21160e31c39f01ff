// SPDX-License-Identifier: MIT
import type { Plugin } from 'vite';

/** The parts of Emscripten's script that find and fetch the binary. `wasm/` always hands it a compiled one. */
const unused: readonly RegExp[] = [
  /if\(ENVIRONMENT_IS_WEB\|\|ENVIRONMENT_IS_WORKER\)\{if\(ENVIRONMENT_IS_WORKER\)\{scriptDirectory=[^]*?\}else\{\}(?=var out=)/,
  /var dataURIPrefix=[^]*?(?=function createWasm\(\))/,
  /function receiveInstantiationResult\([^]*?(?=if\(Module\["instantiateWasm"\]\))/,
  /instantiateAsync\(\)\.catch\(readyPromiseReject\);/,
];

/** Leaves out of the glue what is never called, a tenth of it. A first visit loads the rest. */
export const noLoading = (): Plugin => ({
  name: 'fall-line:no-loading',
  transform(code, id) {
    if (!/build\/wasm\/engine-float32\.js$/.test(id)) return undefined;
    return unused.reduce((rest, part) => {
      if (!part.test(rest))
        throw new Error(
          `The script of em++ has no ${part}. See how this Emscripten loads its binary, and adapt plugins/no-loading.ts.`,
        );
      return rest.replace(part, '');
    }, code);
  },
});

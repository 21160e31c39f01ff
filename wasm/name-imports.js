// SPDX-License-Identifier: MIT
/**
 * Names the imports of a linked engine by their order in the alphabet. The linker gives the shortest names to
 * what is called most often, which may differ between the precisions, but one glue script serves both.
 * usage: node wasm/name-imports.js engine.js engine.wasm
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { argv } from 'node:process';

const [glueFile, binaryFile] = argv.slice(2);
const importSection = 2;
const functionImport = 0;

const glue = readFileSync(glueFile, 'utf8');
const [table, entries] = glue.match(/(?<=asmLibraryArg={)([^}]*)(?=})/) ?? [];
if (entries === undefined)
  throw new Error(
    `${glueFile} has no table asmLibraryArg of imports. See how this Emscripten passes them, and adapt this file, or drop it if both precisions have the same names.`,
  );
const imports = entries
  .split(',')
  .map((entry) => entry.split(':').map((it) => it.replaceAll('"', '')));
const names = imports.map(([name]) => name).sort();
const renamed = new Map();
const inOrder = imports
  .toSorted(([, a], [, b]) => (a < b ? -1 : 1))
  .map(([name, called], index) => {
    renamed.set(name, names[index]);
    return `"${names[index]}":${called}`;
  });
const binary = readFileSync(binaryFile);
rename(binary);
writeFileSync(binaryFile, binary);
writeFileSync(
  glueFile,
  glue.replace(table, () => inOrder.join()),
);

/** Renames the functions that a binary imports, in place, since all names have one letter. */
function rename(bytes) {
  let at = 8;
  const byte = () => bytes[at++];
  const number = () => {
    let [value, shift] = [0, 0];
    for (let next = 128; next >= 128; shift += 7) {
      next = byte();
      value += (next & 127) * 2 ** shift;
    }
    return value;
  };
  while (byte() !== importSection) at = number() + at;
  number();
  for (let left = number(); left > 0; left--) {
    at = number() + at;
    const length = number();
    const name = bytes.toString('latin1', at, at + length);
    const next = renamed.get(name);
    if (next?.length !== length) throw new Error(`The import ${name} has no name of its length.`);
    bytes.write(next, at, 'latin1');
    at += length;
    if (byte() !== functionImport) throw new Error('Only functions are imported.');
    number();
  }
}

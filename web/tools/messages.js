// SPDX-License-Identifier: MIT
/**
 * npm run messages: lists what the languages in web/languages/ lack, have in excess, or have wrong. It needs the
 * engine's catalog, which `npm run build:engine` writes.
 *
 *     npm run messages -- page    all messages of the file page.json, in English, in the format of a language
 */
import { runnerImport } from 'vite';

const { module } = await runnerImport('./web/tools/messages.ts', {
  configFile: false,
});
const { allMessages, faultsIn, files, tags } = module;
const [asked] = process.argv.slice(2);
const all = allMessages();

if (asked !== undefined && !files.includes(asked)) {
  console.error(`The file must be one of ${files.join(', ')}. It is ${asked}.`);
  process.exit(1);
}

if (files.includes(asked)) {
  const entries = all[asked].map(({ text, one }) => [text, one ? { one, other: text } : text]);
  console.log(JSON.stringify(Object.fromEntries(entries), undefined, 2));
} else {
  for (const file of files) console.log(`${file}: ${all[file].length} messages`);
  for (const tag of tags)
    for (const file of files) {
      const faults = faultsIn(tag, file, all[file]);
      console.log(`\n${tag}/${file}.json: ${faults.length === 0 ? 'complete' : faults.length}`);
      for (const fault of faults) console.log(`  ${fault}`);
    }
}

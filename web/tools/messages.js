// SPDX-License-Identifier: MIT
/**
 * npm run messages: lists what the languages in web/languages/ lack, have in excess, have wrong, or still have in
 * English.
 *
 *     npm run messages -- page         all messages of the file page.json, in English, in the format of a language
 *     npm run messages -- --fill es    puts the English text where Spanish lacks one, to be translated by others
 */
import { parseArgs } from 'node:util';
import { runnerImport } from 'vite';

const { values, positionals } = parseArgs({
  options: { fill: { type: 'string' } },
  allowPositionals: true,
});
const { module } = await runnerImport('./web/tools/messages.ts', {
  configFile: false,
});
const { allMessages, catalogOf, faultsIn, files, fill, inEnglish, tags } = module;
const [asked] = positionals;

if (asked !== undefined && !files.includes(asked)) refuse('file', files, asked);
else if (values.fill !== undefined && !tags.includes(values.fill))
  refuse('language', tags, values.fill);
else if (asked !== undefined) print(asked);
else {
  if (values.fill !== undefined) fill(values.fill);
  list();
}

function refuse(what, known, given) {
  console.error(`The ${what} must be one of ${known.join(', ')}. It is ${given}.`);
  process.exitCode = 1;
}

function print(file) {
  const entries = allMessages()[file].map(({ text, one }) => [
    text,
    one ? { one, other: text } : text,
  ]);
  console.log(JSON.stringify(Object.fromEntries(entries), undefined, 2));
}

function list() {
  const all = allMessages();
  for (const file of files) console.log(`${file}: ${all[file].length} messages`);
  for (const tag of tags)
    for (const file of files) {
      const faults = faultsIn(tag, file, all[file]);
      console.log(`\n${tag}/${file}.json: ${faults.length === 0 ? 'complete' : faults.length}`);
      for (const fault of faults) console.log(`  ${fault}`);
      const english = inEnglish(catalogOf(tag, file));
      if (english.length > 0) console.log('  Still in English. Ask for a translation:');
      for (const text of english) console.log(`    ${text}`);
    }
}

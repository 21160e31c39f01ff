// SPDX-License-Identifier: MIT
/** Rules for the texts that readers see: short sentences, usual words, plain word order. */

/** The most words in a sentence. */
export const longest = 25;

/** Phrases to avoid, and what to write instead. */
const phrases: readonly [pattern: RegExp, instead: string][] = [
  [/\bwhose\b/i, 'two sentences, or "with"'],
  [/\bof which\b/i, 'two sentences'],
  [/\b(so that|to|as) who(ever)?\b/i, 'name who it is'],
  [/\b(whoever|everybody|nobody|anybody)\b/i, '"every racer", "no racer"'],
  [/(^|[.:;,] )who (needs|has|asks|stops|names)\b/i, 'name who it is'],
  [/\bfor ever\b/i, '"forever"'],
  [/\bover-fit/i, '"overfitting"'],
  [/\bany more\b(?! \w+ than)/i, '"no longer"'],
  [
    /\bnot (un(usual|common|like|likely|known)|infrequent|impossible|without)\b/i,
    'no double negative',
  ],
  [
    /\b(can't|cannot|can not|doesn't|don't|isn't|never|nothing|no) (\w+ ){0,2}(without|unless)\b/i,
    'no double negative',
  ],
  [/\b(is|are) called so\b|, or does so\b/i, 'name it'],
  [/\bas (it|they) stands?\b/i, 'say what was changed'],
  [/\b(very same|ever so|nought|thereof|therein|whereof|hence|dawdles?)\b/i, 'everyday words'],
  [/\b(gradient|square|factor) memory\b/i, '"momentum", "decay of squared gradients"'],
  [/\bwhose form\b|\blegal\b/i, '"variant", "allowed values"'],
  [/\bsmall against large\b/i, '"small versus large"'],
  [
    /\b(they run|runs?) freely\b|\bfreely, by time\b|^in step\b/i,
    '"at its own speed", "step by step"',
  ],
  [/\bgoes? on for as long\b/i, '"continues for the same length"'],
  [/\b(comes|goes) down to\b/i, '"reaches"'],
  [/\bthe bend of\b/i, '"nonlinearity"'],
  [/\bdownhill to both sides\b|\bfor their start at zero\b/i, 'say it plainly'],
  [/\bother bits than\b|\bgives them to all\b/i, 'say it plainly'],
  [/\bas the race needs\b|\bown batch size\b|\brate over the race\b/i, 'the usual term'],
  [/\bgrey lines of the last race\b/i, '"previous race"'],
  [/\bnowhere: /i, '"works everywhere"'],
];

/** The number of words. A number counts as one, also with grouped digits. Symbols don't count. */
const wordsIn = (sentence: string): number =>
  sentence.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;

/** A sentence ends at a full stop before a capital or the end of a line, so not at `e.g.` or in `1.13`. */
export function sentencesOf(text: string): string[] {
  return text
    .split(/\n+|(?<=[.!?…]["”’)]?)\s+(?=["“‘(]?[\p{Lu}\p{N}])/u)
    .map((sentence) => sentence.replace(/\s+/g, ' ').trim())
    .filter((sentence) => sentence !== '');
}

/** All violations of the rules in a text, each with its sentence. */
export function faults(text: string, { most = longest, semicolons = false } = {}): string[] {
  return sentencesOf(text).flatMap((sentence) => {
    const words = wordsIn(sentence);
    return [
      ...(words > most ? [`${words} words: ${sentence}`] : []),
      ...(!semicolons && /\w[)"”’]?;\s/.test(sentence)
        ? [`a full stop for the semicolon: ${sentence}`]
        : []),
      ...phrases.flatMap(([pattern, instead]) => {
        const [found] = pattern.exec(sentence) ?? [];
        return found === undefined ? [] : [`"${found.trim()}" (${instead}): ${sentence}`];
      }),
    ];
  });
}

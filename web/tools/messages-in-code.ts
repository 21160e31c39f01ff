// SPDX-License-Identifier: MIT
/** Finds the messages of the page's sources: the literal texts of msg, plural, rich, phrase and
 * marked, and of what pages say before their language is loaded. */
import ts from 'typescript';

/** A message by its English text. One that depends on a number also has its form for 1. */
export interface Message {
  text: string;
  one?: string;
}

const translating = new Set([
  'msg',
  'rich',
  'marked',
  'plural',
  'phrase',
  'say',
  'inAllLanguages',
  'inOtherLanguages',
]);

/** The name of the function that a call translates with, or undefined for any other call. */
export function translates(node: ts.Node): string | undefined {
  if (!ts.isCallExpression(node) || !ts.isIdentifier(node.expression)) return undefined;
  return translating.has(node.expression.text) ? node.expression.text : undefined;
}

/** The messages of a source, or of the last script in a page, in their order. `msg` and `rich` may have other arguments, which are marked elsewhere. */
export function messagesInCode(code: string): Message[] {
  const found: Message[] = [];
  const visit = (node: ts.Node): void => {
    const name = translates(node);
    if (name !== undefined) {
      const [first, second, third] = (node as ts.CallExpression).arguments.map(literalsOf);
      if (name !== 'plural') found.push(...(first ?? []).map((text) => ({ text })));
      else if (second?.[0] !== undefined && third?.[0] !== undefined)
        found.push({ text: third[0], one: second[0] });
      else throw new Error(`Both forms of a plural must be literal texts: ${node.getText()}`);
      if (name === 'marked' && first?.length === 0)
        throw new Error(`Only literal texts can be marked: ${node.getText()}`);
    }
    ts.forEachChild(node, visit);
  };
  const script = /.*<script type="module">([^]*)<\/script>/s.exec(code)?.[1] ?? code;
  visit(ts.createSourceFile('page.ts', script, ts.ScriptTarget.Latest, true));
  return found;
}

/** The texts that an argument can be: a literal, or a choice between some. None if it is anything else. */
function literalsOf(node: ts.Expression): string[] {
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return [node.text];
  if (ts.isParenthesizedExpression(node)) return literalsOf(node.expression);
  if (ts.isConditionalExpression(node))
    return [...literalsOf(node.whenTrue), ...literalsOf(node.whenFalse)];
  return [];
}

// SPDX-License-Identifier: MIT
/** Finds the texts that readers see in the sources of the page. */
import ts from 'typescript';

/** Stands for an interpolated value. */
const value = 'X';

/** The name of a value in a message. */
const placeholder = /\{\w+\}/g;

/** Attributes that are shown or read aloud. */
const spoken =
  /\b(aria-label|aria-description|title|alt|placeholder|label|content)=("[^"]*"|'[^']*'|X)/g;

/** Tags within a sentence. */
const inline = /<\/?(a|b|i|em|strong|code|span|sub|sup|kbd)\b[^>]*>/g;

/** All texts in markup, one per line. */
export function textsInMarkup(markup: string): string[] {
  const plain = markup
    .replace(/<!--[^]*?-->/g, '')
    .replace(/<(style|script)\b[^]*?<\/\1\s*>/g, '\n');
  const attributes = [...plain.matchAll(spoken)].map(([, , quoted = '']) => quoted.slice(1, -1));
  const content = plain
    .replace(inline, ' ')
    .replace(/<[^>]*>/g, '\u0000')
    .split('\u0000');
  return [...attributes, ...content.map(oneLine)].filter((text) => /\p{L}/u.test(text));
}

const oneLine = (text: string): string =>
  text
    .replace(/&\w+;/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/ (?=[.,:!?)])/g, '')
    .trim();

/** All texts that a TypeScript file may show: markup in templates, and strings of words. */
export function textsInCode(code: string): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return;
    if (ts.isTaggedTemplateExpression(node)) {
      const tag = node.tag.getText();
      if (tag === 'css') return;
      found.push(...textsInMarkup(templateText(node.template)));
      if (ts.isTemplateExpression(node.template))
        for (const span of node.template.templateSpans) visit(span.expression);
      return;
    }
    if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) found.push(node.text);
    if (ts.isTemplateExpression(node)) found.push(templateText(node));
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile('page.ts', code, ts.ScriptTarget.Latest, true));
  return found
    .flatMap((text) => (/<\w+[^>]*>/.test(text) ? textsInMarkup(text) : text))
    .map((text) => text.replace(placeholder, value))
    .filter(isProse);
}

export function templateText(template: ts.TemplateLiteral): string {
  if (ts.isNoSubstitutionTemplateLiteral(template)) return template.text;
  const spans = template.templateSpans.map(({ literal }) => value + literal.text);
  return template.head.text + spans.join('');
}

/** Whether a string has at least two words and no characters that occur only in code. */
export const isProse = (text: string): boolean =>
  /\p{L}{2,}[.,;:!?]?\s+.*\p{L}{2,}/u.test(text) && !/[{}]|=>|\\|::|^[a-z-]+: ?\S+;/.test(text);

/** The paragraphs, list items and table cells of Markdown. Code counts as a word. */
export function textsInMarkdown(markdown: string): string[] {
  return markdown
    .replace(/```[^]*?```/g, '\n\n')
    .replace(/!\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/`[^`]*`/g, 'Code')
    .split(/\n\s*\n|\n(?=[-*|#\d])|\|/)
    .map((text) => oneLine(text.replace(/^[-*#\s]+|^\d+\.\s/, '')))
    .filter((text) => /\p{L}/u.test(text));
}

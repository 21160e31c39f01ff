// SPDX-License-Identifier: MIT
/** Finds texts in the sources of the page that are no messages, so no language can translate them. */
import ts from 'typescript';
import { translates } from '../../../web/tools/messages-in-code.ts';
import { isProse, templateText, textsInMarkup } from './strings.ts';

/** Words of templates and strings that look like a text and are in no message. */
export function unmarkedTexts(code: string): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (isForPrograms(node)) return;
    if (ts.isTaggedTemplateExpression(node)) {
      if (node.tag.getText() !== 'css') {
        const texts = textsInMarkup(templateText(node.template));
        found.push(...texts.filter((text) => hasWord(withoutValues(text))));
        spansOf(node.template).forEach(visit);
      }
      return;
    }
    if (ts.isStringLiteralLike(node) && isText(node.text)) found.push(node.text);
    if (ts.isTemplateExpression(node) && isText(templateText(node))) found.push(templateText(node));
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile('page.ts', code, ts.ScriptTarget.Latest, true));
  return found;
}

const spansOf = (template: ts.TemplateLiteral): ts.Expression[] =>
  ts.isTemplateExpression(template)
    ? template.templateSpans.map(({ expression }) => expression)
    : [];

/** Without the letters that stand for values. */
const withoutValues = (text: string): string => text.replace(/X/g, '').trim();

const hasWord = (text: string): boolean => /\p{L}{2}/u.test(text);

/** Several words, or one with a capital as labels have, or one beside a value. */
const isText = (text: string): boolean => {
  const own = withoutValues(text);
  if (!hasWord(own) || /[<>]|^\(.*\)$|^https?:|^([X\d]+ )?\d+px /.test(text.trim())) return false;
  return (
    isProse(text) || /^\p{Lu}\p{Ll}+[.:…]?$/u.test(own) || /\p{Ll}{2}:? X|X \p{Ll}{2}/u.test(text)
  );
};

/** Functions that take selectors. */
const selecting = /\b(matches|closest|querySelector(All)?)(<.*>)?$/;

/** Whether a node is a message, or what no reader sees: errors, selectors, types, imports, names of properties. */
function isForPrograms(node: ts.Node): boolean {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node) || ts.isTypeNode(node))
    return true;
  if (ts.isCallExpression(node))
    return isMessage(node) || /^console\./.test(node.expression.getText()) || isSelection(node);
  if (ts.isNewExpression(node)) return /Error$/.test(node.expression.getText());
  if (!ts.isStringLiteralLike(node)) return false;
  const { parent } = node;
  return (
    ts.isBinaryExpression(parent) ||
    (ts.isPropertyName(node) && ts.isPropertyAssignment(parent) && parent.name === node)
  );
}

const isSelection = ({ expression }: ts.CallExpression): boolean =>
  selecting.test(expression.getText());

/** Whether a call is a message whose values have no texts of their own. */
function isMessage(node: ts.CallExpression): boolean {
  const values = node.arguments.slice(translates(node) === 'plural' ? 3 : 1);
  return translates(node) !== undefined && values.every((value) => !/['"`]/.test(value.getText()));
}

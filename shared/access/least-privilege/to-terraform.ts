import type { AllowPolicy, AllowStatement } from './policy-statements.ts';

/** A policy as Terraform writes it: a document and a managed policy made of it. */
export function toTerraform({ Statement }: AllowPolicy, name: string): string {
  return [
    'data "aws_iam_policy_document" "bedrock_least_privilege" {',
    ...Statement.flatMap((statement, index) => [...(index === 0 ? [] : ['']), ...block(statement)]),
    '}',
    '',
    'resource "aws_iam_policy" "bedrock_least_privilege" {',
    `  name   = ${hclText(name)}`,
    '  policy = data.aws_iam_policy_document.bedrock_least_privilege.json',
    '}',
    '',
  ].join('\n');
}

function block({ Sid, Action, Resource, Condition = {} }: AllowStatement): readonly string[] {
  return [
    '  statement {',
    `    sid    = ${hclText(Sid)}`,
    '    effect = "Allow"',
    '',
    ...list('    actions', Action),
    ...list('    resources', Resource),
    ...Object.entries(Condition).flatMap(([operator, keys]) =>
      Object.entries(keys).flatMap(([key, values]) => [
        '',
        '    condition {',
        `      test     = ${hclText(operator)}`,
        `      variable = ${hclText(key)}`,
        ...list('      values', values),
        '    }',
      ]),
    ),
    '  }',
  ];
}

function list(name: string, values: readonly string[]): readonly string[] {
  const indent = name.replace(/\S.*$/, '');
  return [`${name} = [`, ...values.map((value) => `${indent}  ${hclText(value)},`), `${indent}]`];
}

/** A quoted text of HCL, in which `${` and `%{` would begin a template. (Terraform, "Strings and Templates".) */
export function hclText(text: string): string {
  const escaped = text.replace(/[\\"\n\r\t]/g, (letter) => ESCAPES[letter] ?? letter);
  return `"${escaped.replace(/([$%])\{/g, '$1$1{')}"`;
}

const ESCAPES: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  '"': '\\"',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
};

import type { AllowPolicy } from './policy-statements.ts';

/**
 * A policy as a CloudFormation template in YAML, one managed policy. Texts are quoted as in JSON, which
 * YAML reads alike; there is no `Fn::Sub`, so that `${` is those characters.
 */
export function toCloudFormation(policy: AllowPolicy, name: string): string {
  const template = {
    AWSTemplateFormatVersion: '2010-09-09',
    Resources: {
      BedrockLeastPrivilege: {
        Type: 'AWS::IAM::ManagedPolicy',
        Properties: { ManagedPolicyName: name, PolicyDocument: policy },
      },
    },
  };
  return `${lines(template).join('\n')}\n`;
}

/** A value as lines of YAML. */
function lines(value: unknown): readonly string[] {
  if (Array.isArray(value)) {
    const items: readonly unknown[] = value;
    if (items.length === 0) return ['[]'];
    return items.flatMap((item) =>
      lines(item).map((line, index) => `${index === 0 ? '- ' : '  '}${line}`),
    );
  }
  if (typeof value !== 'object' || value === null) return [JSON.stringify(value)];
  return Object.entries(value).flatMap(([name, member]) => {
    const below = lines(member);
    const key = /^[A-Za-z][A-Za-z0-9]*$/.test(name) ? name : JSON.stringify(name);
    const isInline = typeof member !== 'object' || below[0] === '[]';
    return isInline ? [`${key}: ${below[0]}`] : [`${key}:`, ...below.map((line) => `  ${line}`)];
  });
}

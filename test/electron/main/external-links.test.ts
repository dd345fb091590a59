import { describe, expect, it } from 'vitest';
import { externalLink } from '../../../electron/main/external-links.ts';
import { RULES } from '../../../shared/rules/index.ts';

describe('externalLink', () => {
  it.each([
    'https://docs.aws.amazon.com/bedrock/latest/userguide/guardrails.html#a',
    'https://eu-west-1.console.aws.amazon.com/bedrock/home',
    'https://console.aws.amazon.com/iam/home',
  ])('allows %s', (address) => {
    expect(externalLink(address)).toBe(address);
  });

  it.each([
    'http://docs.aws.amazon.com/',
    'https://docs.aws.amazon.com.evil.example/',
    'https://evil.example/docs.aws.amazon.com',
    'https://user:pass@docs.aws.amazon.com/',
    'https://docs.aws.amazon.com:8443/',
    'https://evil.console.aws.amazon.com/',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'ms-msdt:/id',
    'assay://app/',
    'not an address',
    '',
  ])('refuses %j', (address) => {
    expect(externalLink(address)).toBeNull();
  });

  it.each(RULES.map((rule) => [rule.id, rule.references] as const))(
    'opens every reference of %s',
    (_, references) => {
      expect(references.filter((address) => externalLink(address) === null)).toEqual([]);
    },
  );
});

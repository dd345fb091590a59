import { describe, expect, it } from 'vitest';
import { redactText, redactValue } from '../../../electron/backend/redact.ts';

const SECRET_KEY = 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY';
const SESSION = `IQoJb3JpZ2luX2VjEJr//////////${'wEaCXVzLWVhc3QtMSJHMEUCIQ'.repeat(3)}==`;

const secrets: readonly (readonly [string, string, string])[] = [
  ['long-term key id', 'key AKIAIOSFODNN7EXAMPLE used', 'IOSFODNN7EXAMPLE'],
  ['temporary key id', 'ASIAY34FZKBOKMUTVV7A', 'Y34FZKBOKMUTVV7A'],
  ['secret key alone', `secret is ${SECRET_KEY}.`, SECRET_KEY],
  ['secret key in ini', `aws_secret_access_key = ${SECRET_KEY}`, SECRET_KEY],
  ['secret key in JSON', `{"SecretAccessKey":"${SECRET_KEY}"}`, SECRET_KEY],
  ['short secret in ini', 'aws_secret_access_key=test-secret', 'test-secret'],
  ['session token', `token ${SESSION} end`, SESSION.slice(20, 60)],
  ['session token field', '"SessionToken": "abcdEFGH1234"', 'abcdEFGH1234'],
  ['bearer header', 'authorization: Bearer abc.def-ghi_123', 'abc.def-ghi_123'],
  ['Bedrock long-term API key', `ABSK${'QmVkcm9ja0FQSUtleS0'.repeat(3)}=`, 'QmVkcm9ja0FQSUtleS0'],
  ['Bedrock short-term API key', 'bedrock-api-key-YmVkcm9jay5hbWF6b25hd3M=', 'YmVkcm9jay5hbWF6'],
  ['presigned URL', 'https://b.s3.amazonaws.com/k?X-Amz-Signature=0123abcd&x=1', '0123abcd'],
  ['presigned token', 'https://h/?X-Amz-Security-Token=zzTop%2Fyy', 'zzTop'],
  ['encoded presigned URL', 'u=X-Amz-Credential%3DmeMyself', 'meMyself'],
  ['SigV4 header', 'AWS4-HMAC-SHA256 Credential=me/20261120, Signature=deadbeef', 'deadbeef'],
  ['page token', 'http://127.0.0.1:4000/#token=a1b2c3d4', 'a1b2c3d4'],
  ['token header', "'x-assay-token': 'a1b2c3d4e5'", 'a1b2c3d4e5'],
  ['password in a URL', 'proxy http://me:hunter22@proxy:8080/', 'hunter22'],
];

const plain: readonly string[] = [
  'arn:aws:iam::111122223333:role/AssayReader',
  'arn:aws:bedrock:eu-west-1::foundation-model/anthropic.claude-sonnet-5-5',
  'sha1 2fd4e1c67a2d28fced849ee1bb76e7391b93eb12',
  'sha256 e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  'principal AROAEXAMPLEID:session',
  'inputTokens: 1200, outputTokens: 20',
  '4f2b6d2e-8a4d-4a0b-9e7e-0a9d5b2d1c11',
  'NextToken page 3 of ListGuardrails',
];

describe('redactText', () => {
  it.each(secrets)('hides a %s', (_, text, secret) => {
    const redacted = redactText(text);
    expect(redacted).not.toContain(secret);
    expect(redacted).toContain('[redacted]');
  });

  it.each(plain)('leaves %s', (text) => {
    expect(redactText(text)).toBe(text);
  });
});

describe('redactValue', () => {
  it('hides fields by name, at any depth, and keeps counts', () => {
    const value = redactValue({
      credentials: { secretAccessKey: 'x', accessKeyId: 'y' },
      nested: [{ sessionToken: 'short', inputTokens: 12, bearerToken: true }],
      prompt: 'the whole prompt',
    });
    expect(value).toEqual({
      credentials: '[redacted]',
      nested: [{ sessionToken: '[redacted]', inputTokens: 12, bearerToken: true }],
      prompt: '[not logged]',
    });
  });

  it('follows causes of errors and survives cycles', () => {
    const cyclic: Record<string, unknown> = {};
    cyclic.self = cyclic;
    const error = new Error(`refused ${SECRET_KEY}`, { cause: new Error('Bearer abcdefgh') });
    const text = JSON.stringify(redactValue({ error, cyclic, big: 12n }));
    expect(text).not.toContain(SECRET_KEY);
    expect(text).not.toContain('abcdefgh');
    expect(text).toContain('"big":"12"');
  });
});

import { expect, test } from 'vitest';
import { connectionInput } from '../../../shared/api/schemas.ts';

const connection = { label: 'Prod', regions: ['eu-west-1'] };

test.each([
  ['https://bedrock.example.com', true],
  ['http://127.0.0.1:5000/path@1', true],
  ['http://user:secret@127.0.0.1:5000', false],
  ['https://token@example.com/', false],
  ['ftp://example.com', false],
])('an endpoint %s is taken: %s', (endpointUrl, taken) => {
  expect(connectionInput.safeParse({ ...connection, endpointUrl }).success).toBe(taken);
});

import { expect, test } from 'vitest';
import { callsByCaller } from '../../../shared/rules/traffic.ts';
import { observed } from './builders.ts';

test('a permission set is named as people know it', () => {
  const principalArn =
    'arn:aws:iam::1:role/aws-reserved/sso.amazonaws.com/AWSReservedSSO_Dev_3f9d1c7be2a40586';
  expect(callsByCaller([observed({ calls: 7, principalArn })])).toContain('by Dev (SSO) (7)');
});

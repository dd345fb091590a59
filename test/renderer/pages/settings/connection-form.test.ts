import { expect, test } from 'vitest';
import {
  type ConnectionForm,
  checkConnection,
} from '../../../../renderer/pages/settings/connection-form.ts';

const FORM: ConnectionForm = {
  profile: 'audit',
  label: 'Audit',
  regions: ['us-east-1'],
  roleArn: '',
  endpointUrl: '',
};

test('a profile with Regions is enough', () => {
  expect(checkConnection(FORM)).toEqual({
    ok: true,
    input: { label: 'Audit', profile: 'audit', regions: ['us-east-1'] },
  });
});

test('role and endpoint go along, trimmed; no profile means the default chain', () => {
  const checked = checkConnection({
    ...FORM,
    profile: '',
    roleArn: ' arn:aws:iam::111122223333:role/audit ',
    endpointUrl: ' http://127.0.0.1:5000 ',
  });
  expect(checked).toEqual({
    ok: true,
    input: {
      label: 'Audit',
      regions: ['us-east-1'],
      roleArn: 'arn:aws:iam::111122223333:role/audit',
      endpointUrl: 'http://127.0.0.1:5000',
    },
  });
});

test.each<readonly [Partial<ConnectionForm>, readonly string[]]>([
  [{ label: ' ' }, ['label']],
  [{ label: 'x'.repeat(81) }, ['label']],
  [{ regions: [] }, ['regions']],
  [{ regions: ['Ireland'] }, ['regions']],
  [{ roleArn: 'role/audit' }, ['roleArn']],
  [{ endpointUrl: 'ftp://x' }, ['endpointUrl']],
  [{ label: '', regions: [] }, ['label', 'regions']],
])('%o is refused at its fields', (change, fields) => {
  const checked = checkConnection({ ...FORM, ...change });
  expect(checked.ok ? [] : Object.keys(checked.errors)).toEqual(fields);
});

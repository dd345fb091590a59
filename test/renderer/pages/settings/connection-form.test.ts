import { expect, test } from 'vitest';
import {
  type ConnectionForm,
  checkConnection,
  formOfConnection,
  standsBeside,
} from '../../../../renderer/pages/settings/connection-form.ts';
import type { Connection } from '../../../../shared/api/answers.ts';

const FORM: ConnectionForm = {
  profile: 'audit',
  label: 'Audit',
  regions: ['us-east-1'],
  roleArn: '',
  organizationRole: '',
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
  [{ organizationRole: 'arn:aws:iam::111122223333:role/audit' }, ['organizationRole']],
  [{ organizationRole: 'AssayReader' }, ['organizationRole']],
  [{ label: '', regions: [] }, ['label', 'regions']],
])('%o is refused at its fields', (change, fields) => {
  const checked = checkConnection({ ...FORM, ...change });
  expect(checked.ok ? [] : Object.keys(checked.errors)).toEqual(fields);
});

test('codes that are no Regions are named', () => {
  const checked = checkConnection({ ...FORM, regions: ['eu-west-1', 'mars-1'] });
  const regions = 'mars-1 is no Region code. Write it as AWS does, as in eu-west-1.';
  expect(checked).toEqual({ ok: false, errors: { regions } });
});

const PATTERN = 'arn:aws:iam::{account}:role/path/AssayReader';

test('an organisation is named by the role in each of its accounts', () => {
  const checked = checkConnection({ ...FORM, organizationRole: ` ${PATTERN} ` });
  expect(checked).toMatchObject({ ok: true, input: { organizationRole: PATTERN } });
});

const OLD: Connection = {
  id: 'c1',
  label: 'Audit',
  profile: 'audit',
  roleArn: null,
  regions: ['us-east-1'],
  endpointUrl: null,
  accountId: '111122223333',
  organization: { rolePattern: PATTERN, accounts: [] },
};

test('a connection that is changed comes with all it has', () => {
  expect(formOfConnection(OLD)).toEqual({ ...FORM, organizationRole: PATTERN });
});

test.each<readonly [Partial<ConnectionForm>, boolean]>([
  [{ regions: ['eu-west-1'], label: 'Other', organizationRole: '' }, false],
  [{ profile: '' }, true],
  [{ roleArn: 'arn:aws:iam::111122223333:role/audit' }, true],
  [{ endpointUrl: 'http://127.0.0.1:5000' }, true],
])('changed by %o it stands beside the old one: %s', (change, beside) => {
  const checked = checkConnection({ ...formOfConnection(OLD), ...change });
  expect(checked.ok && standsBeside(checked.input, OLD)).toBe(beside);
});

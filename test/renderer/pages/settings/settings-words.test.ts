import { expect, test } from 'vitest';
import { withApproval } from '../../../../renderer/pages/settings/approvals.ts';
import { withProfile } from '../../../../renderer/pages/settings/connection-form.ts';
import {
  credentialsInWords,
  inputOfConnection,
} from '../../../../renderer/pages/settings/connection-input.ts';
import { coverageSentence } from '../../../../renderer/pages/settings/coverage-words.ts';
import { folderBeside, folderProblem } from '../../../../renderer/pages/settings/folders.ts';
import { regionsProblem } from '../../../../renderer/pages/settings/regions.ts';
import type { Connection } from '../../../../shared/api/answers.ts';
import { connectionInput } from '../../../../shared/api/schemas.ts';

test.each([
  ['/home/ada/assay/demo', '/home/ada/assay/mine'],
  ['C:\\Users\\ada\\assay\\demo', 'C:\\Users\\ada\\assay\\mine'],
  ['demo', 'mine'],
  ['/home/ada/assay/demo/demo-2026-11-20', '/home/ada/assay/workspaces/mine'],
])('beside %s is %s', (folder, beside) => {
  expect(folderBeside(folder, 'mine')).toBe(beside);
});

test.each([
  ['/home/ada', true],
  [' /home/ada ', true],
  ['C:\\assay', true],
  ['D:/assay', true],
  ['\\\\server\\share', true],
  ['', false],
  ['assay', false],
  ['~/assay', false],
])('folder "%s" can be tried: %s', (folder, usable) => {
  expect(folderProblem(folder) === null).toBe(usable);
});

test('approving adds once, disapproving removes; models that are gone stay approved', () => {
  expect(withApproval(['gone', 'b'], 'a', true)).toEqual(['a', 'b', 'gone']);
  expect(withApproval(['a', 'b'], 'a', true)).toEqual(['a', 'b']);
  expect(withApproval(['a', 'b'], 'a', false)).toEqual(['b']);
  expect(withApproval(['b'], 'a', false)).toEqual(['b']);
});

test('disapproving a model removes it in every spelling', () => {
  const approved = ['us.amazon.nova-pro-v1:0', 'amazon.nova-pro-v1:0', 'amazon.nova-lite-v1:0'];
  expect(withApproval(approved, 'amazon.nova-pro-v1:0', false)).toEqual(['amazon.nova-lite-v1:0']);
});

const NONE = { denied: 0, failed: 0, partial: 0, unavailable: 0, collected: 0 };

test.each([
  [{ collected: 2 }, '2 of 2 read.'],
  [{ collected: 1, denied: 1, failed: 2 }, '1 of 4 read; 1 denied, 2 failed.'],
  [
    { collected: 1400, partial: 3, unavailable: 4 },
    '1,403 of 1,407 read; 3 of them in part, 4 not offered there.',
  ],
])('%o in words', (counts, sentence) => {
  expect(coverageSentence({ ...NONE, ...counts })).toBe(sentence);
});

const FORM = {
  profile: '',
  label: '',
  regions: [],
  roleArn: '',
  organizationRole: '',
  endpointUrl: '',
};
const PROFILE = { name: 'audit', region: 'eu-west-1', endpointUrl: 'http://127.0.0.1:5000' };

test('a profile fills what is empty and leaves what was chosen', () => {
  expect(withProfile(FORM, 'audit', PROFILE)).toEqual({
    ...FORM,
    profile: 'audit',
    label: 'audit',
    regions: ['eu-west-1'],
    endpointUrl: 'http://127.0.0.1:5000',
  });
  const chosen = { ...FORM, label: 'Mine', regions: ['us-east-1'] };
  expect(withProfile(chosen, 'audit', { ...PROFILE, endpointUrl: null })).toEqual({
    ...chosen,
    profile: 'audit',
  });
});

test('a name that came from a profile follows the next one', () => {
  const first = withProfile(FORM, 'audit', PROFILE);
  expect(withProfile(first, 'prod', { ...PROFILE, name: 'prod' }).label).toBe('prod');
});

const CONNECTION: Connection = {
  id: 'c1',
  label: 'Audit',
  profile: null,
  roleArn: null,
  regions: ['us-east-1'],
  endpointUrl: null,
  accountId: null,
  organization: null,
};
const ROLE = 'arn:aws:iam::111122223333:role/audit';

test.each<readonly [Partial<Connection>, string]>([
  [{}, 'default credential chain'],
  [{ profile: 'audit' }, 'profile audit'],
  [{ profile: 'audit', roleArn: ROLE }, `profile audit, as ${ROLE}`],
  [{ endpointUrl: 'http://127.0.0.1:5000' }, 'default credential chain, at http://127.0.0.1:5000'],
])('%o has words for its credentials, and the contract takes it for a test', (change, words) => {
  const connection = { ...CONNECTION, ...change };
  expect(credentialsInWords(connection)).toBe(words);
  expect(connectionInput.safeParse(inputOfConnection(connection)).success).toBe(true);
});

test('the keys of the demo are its own, not those of the default chain', () => {
  const demo = { ...CONNECTION, profile: null, endpointUrl: 'http://127.0.0.1:5000' };
  expect(credentialsInWords(demo, true)).toBe(
    'made for the demo, of no use to AWS, at http://127.0.0.1:5000',
  );
  expect(credentialsInWords(demo)).toBe('default credential chain, at http://127.0.0.1:5000');
});

test.each([
  [[], null],
  [['eu-west-1', 'us-gov-east-1'], null],
  [['eusc-de-east-1'], null],
  [['mars-1'], 'mars-1 is no Region code. Write it as AWS does, as in eu-west-1.'],
  [['EU', 'eu-west-1', 'x'], 'EU, x are no Region codes. Write it as AWS does, as in eu-west-1.'],
])('codes %j: %s', (codes, problem) => {
  expect(regionsProblem(codes)).toBe(problem);
});

import { expect, test } from 'vitest';
import { personOfEvent, personWords } from '../../../../renderer/pages/audit/caller-words.ts';
import type { EventRow } from '../../../../shared/api/answers.ts';
import { allEvents } from '../../../helpers/fixture/audit.ts';

const ROLE = 'arn:aws:iam::111122223333:role/service-role/SageMakerNotebooks';
const CENTER =
  'arn:aws:iam::111122223333:role/aws-reserved/sso.amazonaws.com/AWSReservedSSO_Dev_0123456789abcdef';

const CASES: readonly (readonly [string, Partial<EventRow>, string | null])[] = [
  [
    'a source identity behind a session that is named like all others',
    { principalArn: ROLE, sessionName: 'SageMaker', sourceIdentity: 'ines' },
    'ines (source identity, as whoever began the session said)',
  ],
  [
    'Identity Center first',
    { principalArn: CENTER, sessionName: 'ada@acme.example', sourceIdentity: 'ines' },
    'ada@acme.example (user of IAM Identity Center)',
  ],
  [
    'an address as the session name',
    { principalArn: ROLE, sessionName: 'ada@acme.example' },
    'ada@acme.example (session name, as whoever began the session said)',
  ],
  ['a workload', { principalArn: ROLE, sessionName: 'i-0abc' }, null],
  ['nobody', { principalArn: null, sessionName: null }, null],
];

test.each(CASES)('%s', (_, told, words) => {
  const [event] = allEvents();
  if (event === undefined) throw new Error('the fixture has no events');
  const person = personOfEvent({ ...event, sourceIdentity: null, onBehalfOf: null, ...told });
  expect(person === null ? null : personWords(person)).toBe(words);
});

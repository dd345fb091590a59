import type { EventRow } from '../../../shared/api/answers.ts';
import { behindSession } from '../../../shared/cost/teams/caller-person.ts';
import type { CallerBehind } from '../../../shared/cost/teams/person-answer.ts';

type Person = Extract<CallerBehind, { readonly kind: 'person' }>;

const TOLD_BY: Readonly<Record<Person['by'], string>> = {
  'identity-center': 'user of IAM Identity Center',
  'source-identity': 'source identity, as whoever began the session said',
  'session-name': 'session name, as whoever began the session said',
  'user-name': 'name of the IAM user',
};

/** The person behind an event's session, where it tells one. */
export function personOfEvent(event: EventRow): Person | null {
  const { principalArn } = event;
  if (principalArn === null) return null;
  const behind = behindSession({ ...event, principalArn });
  return behind.kind === 'person' ? behind : null;
}

/** The person with what tells it: `ines (source identity, as whoever began the session said)`. */
export function personWords({ name, by }: Person): string {
  return `${name} (${TOLD_BY[by]})`;
}

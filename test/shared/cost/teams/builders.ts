import type { UsageAttributes } from '../../../../shared/cost/teams/usage-attributes.ts';

/** A call of a role with a path; tests change what they are about. */
export function attributes(over: Partial<UsageAttributes> = {}): UsageAttributes {
  return {
    accountId: '222233334444',
    principalArn: 'arn:aws:iam::222233334444:role/jobs/batch-etl',
    person: null,
    profile: null,
    project: null,
    requestMetadata: {},
    tags: [],
    ...over,
  };
}

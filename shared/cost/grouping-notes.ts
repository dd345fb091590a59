import type { Grouping } from './grouping.ts';

/** What has to be known to read the figures of a grouping; a whole sentence or two. */
export const GROUPING_NOTES: Readonly<Partial<Record<Grouping, string>>> = {
  unit: 'Calls are not split by token type.',
  guardrail:
    'By guardrail: what the model calls cost that ran under each guardrail. The text units of the guardrails themselves are billed apart, in Other costs.',
  person:
    'A person is known by a user of IAM Identity Center, a source identity, or an address as the name of a session or an IAM user. Names that differ stand apart, as ada and ada@example.com: nothing in the calls says that they are one.',
};

import { groupThousands } from '../../../model/group-thousands.ts';
import type { LintKind } from '../lint-finding.ts';
import type { Found, LintCheck } from '../linted-policy.ts';

/** Characters that a kind of policy may have. */
interface Limit {
  readonly most: number;
  readonly what: string;
  readonly severity: Found['severity'];
  readonly remedy: string;
}

const SPLIT = 'Split it, or join statements and actions by wildcards where that grants no more.';

/**
 * IAM and AWS STS quotas: managed policies 6,144, inline policies of users 2,048, of groups 5,120, of
 * roles 10,240 characters, white space not counted. AWS Organizations quotas: SCPs and RCPs 5,120, all
 * characters counted. Amazon Bedrock API Reference, PutResourcePolicy: 20,480.
 */
const LIMITS: Readonly<Record<LintKind, readonly Limit[]>> = {
  identity: [
    {
      most: 10_240,
      what: 'no policy of an identity takes more than 10,240',
      severity: 'error',
      remedy: SPLIT,
    },
    {
      most: 6_144,
      what: 'a managed policy takes 6,144; it fits the inline policies of one role alone',
      severity: 'warning',
      remedy: `${SPLIT} A role may have ten managed policies.`,
    },
  ],
  scp: [{ most: 5_120, what: 'an SCP takes 5,120', severity: 'error', remedy: SPLIT }],
  rcp: [{ most: 5_120, what: 'an RCP takes 5,120', severity: 'error', remedy: SPLIT }],
  resource: [
    { most: 20_480, what: 'a resource policy takes 20,480', severity: 'error', remedy: SPLIT },
  ],
};

/** A document that is longer than AWS takes. */
export const sizeLimit: LintCheck = {
  id: 'size-limit',
  *run({ kind, size, text }) {
    const counted = kind === 'identity' ? size : text.length;
    const limit = LIMITS[kind].find(({ most }) => counted > most);
    if (limit === undefined) return;
    const told = groupThousands(String(counted));
    const how = kind === 'identity' ? ' without white space' : '';
    yield {
      severity: limit.severity,
      path: '',
      message: `The document has ${told} characters${how}; ${limit.what}.`,
      remedy: limit.remedy,
    };
  },
};

import type { ApiKey, EffectiveAccess, ServiceLastAccessed } from '../../model/dataset.ts';
import { addDays, type Day, dayOf } from '../../model/period.ts';
import { activeKeys, keyName } from '../active-api-keys.ts';
import { defineRule, type RuleInput, type Verdict } from '../rule.ts';

/** Days after which CIS AWS Foundations calls a credential unused. */
const UNUSED_DAYS = 45;

/** The user of every active Bedrock API key has called Bedrock of late. */
export const apiKeysUsed = defineRule({
  id: 'api-keys-used',
  title: 'Bedrock API keys are used or removed',
  severity: 'medium',
  theme: 'access',
  scope: 'account',
  rationale:
    'A key that nobody uses is missed by nobody when it is stolen. IAM does not tell the last use of an API key itself: use is known from the calls of its user in the last 90 days and from when its user last tried to reach Bedrock, by any of its credentials; a user with several keys may have left one of them unused. A key younger than 45 days is given time.',
  remediation: {
    console:
      'IAM console, Users, the user of the key, Security credentials, API keys for Amazon Bedrock: deactivate the key, wait a while for complaints, delete it; delete its user too where it was made for the key alone.',
    cli: 'aws iam update-service-specific-credential --user-name USER --service-specific-credential-id CREDENTIAL_ID --status Inactive\naws iam delete-service-specific-credential --user-name USER --service-specific-credential-id CREDENTIAL_ID',
    terraform:
      '# Remove the resource that made the key, then apply:\nresource "aws_iam_service_specific_credential" "unused" {\n  service_name = "bedrock.amazonaws.com"\n  user_name    = var.api_key_user\n  status       = "Inactive"\n}',
  },
  references: [
    'https://docs.aws.amazon.com/bedrock/latest/userguide/api-keys-revoke.html',
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_last-accessed.html',
  ],
  frameworks: [
    'MITRE ATLAS: AML.T0012 Valid Accounts',
    'NIST 800-53: AC-2(3) Disable Accounts',
    'CIS AWS Foundations: 1.12 Credentials unused for 45 days or more are disabled',
    'SOC 2: CC6.2 Removal of access',
  ],
  needs: ['api-keys', 'effective-access', 'service-last-accessed'],
  evaluate: (input) => {
    const keys = activeKeys(input.items('api-keys'), input.context.today);
    if (keys.length === 0) return { nothing: 'no active Bedrock API key here' };
    return keys.map((key) => verdictOf(key, input));
  },
});

type Input = RuleInput<'api-keys' | 'effective-access' | 'service-last-accessed'>;

function verdictOf(key: ApiKey, input: Input): Verdict {
  const access = input
    .items('effective-access')
    .find(({ name, kind }) => name === key.userName && kind.endsWith('user'));
  const accessed = input
    .items('service-last-accessed')
    .find(({ principalArn }) => principalArn === access?.principalArn);
  const evidence = [input.evidence('api-keys', key)];
  if (access !== undefined) evidence.push(input.evidence('effective-access', access.used));
  if (accessed !== undefined) evidence.push(input.evidence('service-last-accessed', accessed));
  const judged = judge({ key, access, accessed, today: input.context.today });
  return { resource: keyName(key), evidence, ...judged };
}

interface Known {
  readonly key: ApiKey;
  readonly access: EffectiveAccess | undefined;
  readonly accessed: ServiceLastAccessed | undefined;
  readonly today: Day;
}

function judge(known: Known): Pick<Verdict, 'status' | 'reason' | 'unread'> {
  const { key, access, accessed, today } = known;
  const { userName, createdAt } = key;
  const since = addDays(today, -UNUSED_DAYS);
  const last = lastUse(access, accessed);
  if (last !== null && last >= since) {
    return { status: 'pass', reason: `${userName} last reached Bedrock on ${last}.` };
  }
  if (createdAt !== null && dayOf(createdAt) > since) {
    const reason = `The key of ${userName} was made on ${dayOf(createdAt)}, less than ${UNUSED_DAYS} days ago.`;
    return { status: 'pass', reason };
  }
  if (accessed?.services.read === false) {
    const { outcome } = accessed.services;
    const reason = `${userName} made no call that was seen; when it last reached Bedrock could not be read: ${outcome.reason}.`;
    return { status: 'unknown', reason, unread: [{ dataset: 'service-last-accessed', outcome }] };
  }
  if (access === undefined) {
    return { status: 'unknown', reason: `Nothing was read of ${userName}, whose key this is.` };
  }
  if (accessed === undefined && !access.used.read) {
    const { outcome } = access.used;
    const reason = `Whether ${userName} reached Bedrock is not known: IAM was not asked when it last did, and ${outcome.reason}.`;
    return { status: 'unknown', reason, unread: [{ dataset: 'effective-access', outcome }] };
  }
  const when = last === null ? silence(accessed) : `last reached Bedrock on ${last}`;
  const reason = `${userName} ${when}; its key is active${createdAt === null ? '' : ` since ${dayOf(createdAt)}`}.`;
  return { status: 'fail', reason };
}

function silence(accessed: ServiceLastAccessed | undefined): string {
  return accessed === undefined
    ? 'made no call that was seen in 90 days'
    : 'never reached Bedrock as far as AWS looks back';
}

function lastUse(
  access: EffectiveAccess | undefined,
  accessed: ServiceLastAccessed | undefined,
): Day | null {
  const calls = (access?.used.read === true ? access.used.value : []).map(({ lastDay }) => lastDay);
  const services = accessed?.services.read === true ? accessed.services.value : [];
  const tries = services.flatMap(({ at }) => (at === null ? [] : [dayOf(at)]));
  return [...calls, ...tries].sort().at(-1) ?? null;
}

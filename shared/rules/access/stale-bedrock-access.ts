import type { IamIdentity, ServiceLastAccessed } from '../../model/dataset.ts';
import { addDays, type Day, dayOf } from '../../model/period.ts';
import { defineRule, type RuleInput, type Verdict } from '../rule.ts';

/** Days without a try after which access is stale, and in which a new identity need not try. */
const DAYS = 90;

type Input = RuleInput<'account-authorization' | 'service-last-accessed'>;

/** Whoever can reach Bedrock tried to in the last 90 days, by what IAM remembers. */
export const staleBedrockAccess = defineRule({
  id: 'stale-bedrock-access',
  title: 'Access to Bedrock is not stale',
  severity: 'medium',
  theme: 'access',
  scope: 'account',
  rationale:
    'IAM remembers when an identity last tried a service, refused calls too. One that did not try Bedrock in 90 days lost its purpose, and its credentials are watched by nobody.',
  remediation: {
    console:
      'IAM console, the user or role named, Last Accessed: confirm, then detach the policies that allow Bedrock, or delete the identity.',
    cli: 'aws iam detach-role-policy --role-name ROLE --policy-arn POLICY_ARN',
    terraform: `# Remove the attachment, or the role with it:
# resource "aws_iam_role_policy_attachment" "bedrock" {
#   role       = aws_iam_role.stale.name
#   policy_arn = aws_iam_policy.bedrock.arn
# }`,
  },
  references: [
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_last-accessed.html',
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html',
  ],
  frameworks: [
    'NIST 800-53: AC-2(3) Disable Accounts',
    'NIST 800-53: AC-6(7) Review of User Privileges',
    'SOC 2: CC6.2 Access is removed when no longer needed',
    'AWS Well-Architected Generative AI Lens: GENSEC01-BP01 Least privilege access to foundation model endpoints',
  ],
  needs: ['service-last-accessed', 'account-authorization'],
  evaluate: (input) => {
    const identities = new Map(
      input
        .items('account-authorization')
        .flatMap((account) => account.identities.map((one) => [one.arn, one] as const)),
    );
    return input
      .items('service-last-accessed')
      .filter(({ principalArn }) => !principalArn.includes(':role/aws-service-role/'))
      .flatMap((item) => verdictOf(item, identities.get(item.principalArn), input));
  },
});

function verdictOf(
  item: ServiceLastAccessed,
  identity: IamIdentity | undefined,
  input: Input,
): readonly Verdict[] {
  const { principalArn: resource, services } = item;
  const evidence = [input.evidence('service-last-accessed', item)];
  const name = resource.slice(resource.lastIndexOf('/') + 1);
  if (!services.read) {
    const reason = `When ${name} last tried Bedrock is not known: ${services.outcome.reason}.`;
    const unread = [{ dataset: 'service-last-accessed', outcome: services.outcome }] as const;
    return [{ resource, status: 'unknown', reason, evidence, unread }];
  }
  if (services.value.length === 0) return [];
  const last = lastTry(services.value.flatMap(({ at }) => (at === null ? [] : [dayOf(at)])));
  const since = addDays(input.context.today, -DAYS);
  const isNew = identity?.createdAt != null && dayOf(identity.createdAt) >= since;
  const isPass = (last !== null && last >= since) || isNew;
  const reason = reasonOf({ name, last, services: services.value, isNew });
  return [{ resource, status: isPass ? 'pass' : 'fail', reason, evidence }];
}

function lastTry(days: readonly Day[]): Day | null {
  return days.toSorted().at(-1) ?? null;
}

function reasonOf({
  name,
  last,
  services,
  isNew,
}: {
  readonly name: string;
  readonly last: Day | null;
  readonly services: readonly { readonly namespace: string }[];
  readonly isNew: boolean;
}): string {
  const what = services.map(({ namespace }) => namespace).join(', ');
  const tried =
    last === null
      ? `was not seen to try ${what} in the 400 days that IAM looks back`
      : `last tried ${what} on ${last}`;
  return `${name} may use ${what} and ${tried}${isNew ? `; it was made in the last ${DAYS} days` : ''}.`;
}

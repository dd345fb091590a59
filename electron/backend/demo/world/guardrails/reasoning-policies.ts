import { createHash } from 'node:crypto';
import { addDays } from '../../../../../shared/model/period.ts';
import type { Calendar } from '../calendar.ts';
import { ACCOUNT } from '../organization.ts';
import { guardrailKeyArn, reasoningPolicyArn } from './guardrail-ids.ts';
import type { WorldReasoningPolicy } from './guardrails-world.ts';

interface ReasoningPlan {
  readonly name: string;
  readonly description: string | null;
  readonly accountId: string;
  readonly region: string;
  readonly encrypted: boolean;
  /** How many versions are published. */
  readonly published: number;
}

const PLANS: readonly ReasoningPlan[] = [
  {
    name: 'refund-rules',
    description: 'When a shopper gets money back.',
    accountId: ACCOUNT.platform,
    region: 'us-east-1',
    encrypted: true,
    published: 2,
  },
  {
    name: 'warranty-rules',
    description: null,
    accountId: ACCOUNT.support,
    region: 'eu-west-1',
    encrypted: false,
    published: 1,
  },
];

/** Every policy of one account and Region: its DRAFT, then its versions, newest first. */
export function reasoningPoliciesIn(
  accountId: string,
  region: string,
  calendar: Calendar,
): readonly (readonly WorldReasoningPolicy[])[] {
  const here = PLANS.filter((plan) => plan.accountId === accountId && plan.region === region);
  return here.map((plan) =>
    Array.from({ length: plan.published + 1 }, (_, age) => versionOf(plan, age, calendar)),
  );
}

function versionOf(plan: ReasoningPlan, age: number, calendar: Calendar): WorldReasoningPolicy {
  const version = age === 0 ? undefined : String(plan.published - age + 1);
  const day = addDays(calendar.guardrailDay, -30 * Math.max(0, age - 1));
  const [, policyId = ''] = reasoningPolicyArn(plan, plan.name).split('/');
  const definition = `${plan.name} ${version ?? plan.published}`;
  return {
    policyId,
    policyArn: reasoningPolicyArn(plan, plan.name, version),
    name: plan.name,
    description: plan.description,
    version: version ?? 'DRAFT',
    createdAt: `${addDays(calendar.guardrailDay, -90)}T10:00:00Z`,
    updatedAt: `${day}T10:30:00Z`,
    definitionHash: createHash('sha512').update(definition).digest('hex'),
    kmsKeyArn: plan.encrypted ? guardrailKeyArn(plan.accountId, plan.region) : null,
  };
}

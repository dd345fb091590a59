import type { DataRetention, EnforcedGuardrail } from '../../../../../shared/model/dataset.ts';
import { addDays } from '../../../../../shared/model/period.ts';
import type { Calendar } from '../calendar.ts';
import { callerOf } from '../callers.ts';
import { ACCOUNT, ORGANIZATION_ID } from '../organization.ts';
import { principalNamed } from '../principals.ts';
import { guardrailArnOf, guardrailId } from './guardrail-ids.ts';

/** The storefront's guardrail is on every call of platform-prod in us-east-1; nowhere else is one. */
export function enforcedGuardrailsIn(
  accountId: string,
  region: string,
  calendar: Calendar,
): readonly EnforcedGuardrail[] {
  if (accountId !== ACCOUNT.platform || region !== 'us-east-1') return [];
  const day = addDays(calendar.guardrailDay, 1);
  const { arn } = callerOf(principalNamed(accountId, 'PlatformAdmin'), null, day);
  const at = `${day}T15:04:00Z`;
  return [
    {
      configId: 'cfg-4h2k9q0m1xw7',
      guardrailArn: guardrailArnOf(accountId, region, 'storefront'),
      guardrailId: guardrailId(accountId, 'storefront'),
      guardrailVersion: '3',
      owner: 'ACCOUNT',
      inputTags: 'IGNORE',
      contentGuarding: { system: 'COMPREHENSIVE', messages: 'COMPREHENSIVE' },
      models: { included: ['ALL'], excluded: ['amazon.titan-embed-text-v2:0'] },
      createdAt: at,
      createdBy: arn,
      updatedAt: at,
      updatedBy: arn,
    },
  ];
}

/** The retention mode of each account that chose one; the others keep AWS's default. */
const MODES: Readonly<Record<string, string>> = {
  [ACCOUNT.management]: 'none',
  [ACCOUNT.platform]: 'none',
  [ACCOUNT.dataScience]: 'provider_data_share',
  [ACCOUNT.support]: 'inherit',
};

/** How long what an account sends may be kept. */
export function dataRetentionOf(accountId: string, calendar: Calendar): DataRetention {
  const mode = MODES[accountId];
  if (mode === undefined) return { mode: 'default', updatedAt: null };
  return { mode, updatedAt: `${addDays(calendar.firstDay, -30)}T08:15:00Z` };
}

/**
 * Resource policies: the storefront's guardrail and its profile, and the guardrail that the
 * organisation enforces, may be used by the organisation, the support guardrail by anybody at all,
 * the experiments guardrail by the sandbox outside.
 */
export function bedrockResourcePolicyOf(
  accountId: string,
  region: string,
  resourceArn: string,
): string | null {
  if (!resourceArn.includes(`:${region}:${accountId}:`)) return null;
  const named = (name: string) => guardrailArnOf(accountId, region, name);
  const profile = resourceArn.includes(':guardrail-profile/');
  const shared = ['storefront', 'organisation-baseline'].map(named);
  if (shared.includes(resourceArn) || profile) {
    const Condition = { StringEquals: { 'aws:PrincipalOrgID': ORGANIZATION_ID } };
    return document({ Principal: '*', Condition, Resource: resourceArn });
  }
  if (resourceArn === named('support')) return document({ Principal: '*', Resource: resourceArn });
  if (resourceArn !== named('experiments')) return null;
  const AWS = `arn:aws:iam::${ACCOUNT.sandbox}:root`;
  return document({ Principal: { AWS }, Resource: resourceArn });
}

function document(statement: object): string {
  const allow = { Effect: 'Allow', Action: ['bedrock:ApplyGuardrail'], ...statement };
  return JSON.stringify({ Version: '2012-10-17', Statement: [allow] });
}

import type { LintKind } from '../../../../shared/access/lint/lint-finding.ts';

/** A policy in which a check finds something, and one that differs in what is right. */
export interface LintCase {
  readonly check: string;
  readonly title: string;
  readonly kind?: LintKind;
  readonly fires: unknown;
  readonly silent: unknown;
  /** Where, and with which words. */
  readonly path: string;
  readonly says: RegExp;
  readonly remedy: RegExp;
}

export const MODEL = 'arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-lite-v1:0';
export const PROFILE =
  'arn:aws:bedrock:us-east-1:111122223333:inference-profile/us.amazon.nova-lite-v1:0';
export const GUARDRAIL = 'arn:aws:bedrock:us-east-1:111122223333:guardrail/abc123';
export const CALLS = ['bedrock:InvokeModel', 'bedrock:InvokeModelWithResponseStream'];

/** A document of one statement. */
export function policy(statement: object): object {
  return { Version: '2012-10-17', Statement: [statement] };
}

/** One that allows model calls on one model. */
export function allow(more: object = {}): object {
  return policy({ Effect: 'Allow', Action: 'bedrock:InvokeModel', Resource: MODEL, ...more });
}

/** One that denies every model call everywhere, on both endpoints. */
export function deny(more: object = {}): object {
  const Action = [...CALLS, 'bedrock-mantle:CreateInference'];
  return policy({ Effect: 'Deny', Action, Resource: '*', ...more });
}

/** A condition of one key. */
export function when(operator: string, key: string, value: unknown): object {
  return { Condition: { [operator]: { [key]: value } } };
}

import type { DecisionWord, WatchedAction } from '../../../shared/model/access.ts';
import { WATCHED_ACTIONS } from '../../../shared/model/access.ts';
import type {
  DatasetReading,
  EffectiveAccess,
  ReadOutcome,
} from '../../../shared/model/dataset.ts';
import { ACCOUNT, reading } from './builders.ts';

/** Every watched action decided alike. */
export function allActions(word: DecisionWord): Readonly<Record<WatchedAction, DecisionWord>> {
  return Object.fromEntries(WATCHED_ACTIONS.map((action) => [action, word])) as Record<
    WatchedAction,
    DecisionWord
  >;
}

/** A role that may call one model of three, with a guardrail, and called it. */
export function access(over: Partial<EffectiveAccess> = {}): EffectiveAccess {
  return {
    principalArn: `arn:aws:iam::${ACCOUNT}:role/batch-etl`,
    name: 'batch-etl',
    kind: 'role',
    offered: 3,
    allowed: ['test.model'],
    conditional: [],
    unknown: [],
    unguarded: [],
    actions: allActions('denied'),
    unread: [],
    used: { read: true, value: [{ modelId: 'test.model', calls: 12, lastDay: '2026-11-19' }] },
    grants: [
      {
        policyId: `arn:aws:iam::${ACCOUNT}:policy/models`,
        policyName: 'models',
        index: 0,
        sid: null,
        json: '{"Effect":"Allow"}',
      },
    ],
    ...over,
  };
}

/** The reading of what an account's principals may call. */
export function effective(
  items: readonly EffectiveAccess[],
  outcome: ReadOutcome = { status: 'collected' },
): readonly DatasetReading[] {
  const actions = ['iam:GetAccountAuthorizationDetails'];
  return [reading('effective-access', items, { region: 'global', outcome, actions })];
}

export const IAM_DENIED = {
  status: 'denied',
  action: 'iam:GetAccountAuthorizationDetails',
  reason: 'User is not authorized',
} as const satisfies ReadOutcome;

/** What is said where nobody's access is known. */
export const IAM_UNKNOWN =
  'effective-access could not be read: iam:GetAccountAuthorizationDetails is denied. Grant it and scan again.';

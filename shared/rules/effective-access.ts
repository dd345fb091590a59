import { actionOf } from '../access/catalogue/route.ts';
import type { CompiledAccess } from '../access/compile/compile-access.ts';
import { decideAnywhere } from '../access/explain/decide-anywhere.ts';
import { placeOf, statementText } from '../access/explain/statement-proof.ts';
import { matchesAction } from '../access/matching/match-action.ts';
import { type AccessPrincipal, OPEN_CONTEXT } from '../access/world/access-world.ts';
import { unreadPolicies } from '../access/world/unread-policies.ts';
import { type DecisionWord, WATCHED_ACTIONS, type WatchedAction } from '../model/access.ts';
import type {
  DatasetReading,
  EffectiveAccess,
  GrantingStatement,
  ReadOutcome,
} from '../model/dataset.ts';
import { ACCOUNT_SCOPE } from '../model/dataset.ts';
import type { Instant } from '../model/period.ts';

/** What the readings are made from. */
export interface EffectiveAccessInput {
  /** With nothing fixed of a request. */
  readonly open: CompiledAccess;
  /** The same for calls that carry no guardrail. */
  readonly unguarded: CompiledAccess;
  readonly usedBy: (principal: AccessPrincipal) => EffectiveAccess['used'];
  readonly readings: readonly DatasetReading[];
  readonly at: Instant;
}

/**
 * Makes readings of `effective-access`, which is a question over policies: one for each account, as
 * its users, roles and policies could be read. A policy of the organisation that could not be read
 * makes models unknown, not the reading.
 */
export function effectiveAccessReadings(
  input: EffectiveAccessInput,
): readonly DatasetReading<'effective-access'>[] {
  const { world } = input.open.input;
  return input.readings.flatMap((reading) => {
    if (reading.dataset !== 'account-authorization') return [];
    const { accountId, outcome, readAt, actions } = reading;
    const principals =
      outcome.status === 'collected'
        ? world.principals.filter((one) => one.accountId === accountId)
        : [];
    const items = principals.map((principal) => accessOf(input, principal));
    return [readingOf({ accountId, outcome, readAt, actions, items })];
  });
}

function readingOf(read: {
  readonly accountId: string;
  readonly outcome: ReadOutcome;
  readonly readAt: Instant;
  readonly actions: readonly string[];
  readonly items: readonly EffectiveAccess[];
}): DatasetReading<'effective-access'> {
  return { dataset: 'effective-access', region: ACCOUNT_SCOPE, calls: 0, ...read };
}

function accessOf(input: EffectiveAccessInput, principal: AccessPrincipal): EffectiveAccess {
  const { models } = input.open.input.catalogue;
  const filter = { operation: 'invoke', region: null } as const;
  const letters = input.open.letters(principal, filter);
  const bare = input.unguarded.letters(principal, filter);
  const idsWhere = (of: string, wanted: string) =>
    models.flatMap(({ modelId }, place) => (wanted.includes(of[place] ?? '-') ? [modelId] : []));
  return {
    principalArn: principal.arn,
    name: principal.name,
    kind: principal.kind,
    offered: idsWhere(letters, 'ACUD').length,
    allowed: idsWhere(letters, 'A'),
    conditional: idsWhere(letters, 'C'),
    unknown: idsWhere(letters, 'U'),
    unread: unreadPolicies(principal, input.open.input.world),
    unguarded: idsWhere(bare, 'AC'),
    actions: watchedOf(input, principal),
    used: input.usedBy(principal),
    grants: grantsOf(principal),
  };
}

function watchedOf(
  { open, at }: EffectiveAccessInput,
  principal: AccessPrincipal,
): Readonly<Record<WatchedAction, DecisionWord>> {
  const { world, catalogue } = open.input;
  const question = { world, catalogue, principal, choice: OPEN_CONTEXT, at };
  const decided = WATCHED_ACTIONS.map(
    (action) => [action, decideAnywhere(question, action)] as const,
  );
  return Object.fromEntries(decided) as Record<WatchedAction, DecisionWord>;
}

const CALLS = [
  actionOf('bedrock-runtime', 'invoke'),
  actionOf('bedrock-runtime', 'stream'),
  actionOf('bedrock-mantle', 'invoke'),
].map((action) => action.toLowerCase());

/** Statements of identity policies that allow some model call, whatever resources they name. */
function grantsOf({ policies }: AccessPrincipal): readonly GrantingStatement[] {
  return policies.identity.flatMap((source) => {
    const { id, document } = placeOf(source);
    return source.policy.statements.flatMap(({ effect, actions, index, sid }) => {
      const names = CALLS.some(
        (call) => actions.patterns.some((it) => matchesAction(it, call)) !== actions.except,
      );
      if (effect !== 'Allow' || !names) return [];
      const json = document === null ? '' : statementText(document, index);
      return [{ policyId: id, policyName: source.name, index, sid, json }];
    });
  });
}

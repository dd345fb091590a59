import type { AttachedPolicy } from '../evaluate/request.ts';
import type { Policy } from '../policy/policy.ts';
import { compact, emptySheet, type Fit, orInto, orMeet, type Sheet } from './bits.ts';
import type { PolicyPlan, StatementPlan } from './policy-plan.ts';
import type { Asker, StatementFits } from './statement-fits.ts';

/** What policies say, added up. */
export interface LayerSheets {
  readonly allow: Sheet;
  readonly deny: Sheet;
}

/** Adds what policies of one layer say to sheets; true where one of them cannot be read. */
export type AddLayer = (
  policies: readonly AttachedPolicy[],
  asker: Asker,
  sheets: LayerSheets,
) => boolean;

/** What layers are worked out with. */
export interface LayerSpace {
  readonly words: number;
  readonly planOf: (policy: Policy) => PolicyPlan;
  readonly statementFits: StatementFits;
  /** Whether many principals have a policy, so that what it says is worth remembering. */
  readonly isShared: (policy: Policy) => boolean;
  readonly scratch: Sheet;
}

/** Of a policy that several have, what does not depend on the caller is worked out once. */
export function createAddLayer(space: LayerSpace): AddLayer {
  const shares = new Map<string, Map<Policy, Share>>();
  const shareOf = (policy: Policy, plan: PolicyPlan, asker: Asker): Share => {
    const key = plan.uniform ? '' : asker.operation;
    const known = shares.get(key) ?? new Map<Policy, Share>();
    shares.set(key, known);
    const share = known.get(policy) ?? fixedShare(space, plan, asker);
    known.set(policy, share);
    return share;
  };
  return (policies, asker, sheets) => {
    let unreadable = false;
    for (const { policy } of policies) {
      const plan = space.planOf(policy);
      unreadable ||= plan.unreadable;
      const shared = space.isShared(policy);
      if (shared) addShare(shareOf(policy, plan, asker), sheets);
      for (const statement of plan.statements) {
        if (!shared || statement.bound) addStatement(space, { statement, asker }, sheets);
      }
    }
    return unreadable;
  };
}

/** What the statements of a policy say that do not depend on the caller. */
interface Share {
  readonly allow: Fit | null;
  readonly deny: Fit | null;
}

function addShare({ allow, deny }: Share, sheets: LayerSheets): void {
  if (allow !== null) orInto(sheets.allow, allow, true);
  if (deny !== null) orInto(sheets.deny, deny, true);
}

function fixedShare(space: LayerSpace, { statements }: PolicyPlan, asker: Asker): Share {
  const fixed = statements.filter(({ bound }) => !bound);
  const say = (effect: 'Allow' | 'Deny') => {
    const wanted = fixed.filter(({ statement }) => statement.effect === effect);
    if (wanted.length === 0) return null;
    const sheet = emptySheet(space.words);
    for (const statement of wanted) {
      addStatement(space, { statement, asker }, { allow: sheet, deny: sheet });
    }
    return compact(sheet);
  };
  return { allow: say('Allow'), deny: say('Deny') };
}

interface Judging {
  readonly statement: StatementPlan;
  readonly asker: Asker;
}

function addStatement(
  { statementFits, scratch }: LayerSpace,
  { statement, asker }: Judging,
  { allow, deny }: LayerSheets,
): void {
  const applying = statementFits(statement, asker);
  if (applying === null) return;
  const { fits, sure } = applying;
  orMeet(statement.statement.effect === 'Allow' ? allow : deny, fits, { sure, scratch });
}

import type { CallsSeen, RefusedSeen } from '../../../../shared/api/access-answers.ts';
import type { Day, Period } from '../../../../shared/model/period.ts';
import { principalWithoutPath } from '../../../../shared/model/principal.ts';
import type { CallerCalls, RefusedCalls } from '../../store/questions/access-questions.ts';
import type { Store } from '../../store/store.ts';
import type { ModelNames } from '../models/model-names.ts';

/** Calls of one principal, or of one principal to one model. */
export interface Use {
  readonly calls: number;
  readonly firstDay: Day;
  readonly lastDay: Day;
}

/** Calls of one caller that no access policy tells apart, with their model. */
export interface ModelCalls extends CallerCalls {
  /** As the catalogue names models. */
  readonly modelId: string;
}

/** What was called in a window, by whom; failed calls are not in it. */
export interface AccessUse {
  readonly window: Period;
  readonly rows: readonly CallerCalls[];
  /** Calls that were refused for want of a permission. */
  readonly refused: readonly RefusedCalls[];
  /** Accounts of which something is stored that names callers. */
  readonly told: ReadonlySet<string>;
  /** By model id, as the catalogue names models. */
  modelsOf(principalArn: string): ReadonlyMap<string, Use>;
  of(principalArn: string): Use | null;
  /** Calls of everybody. */
  callsTo(modelId: string): number;
  rowsOf(principalArn: string): readonly ModelCalls[];
}

const NOTHING: ReadonlyMap<string, Use> = new Map();

/** Asks the store who called what. */
export async function accessUse(
  store: Store,
  window: Period,
  nameOf: ModelNames,
): Promise<AccessUse> {
  const [rows, refused, told] = await Promise.all([
    store.ask('caller-calls', window),
    store.ask('refused-calls', window),
    store.ask('accounts-told', window),
  ]);
  const byPrincipal = new Map<string, ModelCalls[]>();
  const models = new Map<string, Map<string, Use>>();
  const totals = new Map<string, number>();
  for (const row of rows) {
    const principal = principalWithoutPath(row.principalArn);
    const { accountId, region, modelKey } = row;
    const modelId = nameOf(row.called ?? modelKey, { accountId, region: region ?? '' });
    const own = models.get(principal) ?? new Map<string, Use>();
    models.set(principal, own.set(modelId, joined(own.get(modelId), row)));
    totals.set(modelId, (totals.get(modelId) ?? 0) + row.calls);
    const known = byPrincipal.get(principal);
    if (known === undefined) byPrincipal.set(principal, [{ ...row, modelId }]);
    else known.push({ ...row, modelId });
  }
  const modelsOf = (arn: string) => models.get(principalWithoutPath(arn)) ?? NOTHING;
  return {
    window,
    rows,
    refused,
    told: new Set(told.map(({ accountId }) => accountId)),
    modelsOf,
    of: (arn) => sumOf([...modelsOf(arn).values()]),
    callsTo: (modelId) => totals.get(modelId) ?? 0,
    rowsOf: (arn) => byPrincipal.get(principalWithoutPath(arn)) ?? [],
  };
}

/** The calls of a principal to a model, as answers tell them. */
export function callsSeen(use: AccessUse, principalArn: string, modelId: string): CallsSeen {
  const seen = use.modelsOf(principalArn).get(modelId);
  return {
    window: use.window,
    calls: seen?.calls ?? 0,
    firstDay: seen?.firstDay ?? null,
    lastDay: seen?.lastDay ?? null,
  };
}

/** What a principal tried and was refused, the most first. */
export function refusedSeen(
  { refused }: Pick<AccessUse, 'refused'>,
  principalArn: string,
): readonly RefusedSeen[] {
  const bare = principalWithoutPath(principalArn);
  return refused
    .filter((row) => principalWithoutPath(row.principalArn) === bare)
    .map(({ called, region, calls, lastDay }) => ({ called, region, calls, lastDay }))
    .sort((left, right) => right.calls - left.calls);
}

function sumOf(uses: readonly Use[]): Use | null {
  return uses.reduce<Use | null>((sum, use) => joined(sum ?? undefined, use), null);
}

function joined(known: Use | undefined, more: Use): Use {
  const { calls, firstDay, lastDay } = more;
  if (known === undefined) return { calls, firstDay, lastDay };
  return {
    calls: known.calls + calls,
    firstDay: firstDay < known.firstDay ? firstDay : known.firstDay,
    lastDay: lastDay > known.lastDay ? lastDay : known.lastDay,
  };
}

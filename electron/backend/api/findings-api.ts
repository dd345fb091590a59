import { GUARDRAIL_KEY } from '../../../shared/access/catalogue/guardrail-uses.ts';
import { type AccessPrincipal, OPEN_CONTEXT } from '../../../shared/access/world/access-world.ts';
import type { FindingsAnswer, RuleInfo } from '../../../shared/api/answers.ts';
import type { EffectiveAccess, Snapshot } from '../../../shared/model/dataset.ts';
import { addDays, dayOf } from '../../../shared/model/period.ts';
import { effectiveAccessReadings } from '../../../shared/rules/effective-access.ts';
import { evaluateRules } from '../../../shared/rules/evaluate.ts';
import { RULES } from '../../../shared/rules/index.ts';
import { observedUsageReadings, WINDOW_DAYS } from '../../../shared/rules/observed-usage.ts';
import type { Rule } from '../../../shared/rules/rule.ts';
import { triedProfilesReadings } from '../../../shared/rules/tried-profiles.ts';
import { ORGANIZATION_ACCOUNTS } from '../scan/reach-organizations.ts';
import type { AccessBase, AccessBases } from './access/access-base.ts';
import type { ApiContext, ApiPart } from './context.ts';
import { connectedRegions, currentPlaces } from './current-places.ts';
import { lookupOf } from './model-lookup.ts';
import { pricingOf } from './pricing.ts';

/** Rules, judged over the newest snapshot and what was called. */
export function findingsApi(context: ApiContext, bases: AccessBases): ApiPart<'findings.list'> {
  return {
    async 'findings.list'(): Promise<FindingsAnswer> {
      const { store, file } = context.workspace();
      const snapshot = await store.latestSnapshot();
      const rules = RULES.map(infoOf);
      const observed = await withObservedUsage(context, snapshot);
      if (observed === null) return { takenAt: null, rules, findings: [] };
      const complete = withEffectiveAccess(observed, await bases());
      const [{ prices }, lookup] = await Promise.all([pricingOf(context), lookupOf(context)]);
      const findings = evaluateRules(RULES, complete, {
        prices,
        lookup,
        today: dayOf(context.host.now()),
        approvedModels: file.current().settings.approvedModels,
        connected: connectedRegions(file.current().connections),
      });
      return { takenAt: snapshot?.takenAt ?? null, rules, findings };
    },
  };
}

/**
 * The snapshot of what is connected now, with the question about traffic beside the datasets; null
 * when there is nothing.
 */
async function withObservedUsage(
  { workspace, host }: ApiContext,
  snapshot: Snapshot | null,
): Promise<Snapshot | null> {
  const { store, file } = workspace();
  const readAt = host.now();
  const since = addDays(dayOf(readAt), -WINDOW_DAYS);
  const [rows, sources] = await Promise.all([
    store.ask('observed-usage', { since }),
    store.latestSourceReadings(),
  ]);
  const isCurrent = currentPlaces(file.current().connections, snapshot);
  const told = sources.filter(({ source }) => source !== ORGANIZATION_ACCOUNTS);
  const observed = observedUsageReadings({ rows, sources: told, readAt });
  const readings = [...(snapshot?.readings ?? []), ...observed].filter(isCurrent);
  if (readings.length === 0) return null;
  return {
    scanId: snapshot?.scanId ?? '',
    takenAt: snapshot?.takenAt ?? readAt,
    readings,
  };
}

/** The question over policies beside them. */
function withEffectiveAccess(snapshot: Snapshot, base: AccessBase): Snapshot {
  const { compiled, readings, at } = base;
  const effective = effectiveAccessReadings({
    open: compiled(OPEN_CONTEXT),
    unguarded: compiled({ ...OPEN_CONTEXT, keys: { [GUARDRAIL_KEY]: [] } }),
    usedBy: (principal) => usedBy(base, principal),
    readings,
    at,
  });
  const { world, catalogue, use, callersIn } = base;
  const tried = triedProfilesReadings({
    ...{ world, catalogue, callersIn, readings, at },
    made: use.rows,
    refused: use.refused,
  });
  return { ...snapshot, readings: [...snapshot.readings, ...effective, ...tried] };
}

/** What was called; not known where nobody who calls in the account would have been seen. */
function usedBy(
  { use, callersIn }: AccessBase,
  { arn, accountId }: AccessPrincipal,
): EffectiveAccess['used'] {
  const value = [...use.modelsOf(arn)].map(([modelId, seen]) => ({ modelId, ...seen }));
  const outcome = callersIn(accountId);
  if (value.length > 0 || outcome.status === 'collected') return { read: true, value };
  return { read: false, outcome };
}

function infoOf({
  needs: _needs,
  beside: _beside,
  evaluate: _evaluate,
  ...metadata
}: Rule): RuleInfo {
  return metadata;
}

import type { Input } from '../../../../shared/api/contract.ts';
import { type GroupNames, groupKey, type Origin } from '../../../../shared/cost/grouping.ts';
import { AppError } from '../../../../shared/model/app-error.ts';
import type { Period } from '../../../../shared/model/period.ts';
import { principalWithoutPath } from '../../../../shared/model/principal.ts';
import { SERVICE_TIERS, type UsageBasis } from '../../../../shared/model/usage.ts';
import { type ProfileTargets, resolveModel } from '../../../../shared/prices/profile-targets.ts';
import {
  type CallPlace,
  type CallsFilter,
  callerKey,
  placeKey,
} from '../../store/questions/usage-questions.ts';
import type { ApiContext } from '../context.ts';
import { currentReadings } from '../inventory-api.ts';
import { pricingOf } from '../pricing.ts';
import { modelMatcher } from '../usage-filter.ts';
import { needsOf, type SpendFilter, wantedBy } from './needs.ts';
import { personOf, spendNames } from './spend-names.ts';

type Asked = Pick<Input<'spend.calls'>, 'from' | 'to' | 'filter'>;

/** What the store filters by itself; everything else follows from account, model and principal. */
const OWN = [
  'accounts',
  'regions',
  'tiers',
  'guardrails',
  'projects',
  'persons',
  'metadata',
] as const;

/**
 * The filter of the store for what is asked; null when nothing can match.
 * @throws AppError `invalid-input` for teams whose rules read sessions, projects or request metadata.
 */
export async function callsFilter(
  context: ApiContext,
  { from, to, filter = {} }: Asked,
): Promise<CallsFilter | null> {
  const period = { from, to };
  const places = await placesOf(context, period, filter);
  const callers = await callersBehind(context, period, filter.persons ?? []);
  const tiers = SERVICE_TIERS.filter((tier) => filter.tiers?.includes(tier) ?? false);
  const noTier = (filter.tiers ?? []).length > 0 && tiers.length === 0;
  if (places?.length === 0 || callers?.length === 0 || noTier) return null;
  const { accounts, regions, guardrails, projects, metadata } = filter;
  return {
    ...period,
    accounts,
    regions,
    guardrails,
    projects,
    tiers,
    ...(metadata === undefined
      ? {}
      : { metadataKey: metadata.key, metadataValues: metadata.values }),
    ...(places === null ? {} : { places }),
    ...(callers === null ? {} : { callers, identities: true }),
  };
}

/** The places that the derived parts of a filter choose; null when it has none. */
async function placesOf(
  context: ApiContext,
  period: Period,
  filter: SpendFilter,
): Promise<readonly string[] | null> {
  const own = Object.fromEntries(OWN.map((name) => [name, undefined]));
  const derived: SpendFilter = { ...filter, ...own };
  if (wantedBy(derived).length === 0 && (filter.models ?? []).length === 0) return null;
  const { settings } = context.workspace().file.current();
  const { dimensions } = needsOf(
    wantedBy(derived).map(({ grouping }) => grouping),
    settings.teamRules,
  );
  const byProject =
    (filter.teams ?? []).length > 0 && settings.teamRules.some(({ by }) => by === 'project');
  if (byProject || dimensions.includes('session') || dimensions.includes('metadata'))
    throw finerThanPlaces();
  const [rows, { profiles }, readings] = await Promise.all([
    context.workspace().store.ask('call-places', period),
    pricingOf(context),
    currentReadings(context),
  ]);
  const names = spendNames({ rules: settings.teamRules, readings });
  return rows.filter(isChosen(derived, { profiles, names })).map(placeKey);
}

function finerThanPlaces(): AppError {
  return new AppError(
    'invalid-input',
    'The rules of teams read sessions, projects or request metadata, so single calls cannot be chosen by team. Choose by person, principal, project or metadata.',
  );
}

function isChosen(
  filter: SpendFilter,
  { profiles, names }: { readonly profiles: ProfileTargets; readonly names: GroupNames },
): (place: CallPlace) => boolean {
  const isModel = modelMatcher(filter.models, profiles);
  const wanted = wantedBy(filter);
  return ({ accountId, modelKey, principalArn }) => {
    const model = resolveModel(modelKey, profiles);
    const row = { accountId, principalArn, region: '', tier: null, unit: null, basis: BASIS };
    return (
      isModel(modelKey) &&
      wanted.every(({ grouping, values }) => {
        const key = groupKey(grouping, row, { model, names });
        if (grouping !== 'principal') return values.includes(key);
        return values.map(principalWithoutPath).includes(principalWithoutPath(key));
      })
    );
  };
}

const BASIS: UsageBasis = 'invocation-logs';

/** The sessions behind which persons are; null when none is asked for. */
async function callersBehind(
  context: ApiContext,
  period: Period,
  persons: readonly string[],
): Promise<readonly string[] | null> {
  if (persons.length === 0) return null;
  const rows = await context
    .workspace()
    .store.ask('caller-sessions', { ...period, identities: true });
  return rows
    .filter(({ principalArn, sessionName, sourceIdentity, onBehalfOf }) => {
      const origin: Origin = { ...NOTHING, sessionName, sourceIdentity, onBehalfOf };
      const person = personOf({ ...PLACELESS, principalArn, origin });
      return person !== null && persons.includes(person);
    })
    .map(callerKey);
}

const NOTHING = {
  start: null,
  destinationRegion: null,
  metadata: {},
  guardrailId: null,
  project: null,
  allocated: false,
};
const PLACELESS = { accountId: '', region: '', tier: null, unit: null, basis: BASIS } as const;

import {
  ACCOUNT_SCOPE,
  type DatasetId,
  type DatasetItems,
  type DatasetReading,
  type Snapshot,
} from '../model/dataset.ts';
import type {
  Evidence,
  Finding,
  FindingStatus,
  MissingReading,
  Severity,
} from '../model/finding.ts';
import { grantableAction } from '../model/read-outcome.ts';
import { notReadYet } from './not-read-yet.ts';
import type { NothingToJudge, Rule, RuleContext, RuleInput, UnreadPart, Verdict } from './rule.ts';

/** One account and Region in which rules are judged. */
interface Place {
  readonly accountId: string;
  readonly region: string;
}

/**
 * Judges every rule in every account and Region of a snapshot, rules of accounts once in each account.
 *
 * A needed dataset that was denied, failed or never read makes the rule `unknown` there, naming the
 * dataset and the IAM action. One that is `unavailable` makes it `not-applicable`: where AWS does
 * not offer the service in a Region there is nothing to judge, nothing to grant, and an `unknown`
 * could never be resolved.
 */
export function evaluateRules(
  rules: readonly Rule[],
  snapshot: Snapshot,
  context: RuleContext,
): readonly Finding[] {
  const readings = indexReadings(snapshot.readings);
  const places = placesOf(snapshot.readings);
  const accounts = accountsIn(places);
  return rules.flatMap((rule) =>
    (rule.scope === 'account' ? accounts : places).flatMap((place) =>
      judge(rule, place, readings, context),
    ),
  );
}

type Readings = ReadonlyMap<string, DatasetReading>;

function judge(
  rule: Rule,
  place: Place,
  readings: Readings,
  context: RuleContext,
): readonly Finding[] {
  const needed = rule.needs.map((dataset) => ({ dataset, reading: at(readings, place, dataset) }));
  const firm = needed.filter(({ dataset }) => rule.beside?.includes(dataset) !== true);
  const absent = firm.find(({ reading }) => reading?.outcome.status === 'unavailable');
  if (absent?.reading?.outcome.status === 'unavailable') {
    const reason = `${absent.dataset} is not available here: ${absent.reading.outcome.reason}`;
    return [finding(rule, place, { status: 'not-applicable', reason })];
  }
  const missingIn = (some: typeof needed) =>
    some.flatMap(({ dataset, reading }) => missingOf({ dataset, place, reading, context }));
  const missing = missingIn(firm);
  if (missing.length > 0) return [unknown(rule, place, missing)];
  const found = findingsOf(
    rule,
    place,
    rule.evaluate(inputFor(place, readings, { rule, context })),
  );
  const lost = missingIn(needed.filter((one) => !firm.includes(one)));
  if (lost.length === 0) return found;
  return [...found.filter(({ status }) => status !== 'not-applicable'), unknown(rule, place, lost)];
}

function findingsOf(
  rule: Rule,
  place: Place,
  answer: readonly Verdict[] | NothingToJudge,
): readonly Finding[] {
  if ('nothing' in answer) {
    return [finding(rule, place, { status: 'not-applicable', reason: answer.nothing })];
  }
  if (answer.length === 0) {
    return [finding(rule, place, { status: 'not-applicable', reason: 'nothing here to judge' })];
  }
  return answer.map((verdict) => ({
    ...finding(rule, place, verdict),
    missing: (verdict.unread ?? []).map((part) => missingPart(place, part)),
  }));
}

function missingPart(place: Place, { dataset, outcome, accountId }: UnreadPart): MissingReading {
  const action = grantableAction(outcome);
  const at = { ...place, accountId: accountId ?? place.accountId };
  return { dataset, ...at, action, reason: outcome.reason };
}

function inputFor(
  place: Place,
  readings: Readings,
  { rule, context }: { readonly rule: Rule; readonly context: RuleContext },
): RuleInput<DatasetId> {
  const reading = <D extends DatasetId>(dataset: D): DatasetReading<D> => {
    const found = at(readings, place, dataset);
    if (found === undefined || !isReadingOf(found, dataset)) {
      throw new RangeError(`${dataset} of ${place.accountId} ${place.region} was not read`);
    }
    return found;
  };
  return {
    ...place,
    context,
    items: <D extends DatasetId>(dataset: D): readonly DatasetItems[D][] =>
      rule.beside?.includes(dataset) === true && at(readings, place, dataset) === undefined
        ? []
        : reading(dataset).items,
    evidence: (dataset, object) => evidenceOf(reading(dataset), object),
  };
}

function isReadingOf<D extends DatasetId>(
  reading: DatasetReading,
  dataset: D,
): reading is DatasetReading<D> {
  return reading.dataset === dataset;
}

/** Evidence names the AWS operations read, or the question where the dataset is one. */
function evidenceOf(reading: DatasetReading, object: unknown): Evidence {
  return {
    source: reading.actions.length > 0 ? reading.actions.join(', ') : reading.dataset,
    accountId: reading.accountId,
    region: reading.region,
    readAt: reading.readAt,
    object,
  };
}

interface Needed {
  readonly dataset: DatasetId;
  readonly place: Place;
  readonly reading: DatasetReading | undefined;
  readonly context: RuleContext;
}

function missingOf({ dataset, place, reading, context }: Needed): readonly MissingReading[] {
  if (reading === undefined) {
    const reason = notReadYet(place, context.connected);
    return [{ dataset, ...place, action: null, reason }];
  }
  const { outcome, accountId, region } = reading;
  if (outcome.status === 'collected' || outcome.status === 'unavailable') return [];
  const action = grantableAction(outcome);
  return [{ dataset, accountId, region, action, reason: outcome.reason }];
}

function unknown(rule: Rule, place: Place, missing: readonly MissingReading[]): Finding {
  const reason = missing.map(sentenceOf).join(' ');
  return { ...finding(rule, place, { status: 'unknown', reason }), missing };
}

function sentenceOf(missing: MissingReading): string {
  if (missing.action !== null) {
    return `${missing.dataset} could not be read: ${missing.action} is denied. Grant it and scan again.`;
  }
  return `${missing.dataset} could not be read: ${missing.reason}.`;
}

function finding(
  rule: Rule,
  place: Place,
  verdict: {
    readonly status: FindingStatus;
    readonly reason: string;
    readonly resource?: string;
    readonly evidence?: readonly Evidence[];
    readonly severity?: Severity;
  },
): Finding {
  const resource = verdict.resource ?? `${place.accountId} ${place.region}`;
  return {
    id: [rule.id, place.accountId, place.region, resource].join('|'),
    ruleId: rule.id,
    severity: verdict.severity ?? rule.severity,
    status: verdict.status,
    ...place,
    resource,
    reason: verdict.reason,
    evidence: verdict.evidence ?? [],
    missing: [],
  };
}

function indexReadings(all: readonly DatasetReading[]): Readings {
  const newest = new Map<string, DatasetReading>();
  for (const reading of all) {
    const key = keyOf(reading, reading.dataset);
    const known = newest.get(key);
    if (known === undefined || known.readAt <= reading.readAt) newest.set(key, reading);
  }
  return newest;
}

/** The reading of the Region, or the account-wide one. */
function at(readings: Readings, place: Place, dataset: DatasetId): DatasetReading | undefined {
  return (
    readings.get(keyOf(place, dataset)) ??
    readings.get(keyOf({ accountId: place.accountId, region: ACCOUNT_SCOPE }, dataset))
  );
}

function keyOf(place: Place, dataset: DatasetId): string {
  return `${dataset} ${place.accountId} ${place.region}`;
}

/** Every account once, as a whole. */
function accountsIn(places: readonly Place[]): readonly Place[] {
  return [...new Set(places.map(({ accountId }) => accountId))].map((accountId) => ({
    accountId,
    region: ACCOUNT_SCOPE,
  }));
}

/** Every account and Region that any dataset was asked for, in order; accounts without one as a whole. */
function placesOf(readings: readonly DatasetReading[]): readonly Place[] {
  const regional = readings.filter((reading) => reading.region !== ACCOUNT_SCOPE);
  const covered = new Set(regional.map((reading) => reading.accountId));
  const whole = readings.filter((reading) => !covered.has(reading.accountId));
  const places = new Map<string, Place>();
  for (const { accountId, region } of [...regional, ...whole]) {
    places.set(`${accountId} ${region}`, { accountId, region });
  }
  return [...places].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, place]) => place);
}

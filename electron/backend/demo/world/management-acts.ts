import { addDays, type Day, daysIn, weekdayOf } from '../../../../shared/model/period.ts';
import { type Calendar, timeOn } from './calendar.ts';
import { callerOf, sourceAddress } from './callers.ts';
import type { ManagementAct } from './cloudtrail-record.ts';
import { guardrailIds } from './guardrails/guardrail-versions.ts';
import { ACCOUNT, type AccountPlace } from './organization.ts';
import { principalNamed } from './principals.ts';
import { createRandom, type Random } from './random.ts';
import { storyActs } from './story-acts.ts';

/** What a routine look at Bedrock reads. */
interface Look {
  readonly eventName: string;
  readonly parameters: Readonly<Record<string, string>> | null;
}

interface Place {
  readonly accountId: string;
  readonly region: string;
}

const LISTS: readonly Look[] = [
  'ListFoundationModels',
  'ListInferenceProfiles',
  'ListGuardrails',
  'ListProvisionedModelThroughputs',
  'GetModelInvocationLoggingConfiguration',
].map((eventName) => ({ eventName, parameters: null }));

/** The people who look at Bedrock in the console, by account. */
const ONLOOKERS: Readonly<Record<string, string>> = {
  [ACCOUNT.management]: 'SecurityAudit',
  [ACCOUNT.logArchive]: 'SecurityAudit',
  [ACCOUNT.platform]: 'PlatformAdmin',
  [ACCOUNT.dataScience]: 'ScienceAdmin',
  [ACCOUNT.support]: 'GuardrailAdmin',
  [ACCOUNT.securityAudit]: 'SecurityAudit',
  [ACCOUNT.sharedServices]: 'PlatformAdmin',
  [ACCOUNT.sandbox]: 'SandboxUser',
};

/** Who looks in an account that only fills the organisation up. */
const ANY_ONLOOKER = 'DeveloperAccess';

/** Where nobody looks often. */
const QUIET: readonly string[] = [
  'PlatformAdmin/us-west-2',
  'GuardrailAdmin/eu-central-1',
  'SandboxUser/us-east-1',
  'SandboxUser/ap-southeast-2',
];

/** Every management event that is not a model call, oldest first, none after `now`. */
export function createManagementActs(
  calendar: Calendar,
  seed: number,
  places: readonly AccountPlace[],
): readonly ManagementAct[] {
  const days = daysIn({ from: calendar.firstDay, to: addDays(calendar.today, 1) });
  const routine = days.flatMap((day) =>
    places.flatMap(({ accountId, busyRegions }) =>
      busyRegions.flatMap((region) => routineActs({ accountId, region }, day, seed)),
    ),
  );
  return [...routine, ...storyActs(calendar, seed)]
    .filter(({ time }) => time <= calendar.nowMs)
    .sort((a, b) => a.time - b.time || (a.eventId < b.eventId ? -1 : 1));
}

/** A few looks in the console on some weekdays, and the nightly sync of the knowledge bases. */
function routineActs(place: Place, day: Day, seed: number): readonly ManagementAct[] {
  const random = createRandom(`${seed}/acts/${place.accountId}/${place.region}/${day}`);
  if (weekdayOf(day) >= 5 || !random.chance(lookProbability(place))) return [];
  const looks = Array.from({ length: random.integer(2, 6) }, () => lookAct(place, day, random));
  return [...looks, ...ingestionActs(place, day, random)];
}

function lookProbability({ accountId, region }: Place): number {
  const onlooker = onlookerOf(accountId);
  const busy = `${onlooker}/${region}`;
  if (onlooker === 'SecurityAudit' || onlooker === ANY_ONLOOKER) return 0.15;
  return QUIET.includes(busy) ? 0.2 : 0.7;
}

function onlookerOf(accountId: string): string {
  return ONLOOKERS[accountId] ?? ANY_ONLOOKER;
}

function lookAct(place: Place, day: Day, random: Random): ManagementAct {
  const { eventName, parameters } = random.pick(looksAt(place));
  const principal = principalNamed(place.accountId, onlookerOf(place.accountId));
  return {
    time: timeOn(day, random.integer(8, 20), random.integer(0, 59), random.integer(0, 59)),
    eventId: random.uuid(),
    requestId: random.uuid(),
    eventName,
    service: 'bedrock',
    ...place,
    caller: callerOf(principal, random.pick(principal.sessions), day),
    sourceIp: sourceAddress(principal.network, random),
    userAgent: principal.userAgent,
    readOnly: true,
    requestParameters: parameters,
  };
}

function ingestionActs(place: Place, day: Day, random: Random): readonly ManagementAct[] {
  if (place.accountId !== ACCOUNT.platform || place.region !== 'us-east-1') return [];
  const act = lookAct(place, day, random);
  return [
    {
      ...act,
      time: timeOn(day, 1, random.integer(0, 9)),
      eventName: 'StartIngestionJob',
      readOnly: false,
      requestParameters: { knowledgeBaseId: 'KBCATALOG1', dataSourceId: 'DSCATALOG1' },
    },
  ];
}

/** The lists, and each guardrail that is there. */
function looksAt({ accountId, region }: Place): readonly Look[] {
  const guardrails = guardrailIds(accountId, region).map((guardrailIdentifier) => ({
    eventName: 'GetGuardrail',
    parameters: { guardrailIdentifier },
  }));
  return [...LISTS, ...guardrails];
}

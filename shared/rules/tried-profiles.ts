import type { AccessCatalogue, Route } from '../access/catalogue/route.ts';
import type { AccessPrincipal, AccessWorld } from '../access/world/access-world.ts';
import {
  ACCOUNT_SCOPE,
  type DatasetReading,
  type ProfileCaller,
  type ReadOutcome,
  type TriedProfile,
} from '../model/dataset.ts';
import type { Day, Instant } from '../model/period.ts';
import { principalWithoutPath } from '../model/principal.ts';
import { regionDenials } from './region-denials.ts';

/** Calls of one caller to one thing, made or refused. */
export interface CallsTo {
  readonly principalArn: string;
  readonly accountId: string;
  readonly region: string | null;
  /** What was put into the call; null where that is not known. */
  readonly called: string | null;
  readonly calls: number;
  readonly lastDay: Day;
}

/** What the readings are made from. */
export interface TriedProfilesInput {
  readonly world: AccessWorld;
  readonly catalogue: AccessCatalogue;
  readonly made: readonly CallsTo[];
  readonly refused: readonly CallsTo[];
  /** Whether callers of an account would have been seen. */
  readonly callersIn: (accountId: string) => ReadOutcome;
  readonly readings: readonly DatasetReading[];
  readonly at: Instant;
}

/**
 * Makes readings of `tried-profiles`, one for each account whose users and roles could be read: the
 * cross-Region profiles that were called or tried, and whether SCPs let their destinations through.
 * Accounts on which no SCP bears have none.
 */
export function triedProfilesReadings(
  input: TriedProfilesInput,
): readonly DatasetReading<'tried-profiles'>[] {
  const tries = triesOf(input);
  return input.readings.flatMap((reading) => {
    if (reading.dataset !== 'account-authorization') return [];
    const { accountId, readAt, actions } = reading;
    const own = tries.filter((one) => one.accountId === accountId);
    const outcome =
      reading.outcome.status === 'collected' && own.length === 0
        ? input.callersIn(accountId)
        : reading.outcome;
    const items = outcome.status === 'collected' ? profilesOf(input, accountId, own) : [];
    const rest = { region: ACCOUNT_SCOPE, calls: 0 };
    return [{ dataset: 'tried-profiles', accountId, outcome, readAt, actions, items, ...rest }];
  });
}

interface Try extends CallsTo {
  readonly isRefused: boolean;
}

function triesOf({ made, refused }: TriedProfilesInput): readonly Try[] {
  return [
    ...made.map((one) => ({ ...one, isRefused: false })),
    ...refused.map((one) => ({ ...one, isRefused: true })),
  ];
}

function profilesOf(
  input: TriedProfilesInput,
  accountId: string,
  tries: readonly Try[],
): readonly TriedProfile[] {
  const people = input.world.principals.filter((one) => one.accountId === accountId);
  return input.catalogue.routesIn(accountId).flatMap((route) => {
    const profileArn = route.parts[0]?.resource;
    if (profileArn === undefined || !crossesRegions(route)) return [];
    const own = tries.filter(
      ({ region, called }) =>
        region === route.region && (called === route.called || called === profileArn),
    );
    const callers = own.length === 0 ? [] : callersOf(input, { route, people, tries: own });
    const { called, modelId, region } = route;
    return callers.length === 0 ? [] : [{ profileArn, called, modelId, region, callers }];
  });
}

function crossesRegions({ kind, scope }: Route): boolean {
  const isProfile = kind === 'inference-profile' || kind === 'application-inference-profile';
  return isProfile && (scope === 'geographic' || scope === 'global');
}

interface Called {
  readonly route: Route;
  readonly people: readonly AccessPrincipal[];
  readonly tries: readonly Try[];
}

function callersOf(
  { world, at }: TriedProfilesInput,
  { route, people, tries }: Called,
): readonly ProfileCaller[] {
  return people.flatMap((principal) => {
    const bare = principalWithoutPath(principal.arn);
    const own = tries.filter(({ principalArn }) => principalWithoutPath(principalArn) === bare);
    const days = own.map(({ lastDay }) => lastDay).sort();
    const lastDay = days.at(-1);
    if (lastDay === undefined || principal.policies.scps === null) return [];
    const { arn: principalArn, name } = principal;
    const count = (isRefused: boolean) =>
      own.reduce((sum, one) => sum + (one.isRefused === isRefused ? one.calls : 0), 0);
    const counts = { calls: count(false), refused: count(true), lastDay };
    return [{ principalArn, name, ...counts, ...regionDenials({ world, at, principal, route }) }];
  });
}

import type { Day } from '../../../../shared/model/period.ts';
import { type Calendar, timeOn } from './calendar.ts';
import { callerOf } from './callers.ts';
import type { WorldCaller, WorldInvocation } from './facts.ts';
import { type CallPlace, toInvocation } from './invocation.ts';
import { loggingSince } from './logging.ts';
import { failedUse, type ModelUse, succeededUse } from './model-use.ts';
import { ACCOUNT } from './organization.ts';
import { principalNamed } from './principals.ts';
import { createRandom, type Random } from './random.ts';

/** One incident: its day and its stream of draws. */
interface Story {
  readonly calendar: Calendar;
  readonly day: Day;
  readonly random: Random;
}

/** The network of the thief of `ci-deploy-bot`'s key, never seen before. */
export const THIEF = {
  sourceIp: '192.0.2.66',
  userAgent: 'Boto3/1.29.7 md/Botocore#1.32.7',
} as const;

/** Hour (UTC) at which the thief starts to look around. */
export const JACKING_HOUR = 2;

/** The user whose access key leaked. */
export function jackedCaller(day: Day): WorldCaller {
  return callerOf(principalNamed(ACCOUNT.platform, 'ci-deploy-bot'), null, day);
}

/** All calls of the two incidents, and two of a root user, in no order. */
export function incidentCalls(calendar: Calendar, seed: number): readonly WorldInvocation[] {
  const story = (name: string, day: Day): Story => ({
    calendar,
    day,
    random: createRandom(`${seed}/incident/${name}`),
  });
  return [
    ...jacking(story('jacking', calendar.jackingDay)),
    ...runaway(story('runaway', calendar.runawayDay)),
    ...rootCalls(story('root', calendar.trailStoppedDay)),
  ];
}

/** Probes in two Regions that cannot succeed, then bursts on the dearest models. */
function jacking(story: Story): readonly WorldInvocation[] {
  const { day, random } = story;
  const caller = jackedCaller(day);
  const call = (time: number, region: string, use: ModelUse) =>
    assemble({ time, region, caller, ...THIEF }, use, story);
  const probes = ['us-east-1', 'us-west-2', 'eu-west-1'].flatMap((region, index) =>
    Array.from({ length: 7 }, (_, probe) =>
      call(
        timeOn(day, JACKING_HOUR, 20 + index * 3, probe * 9),
        region,
        probeUse(region, probe, random),
      ),
    ),
  );
  const bursts = Array.from({ length: 420 }, (_, index) => {
    const time = timeOn(day, JACKING_HOUR + 1 + Math.floor(index / 105), random.integer(0, 59));
    return call(time + random.integer(0, 59) * 1_000, 'us-east-1', burstUse(index, random));
  });
  return [...probes, ...bursts];
}

/** A model that an SCP denies in Production, or one with a body that no model takes. */
function probeUse(region: string, probe: number, random: Random): ModelUse {
  const geography = region.slice(0, 2);
  const models = ['claude-opus-4-8', 'claude-opus-5-5'].map(
    (name) => `${geography}.anthropic.${name}`,
  );
  const opus = random.pick(models);
  return probe % 3 === 0
    ? failedUse(
        { modelId: `${geography}.deepseek.v3.2`, operation: 'InvokeModel' },
        'AccessDeniedException',
        random,
      )
    : failedUse({ modelId: opus, operation: 'InvokeModel' }, 'ValidationException', random);
}

function burstUse(index: number, random: Random): ModelUse {
  const target = {
    modelId: index % 3 === 0 ? 'us.anthropic.claude-opus-5-5' : 'us.anthropic.claude-opus-4-8',
    operation: 'InvokeModelWithResponseStream',
  } as const;
  if (random.chance(0.12)) return failedUse(target, 'ThrottlingException', random);
  const tokens = {
    inputTokens: random.around(9_000),
    outputTokens: random.around(4_200),
    cacheReadTokens: 0,
    cacheWrite5mTokens: 0,
    cacheWrite1hTokens: 0,
  };
  return succeededUse(target, { region: 'us-east-1', tokens }, random);
}

/** The batch job writes nine times its usual cache and reads none of it. */
function runaway(story: Story): readonly WorldInvocation[] {
  const { day, random } = story;
  const principal = principalNamed(ACCOUNT.platform, 'batch-etl');
  const caller = callerOf(principal, 'GlueJobRunnerSession', day);
  return Array.from({ length: 190 }, () => {
    const tokens = {
      inputTokens: random.around(24_000),
      outputTokens: random.around(900),
      cacheReadTokens: 0,
      cacheWrite5mTokens: random.around(54_000, 0.25),
      cacheWrite1hTokens: 0,
    };
    const use = succeededUse(
      { modelId: 'us.anthropic.claude-opus-4-8', operation: 'InvokeModel' },
      { region: 'us-east-1', tokens },
      random,
    );
    const time = timeOn(day, random.integer(1, 5), random.integer(0, 59), random.integer(0, 59));
    const place = {
      region: 'us-east-1',
      caller,
      sourceIp: '10.20.1.17',
      userAgent: principal.userAgent,
      requestMetadata: { team: 'data-platform', app: 'batch-etl' },
    };
    return assemble({ time, ...place }, use, story);
  });
}

/** Somebody tries the playground of the sandbox as root. */
function rootCalls(story: Story): readonly WorldInvocation[] {
  const { day, random } = story;
  const principal = principalNamed(ACCOUNT.sandbox, 'root');
  const caller = callerOf(principal, null, day);
  return [4, 11].map((minute) => {
    const tokens = {
      inputTokens: random.around(300),
      outputTokens: random.around(500),
      cacheReadTokens: 0,
      cacheWrite5mTokens: 0,
      cacheWrite1hTokens: 0,
    };
    const use = succeededUse(
      { modelId: 'us.anthropic.claude-opus-5-5', operation: 'ConverseStream' },
      { region: 'us-east-1', tokens },
      random,
    );
    const place = { sourceIp: '198.51.100.130', userAgent: principal.userAgent };
    return assemble(
      { time: timeOn(day, 3, minute), region: 'us-east-1', caller, ...place },
      use,
      story,
    );
  });
}

function assemble(
  place: Pick<CallPlace, 'time' | 'region' | 'caller' | 'sourceIp' | 'userAgent'> &
    Partial<CallPlace>,
  use: ModelUse,
  story: Story,
): WorldInvocation {
  const usual = { vpcEndpointId: null, bearerToken: false, requestMetadata: null };
  const loggedSince = loggingSince(place.caller.accountId, place.region, story.calendar);
  return toInvocation({ ...usual, loggedSince, ...place }, use, story.random);
}

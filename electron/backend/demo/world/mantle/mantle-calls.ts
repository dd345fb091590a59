import { addDays, type Day, daysIn } from '../../../../../shared/model/period.ts';
import { type Calendar, growthOn, timeOn } from '../calendar.ts';
import { callersOn, sourceAddress } from '../callers.ts';
import type { WorldCaller } from '../facts.ts';
import { ACCOUNT } from '../organization.ts';
import { principalNamed } from '../principals.ts';
import { createRandom, type Random, type Weighted } from '../random.ts';
import { HOUR_WEIGHTS, type Rhythm } from '../workload.ts';

/**
 * One inference through Bedrock Mantle, the OpenAI- and Anthropic-compatible endpoint: CloudTrail
 * has it as a data event, CloudWatch counts it by project and model, invocation logs never see it.
 */
export interface MantleCall {
  /** Milliseconds since the epoch. */
  readonly time: number;
  readonly requestId: string;
  readonly eventId: string;
  readonly accountId: string;
  readonly region: string;
  /** The id of the project, as in `proj_abc123`. */
  readonly project: string;
  /** As mantle spells it, without a version. */
  readonly modelId: string;
  readonly caller: WorldCaller;
  readonly sourceIp: string;
  readonly userAgent: string;
  /** Null where the call was signed with SigV4. */
  readonly bearerToken: 'ABSK' | 'SHORT_TERM' | null;
  readonly inputTokens: number;
  readonly outputTokens: number;
  /** Refused calls have no tokens. */
  readonly errorCode: string | null;
  readonly metadata: Readonly<Record<string, string>>;
}

/** Something that calls Mantle again and again. */
interface MantleWorkload {
  readonly id: string;
  readonly accountId: string;
  readonly region: string;
  readonly project: string;
  readonly principal: string;
  readonly bearerToken: MantleCall['bearerToken'];
  readonly models: readonly Weighted<string>[];
  readonly perDay: number;
  readonly rhythm: Rhythm;
  readonly input: number;
  readonly output: number;
  readonly team: string;
}

const WORKLOADS: readonly MantleWorkload[] = [
  {
    id: 'mantle-notebooks',
    accountId: ACCOUNT.dataScience,
    region: 'us-east-1',
    project: 'proj_notebooks7',
    principal: 'BedrockAPIKey-x7qk',
    bearerToken: 'ABSK',
    models: [
      ['openai.gpt-oss-120b', 3],
      ['openai.gpt-6.1-sol', 1],
    ],
    perDay: 26,
    rhythm: 'office-us',
    input: 5_200,
    output: 900,
    team: 'research',
  },
  {
    id: 'mantle-evaluations',
    accountId: ACCOUNT.dataScience,
    region: 'us-east-1',
    project: 'proj_evals2k',
    principal: 'eval-harness',
    bearerToken: null,
    models: [
      ['anthropic.claude-opus-4-8', 1],
      ['openai.gpt-oss-120b', 2],
    ],
    perDay: 12,
    rhythm: 'night',
    input: 14_000,
    output: 2_400,
    team: 'evaluation',
  },
];

/** Mantle was first used when the API keys were made, a part of the history only. */
export function createMantleCalls(calendar: Calendar, seed: number): readonly MantleCall[] {
  const days = daysIn({ from: addDays(calendar.apiKeyDay, 1), to: addDays(calendar.today, 1) });
  return days
    .flatMap((day) => WORKLOADS.flatMap((workload) => callsOn(workload, day, seed)))
    .filter(({ time }) => time <= calendar.nowMs)
    .sort((a, b) => a.time - b.time || (a.requestId < b.requestId ? -1 : 1));
}

function callsOn(workload: MantleWorkload, day: Day, seed: number): readonly MantleCall[] {
  const random = createRandom(`${seed}/${workload.id}/${day}`);
  const principal = principalNamed(workload.accountId, workload.principal);
  const callers = callersOn(principal, day);
  const count = random.around(workload.perDay * growthOn(day), 0.2);
  return Array.from({ length: count }, () => ({
    ...drawCall(workload, day, random),
    caller: random.pick(callers),
    sourceIp: sourceAddress(principal.network, random),
    userAgent: workload.bearerToken === null ? principal.userAgent : 'OpenAI/Python 2.8.1',
  }));
}

function drawCall(workload: MantleWorkload, day: Day, random: Random) {
  const failed = random.chance(0.02);
  const hour = random.weighted(HOUR_WEIGHTS[workload.rhythm]);
  return {
    time: timeOn(day, hour, random.integer(0, 59), random.integer(0, 59)),
    requestId: random.uuid(),
    eventId: random.uuid(),
    accountId: workload.accountId,
    region: workload.region,
    project: workload.project,
    modelId: random.weighted(workload.models),
    bearerToken: workload.bearerToken,
    inputTokens: failed ? 0 : random.around(workload.input),
    outputTokens: failed ? 0 : random.around(workload.output),
    errorCode: failed ? 'ThrottlingException' : null,
    metadata: { team: workload.team },
  };
}

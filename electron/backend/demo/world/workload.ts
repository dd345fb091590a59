import type { WorldImages, WorldInvocation } from './facts.ts';
import type { Weighted } from './random.ts';

/** Something that calls models again and again: who, what, how often, how large. */
export interface Workload {
  /** Names the stream of random draws; unique. */
  readonly id: string;
  readonly accountId: string;
  readonly region: string;
  /** The name of the principal that calls. */
  readonly principal: string;
  readonly models: readonly Weighted<string>[];
  readonly operations: readonly Weighted<WorldInvocation['operation']>[];
  /** Calls on an ordinary weekday before growth. */
  readonly perDay: number;
  /** Share of a weekday's calls on Saturday and Sunday. */
  readonly weekend: number;
  readonly rhythm: Rhythm;
  /** Weekdays on which it runs at all (0 is Monday); every day when absent. */
  readonly weekdays?: readonly number[];
  readonly tokens: TokenShape;
  /** For image models: what is asked for; such calls have no tokens. */
  readonly images?: ImageShape;
  /** For rerank models: the most queries of one call; such calls have no tokens. */
  readonly searches?: number;
  readonly tiers?: readonly Weighted<WorldInvocation['serviceTier']>[];
  readonly guardrail?: GuardrailUse;
  readonly metadata?: Readonly<Record<string, string>>;
  readonly vpcEndpoint?: boolean;
  /** Calls fail with these errors at these rates (0 to 1). */
  readonly errors?: readonly Weighted<string>[];
}

/** Median tokens per call; real ones scatter around them. */
export interface TokenShape {
  readonly input: number;
  readonly output: number;
  readonly cacheRead?: number;
  readonly cacheWrite?: number;
  /** Share of cache writes kept for an hour instead of five minutes. */
  readonly oneHourShare?: number;
}

/** What calls of an image model ask for. */
export interface ImageShape {
  /** The most images of one call. */
  readonly most: number;
  readonly sides: readonly Weighted<WorldImages['side']>[];
  readonly qualities: readonly Weighted<WorldImages['quality']>[];
}

/** The guardrail on a workload's calls and how often it intervenes (0 to 1). */
export interface GuardrailUse {
  readonly name: string;
  readonly version: string;
  readonly interventions: number;
}

/** Which hours of the UTC day are busy. */
export type Rhythm = 'office-us' | 'office-eu' | 'office-au' | 'consumer-us' | 'night' | 'steady';

/** The UTC hours of a day with their weights, by rhythm. */
export const HOUR_WEIGHTS: Readonly<Record<Rhythm, readonly Weighted<number>[]>> = {
  'office-us': hours(1, {
    13: 4,
    14: 9,
    15: 12,
    16: 12,
    17: 11,
    18: 12,
    19: 12,
    20: 11,
    21: 8,
    22: 4,
  }),
  'office-eu': hours(0.5, {
    7: 6,
    8: 11,
    9: 13,
    10: 12,
    11: 10,
    12: 9,
    13: 12,
    14: 12,
    15: 9,
    16: 5,
  }),
  'office-au': hours(0.5, { 22: 8, 23: 11, 0: 12, 1: 10, 2: 9, 3: 11, 4: 11, 5: 9, 6: 5 }),
  'consumer-us': hours(4, {
    12: 7,
    14: 9,
    16: 11,
    18: 12,
    20: 12,
    22: 13,
    23: 13,
    0: 14,
    1: 13,
    2: 10,
  }),
  night: hours(0, { 1: 4, 2: 10, 3: 10, 4: 6 }),
  steady: hours(1, {}),
};

function hours(rest: number, busy: Readonly<Record<number, number>>): readonly Weighted<number>[] {
  return Array.from({ length: 24 }, (_, hour) => [hour, busy[hour] ?? rest] as const);
}
